package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.machine.FolderCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published annual sample quarter is explained as users ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainCommandTest {

    @TempDir
    Path folder = Path.of("");

    private CommandsInProcess desk = new CommandsInProcess(Path.of(""));

    @BeforeAll
    void publish(@TempDir Path output) {
        desk = new CommandsInProcess(output);
        assertThat(desk.type("run", "2022Q4", "--quiet").code()).isZero();
    }

    @Test
    void the_whole_answer_for_a_bank_stands_on_the_screen() throws Exception {
        assertThat(desk.type("explain", "2022Q4", "B002"))
                .isEqualTo(new CommandsInProcess.Said(0, CommandsInProcess.expected("explain-B002.txt")));
    }

    @Test
    void a_bank_that_is_not_assessed_reads_why() {
        assertThat(desk.type("explain", "2022Q4", "望仙村镇银行")).isEqualTo(new CommandsInProcess.Said(0, """
                望仙村镇银行股份有限公司　2022年度考核得分说明
                2022Q4 第1版　校验码 CODE

                ■ 不参加考核的原因
                原因：开业日期为2022-06-18，不足规定月数。
                参加考核须截至2022-12-31开业满12个月，即不晚于2022-01-01开业（假定）。

                ■ 资金
                本期方案中没有本行的资金。

                ■ 依据
                规则：关于进一步推动银行保险业加快发展的意见，程序中的办法版本为 shangrao-2022。
                “依据”一栏中，原文：公开文件原文规定；理解：对原文未明确之处的理解；假定：公开文件没有规定，暂按假定计算。

                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            explain 2022Q4            | 请写一个对象（银行、补助对象或监测对象的编码或名称，或者保单号、合同号），或者写 --all，二者取一；版本写成 r2 这样。
            explain 2022Q4 B001 --all | 请写一个对象（银行、补助对象或监测对象的编码或名称，或者保单号、合同号），或者写 --all，二者取一；版本写成 r2 这样。
            explain 2022Q4 B001 --revision x | 请写一个对象（银行、补助对象或监测对象的编码或名称，或者保单号、合同号），或者写 --all，二者取一；版本写成 r2 这样。
            explain 2022Q4 信江       | 名录里没有“信江”。是不是：B008 信江银行
            explain 2022Q4 B001 --revision r2 | 2022Q4 没有这样的已发布版本。可以用 bankscore history 查看有哪些版本。
            explain 2022Q3 B001       | 2022Q3 没有这样的已发布版本。可以用 bankscore history 查看有哪些版本。
            """)
    void a_question_that_cannot_be_answered_is_told_so(String command, String line) {
        assertThat(desk.type(command.split(" "))).isEqualTo(new CommandsInProcess.Said(2, line + "\n"));
    }

    @Test
    void what_was_published_is_explained_whatever_has_become_of_input_and_rule() throws Exception {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        Path scheme = config.resolve("schemes").resolve("shangrao-2022.yaml");
        Files.writeString(
                scheme, Files.readString(scheme).replace("ratio_to_best: {full: 30}", "ratio_to_best: {full: 3}"));

        assertThat(desk.type(
                        "explain",
                        "2022Q4",
                        "B002",
                        "--config",
                        config.toString(),
                        "--input",
                        folder.resolve("nothing").toString()))
                .isEqualTo(new CommandsInProcess.Said(0, CommandsInProcess.expected("explain-B002.txt")));
    }

    @Test
    void every_bank_of_the_register_gets_a_page_of_its_own() throws Exception {
        Path pages = folder.resolve("pages");

        assertThat(desk.type("explain", "2022Q4", "--all", "--quiet", "--word", pages.toString()))
                .isEqualTo(new CommandsInProcess.Said(0, "已写出 18 份说明，每份只有收件一方自己的数据，可以发给对方。\n在 " + pages + "\n"));
        try (Stream<Path> files = Files.list(pages)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(18)
                    .contains("得分说明_2022Q4_B001_曜川银行.docx", "得分说明_2022Q4_B017_望仙村镇银行.docx");
        }
    }
}
