package bankscore.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void chinese_and_latin_columns_stand_below_each_other() {
        TextTable table = new TextTable();
        table.add("期间", "结果", "人");
        table.add("2022Q4", "有错误", "li");

        assertThat(table.lines()).containsExactly("期间    结果    人", "------------------", "2022Q4  有错误  li");
    }
}
