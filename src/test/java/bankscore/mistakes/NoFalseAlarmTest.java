package bankscore.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.plain.PlainQuarter;
import bankscore.plain.PlainWorkbooks;
import bankscore.plain.RandomQuarters;
import bankscore.run.request.Deletion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nothing is wrong with is not accused. */
class NoFalseAlarmTest {

    /**
     * All that is to be verified in the sample's quarters, each read after the ones before were published: no citywide ratio
     * was published for two of them; one bank towers above the others; two figures have nothing to be divided by; nobody was
     * on the regulator's list in spring; a bank was founded; a bank that is not assessed holds money; a tax lies on a bound.
     */
    private static final Map<String, List<String>> TO_VERIFY = Map.of(
            "2022Q1",
                    List.of(
                            "W216 ",
                            "W302 人民银行/2022年一季度存贷款统计表.xlsx › 存贷款 › E4",
                            "W306 人民银行/2022年一季度存贷款统计表.xlsx › 存贷款 › I16",
                            "W306 人民银行/2022年一季度存贷款统计表.xlsx › 存贷款 › C19",
                            "W106 金融监管/2022年一季度风险提示名单.xlsx › 风险机构 › B3"),
            "2022Q2",
                    List.of(
                            "W216 ",
                            "W302 人民银行/2022年二季度存贷款统计表.xlsx › Sheet1 › E4",
                            "W306 人民银行/2022年二季度存贷款统计表.xlsx › Sheet1 › I16",
                            "W306 人民银行/2022年二季度存贷款统计表.xlsx › Sheet1 › C19",
                            "W303 财政局/财政存款及资金池（测算）.xlsx › 财政存款 › D40",
                            "W221 财政局/银行名录.xlsx › 银行名录 › C20"),
            "2022Q3",
                    List.of(
                            "W302 人民银行/2022年三季度存贷款统计表.xlsx › 三季度存贷款 › E4",
                            "W306 人民银行/2022年三季度存贷款统计表.xlsx › 三季度存贷款 › I16",
                            "W306 人民银行/2022年三季度存贷款统计表.xlsx › 三季度存贷款 › C19",
                            "W303 财政局/财政存款及资金池（测算）.xlsx › 财政存款 › D40"),
            "2022Q4",
                    List.of(
                            "W302 人民银行/2022年四季度存贷款统计表.xlsx › 附表1 存贷款 › E4",
                            "W306 人民银行/2022年四季度存贷款统计表.xlsx › 附表1 存贷款 › I16",
                            "W306 人民银行/2022年四季度存贷款统计表.xlsx › 附表1 存贷款 › C19",
                            "W301 税务局/银行业上缴税收情况表（2022年1-12月）.xlsx › 汇总表 › C9",
                            "W303 财政局/财政存款及2023年资金池.xlsx › 存放明细 › D40"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_sample_year_has_no_error_and_is_asked_only_what_is_right_to_ask() throws Exception {
        try (Program program = new Program(Path.of("input"), folder.resolve("output"))) {
            for (String quarter : List.of("2022Q1", "2022Q2", "2022Q3", "2022Q4")) {
                assertThat(program.run(quarter).findings().stream()
                                .filter(finding -> finding.level() != Level.HINT)
                                .map(finding -> finding.code() + " " + finding.place()))
                        .as(quarter)
                        .containsExactlyElementsOf(TO_VERIFY.getOrDefault(quarter, List.of()));
            }
        }
    }

    @Test
    void fifty_random_quarters_have_no_error() throws Exception {
        assertThat(errors(0, 50)).isEmpty();
    }

    @Test
    @Tag("long")
    void two_hundred_random_quarters_have_no_error() throws Exception {
        assertThat(errors(50, 250)).isEmpty();
    }

    private List<String> errors(long from, long to) throws Exception {
        List<String> errors = new ArrayList<>();
        Path input = folder.resolve("input");
        try (Program program = new Program(input, folder.resolve("output"))) {
            for (long seed = from; seed < to; seed++) {
                PlainQuarter plain = RandomQuarters.of(seed);
                Path period = input.resolve(plain.period());
                Deletion.of(period);
                PlainWorkbooks.write(plain, period, seed);
                for (PrintedFinding finding :
                        program.quietly(plain.period()).ended().findings()) {
                    if (finding.level() == Level.ERROR) {
                        errors.add("seed " + seed + ": " + finding.code() + " " + finding.place() + " "
                                + finding.message());
                    }
                }
            }
        }
        return errors;
    }
}
