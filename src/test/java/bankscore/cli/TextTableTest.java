package bankscore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void chinese_and_latin_columns_stand_below_each_other() {
        assertThat(TextTable.lines(List.of(List.of("期间", "结果", "人"), List.of("2022Q4", "有错误", "li"))))
                .containsExactly("期间    结果    人", "2022Q4  有错误  li");
    }
}
