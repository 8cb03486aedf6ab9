package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed from the third to the fourth sample quarter, as users ask it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareCommandTest {

    private CommandsInProcess desk = new CommandsInProcess(Path.of(""));

    @BeforeAll
    void publish(@TempDir Path output) {
        desk = new CommandsInProcess(output);
        assertThat(desk.type("run", "2022Q3", "--quiet").code()).isZero();
        assertThat(desk.type("run", "2022Q4", "--quiet").code()).isZero();
    }

    /** Figures alone changed: 农穗银行 88.32 + 7.28 = 95.60; 锦渡科创银行 went from the sixth place to the fifth. */
    @Test
    void the_whole_answer_for_two_quarters_stands_on_the_screen() throws IOException {
        assertThat(desk.type("compare", "2022Q3", "2022Q4"))
                .isEqualTo(new CommandsInProcess.Said(0, CommandsInProcess.expected("compare-quarters.txt")));
    }

    @Test
    void one_rule_under_two_names_changes_nothing() {
        CommandsInProcess.Said said =
                desk.type("compare", "2022Q4", "--scheme", "shangrao-2022", "--scheme", "shangrao-2022");

        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("102.15  102.15  —").doesNotContain("+", "升", "降");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            compare 2022Q4                                            | 请写两个期间
            compare 2022Q4 r1                                         | 请写两个期间
            compare 2022Q4 r1 r9                                      | 2022Q4 r9 没有这样的已发布版本
            compare 2021Q4 2022Q4                                     | 2021Q4 没有这样的已发布版本
            compare 2022Q4 --scheme shangrao-2022                     | 请写两个期间
            compare 2022Q4 --scheme shangrao-2022 --scheme ../secrets | 办法文件夹里没有“../secrets”
            """)
    void what_cannot_be_compared_is_said(String typed, String answer) {
        CommandsInProcess.Said said = desk.type(typed.split(" +", -1));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).startsWith(answer);
    }
}
