package bankscore.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.run.Desk;
import bankscore.run.EndedRun;
import bankscore.run.questions.Questions;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Stopped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An estimate over a table of banks: whose seat is here, by the sheet or by the register, and what stood a quarter ago. */
class IncentiveTest {

    private static final String RULE = "shangrao-incentive";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void twoQuarters() throws Exception {
        String roster = "银行编码,银行名称,机构类型\nA,甲农商银行,农村商业银行\nB,乙村镇银行,村镇银行\nC,丙银行,国有大型银行\n";
        write("2022Q3/名录.csv", roster);
        write("2022Q4/名录.csv", roster);
        write("2022Q3/普惠.csv", """
                单位：万元,,,
                银行名称,地方法人,上季末普惠小微贷款余额,普惠小微贷款余额
                甲农商银行,,1000,1300
                乙村镇银行,是,500,480
                丙银行,,50,90
                """);
        write("2022Q4/普惠.csv", """
                单位：万元,,
                银行名称,地方法人,普惠小微贷款余额
                甲农商银行,,1350
                乙村镇银行,是,500
                丙银行,,100
                """);
    }

    @Test
    void the_quarter_before_stands_in_for_a_column_that_did_not_come() throws Exception {
        try (Desk desk = new Desk(folder.resolve("input"), folder.resolve("output"))) {
            assertThat(desk.run("2022Q3", RULE).end()).isEqualTo(Published.class);
            // 300 万元 more, of it 2 %; a fall is nothing; the third bank has its seat elsewhere.
            assertThat(desk.result("2022Q3", RULE).get("lines"))
                    .extracting(
                            line -> text(line, "claimant"), line -> text(line, "base"), line -> text(line, "granted"))
                    .containsExactly(tuple("A", "3000000.00", "60000.00"), tuple("B", "0.00", "0.00"));

            assertThat(desk.run("2022Q4", RULE).end()).isEqualTo(Published.class);
            // 1,350 - 1,300 = 50 万元 and 500 - 480 = 20 万元, of each 2 %.
            JsonNode result = desk.result("2022Q4", RULE);
            assertThat(result.get("lines"))
                    .extracting(line -> text(line, "claimant"), line -> text(line, "granted"))
                    .containsExactly(tuple("A", "10000.00"), tuple("B", "4000.00"));
            assertThat(text(result, "status")).isEqualTo("estimate");
            assertThat(result.get("payments")).isEmpty();
            assertThat(desk.verify("2022Q4", RULE).differences()).isEmpty();
            assertThat(desk.face(RULE)
                            .questions()
                            .explain(new Questions.Asked(new Period(2022, 4), Optional.empty()), Optional.of("A"))
                            .all())
                    .hasSize(1);
        }
    }

    @Test
    void without_the_column_and_without_a_quarter_before_nothing_is_guessed() throws Exception {
        try (Desk desk = new Desk(folder.resolve("input"), folder.resolve("output"))) {
            EndedRun stopped = desk.run("2022Q4", RULE);

            assertThat(stopped.end()).isEqualTo(Stopped.class);
            assertThat(stopped.findings()).extracting(PrintedFinding::code).contains(Code.E402);
        }
    }

    @Test
    void a_bank_that_the_table_leaves_out_is_asked_for() throws Exception {
        write("2022Q3/普惠.csv", """
                单位：万元,,,
                银行名称,地方法人,上季末普惠小微贷款余额,普惠小微贷款余额
                甲农商银行,,1000,1300
                丙银行,,50,90
                """);
        try (Desk desk = new Desk(folder.resolve("input"), folder.resolve("output"))) {
            EndedRun stopped = desk.run("2022Q3", RULE);

            assertThat(stopped.end()).isEqualTo(Stopped.class);
            assertThat(stopped.findings())
                    .extracting(PrintedFinding::code, PrintedFinding::subject)
                    .contains(tuple(Code.E303, "乙村镇银行"));
        }
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asString();
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve("input").resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
