package bankscore.contribution.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.facts.RecordSummary;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.intake.table.StagedSheets;
import bankscore.intake.table.staged.RecordTally.Repeated;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The money in whole tables and what the check of a quarter finds in it, written as {@link StagedSheets} says; the scheme
 * uses tax and loans with their opening balance.
 */
class QuarterCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nothing to say
            2022Q1 | SOUND                                                                | ``
            # in the fourth quarter both sheets of money, before that both or none
            2022Q4 | SOUND                                                                | E110 expected=资金池 headings=资金类别、次年调配总额, E110 expected=财政存款 headings=资金类别、银行名称、存款余额
            2022Q1 | SOUND / 资金类别,次年调配总额; 社保,5                                   | W102 expected=财政存款 found=资金池
            2022Q1 | SOUND / 资金类别,银行名称,存款余额; 社保,A,5                             | W102 expected=资金池 found=财政存款
            # the same holding twice doubles the money; two holdings of one bank add up
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,A,5 | W211 B3 bank=A行 found=A行
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,A,6 | ``
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50; 国库,9 / 资金类别,银行名称,存款余额; 社保,A,5; 国库,A,5 | ``
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,B,6 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,B,7 | W211 B1 found=a.xlsx › 3 variant=sheet
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5 / 资金类别,银行名称,存款余额; 社保,B,5; 社保,C,5 | ``
            # what is placed more often than once a year has other words for the sum
            2022Q4 | SOUND / 资金类别,调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5       | ``
            2022Q4 | SOUND / 资金类别,下期调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5   | ``
            # funds: amounts missing with and without money in the fund, a fund twice, money without a pool
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,; 其他,5 / 资金类别,银行名称,存款余额; 社保,A,5 | E305 B2 column=次年调配总额 found=社保
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,; 其他,5 / 资金类别,银行名称,存款余额; 其他,A,5 | N102 A2 found=社保
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,5; 社保,6 / 资金类别,银行名称,存款余额; 社保,A,5 | E310 A3 found=社保
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,5 / 资金类别,银行名称,存款余额; 社保,A,5; 国库,B,1; 国库,C,1 | E304 A3 found=国库
            # a pool whose own cell was refused is no missing pool
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,x / 资金类别,银行名称,存款余额; 社保,A,5; 国库,B,1 | ``
            # not matured: as much as is held, and more
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,5 / 资金类别,银行名称,存款余额,未到期定期; 社保,A,5,5 | ``
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,5 / 资金类别,银行名称,存款余额,未到期定期; 社保,A,5,5.01 | E306 D2 bank=A行 column=未到期定期 expected=5.00 found=5.01
            # adjustments: they add up to 0 per fund, need a pool, and 0 is no adjustment
            2022Q4 | SOUND / MONEY / ADJUST; 社保,A,-1.5,r,a; 社保,B,1.5,r,a                 | ``
            2022Q4 | SOUND / MONEY / ADJUST; 社保,A,-1.5,r,a; 社保,B,1,r,a                   | E314 C3 found=-0.50 fund=社保
            2022Q4 | SOUND / MONEY / ADJUST; 国库,A,-1.5,r,a; 国库,B,1.5,r,a                 | E313 A2 found=国库
            2022Q4 | SOUND / MONEY / ADJUST; 社保,A,0,r,a                                   | N102 C2 found=社保
            2022Q4 | SOUND / MONEY / ADJUST; 社保,A,x,r,a; 社保,B,1.5,r,a                    | ``
            """)
    void the_sheets_of_money_are_held_against_each_other(String period, String sheets, String expected)
            throws ConfigException {
        assertThat(found(new StagedSheets(period, sheets + " / RISK"))).isEqualTo(expected);
    }

    /** Each check of tables as a whole is asked: what it finds is the matter of tests of its own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2022Q1 | FINE / TAXES / RISK                                                                | ``
            # a sheet with nothing in it; a list sent twice
            2022Q1 | FINE / TAXES / RISK / 资金类别,次年调配总额                                          | W106 A1, W102
            2022Q1 | FINE / TAXES / RISK / RISK; A,其他,收回                                              | E330 A1
            # a pool twenty-one times what is held of its fund
            2022Q4 | FINE / TAXES / RISK / 资金类别,次年调配总额; 社保,105.01 / 资金类别,银行名称,存款余额; 社保,A,5 | W213 B2
            # deposits where the loans should be, and loans where the deposits should be
            2022Q1 | 银行名称,存款余额,年初贷款余额,贷款余额; A,800,700,1000; B,1600,1500,2000; C,2400,2200,3000 / TAXES / RISK | E320 D1
            # the published ratio is far from that of the sums, unless there is an error
            2022Q1 | FINE / TAXES / RISK / 项目,数值; 全市存贷比（%）,70                                   | W215 B2
            2022Q1 | FINE / 银行名称,上缴税收; A,2; B,3; C,x / RISK / 项目,数值; 全市存贷比（%）,70          | ``
            """)
    void every_check_is_asked(String period, String sheets, String expected) throws ConfigException {
        String written = sheets.replace(
                        "FINE", "银行名称,存款余额,年初贷款余额,贷款余额; A,1000,700,800; B,2000,1500,1600; C,3000,2200,2400")
                .replace("TAXES", "银行名称,上缴税收; A,2; B,3; C,6");
        String parameters = written.contains("全市存贷比") ? "" : " / 项目,数值; 全市存贷比（%）,80";

        assertThat(QuarterCheck.check(ratio(), new StagedSheets(period, written + parameters).tables())
                        .findings())
                .extracting(finding -> (finding.code() + " " + finding.place().cell()).strip())
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(", ", -1)));
    }

    @Test
    void nobody_assessed_is_found() throws ConfigException {
        assertThat(found(new StagedSheets("2022Q1", "SOUND / RISK / 银行编码,银行名称; A,A行").assessingNobody()))
                .isEqualTo("E312");
    }

    /** Findings are stored and digested in the order in which they are found. */
    @Test
    void findings_come_in_the_order_of_the_checks() throws ConfigException {
        StagedSheets sheets = new StagedSheets(
                        "2022Q2",
                        "银行名称,上缴税收; A,500; A,1; B,5; 合计,9 / 资金类别,次年调配总额; 社保,5; 社保,6"
                                + " / 资金类别,银行名称,存款余额; 国库,A,5; 国库,A,5 / ADJUST; 社保,A,1,r,a"
                                + " / 预算单位,银行名称,评分; 市局,A,5 / 项目,数值; 存贷比,1; 存贷比,2 / RISK")
                .with(new Repeated(4, 1, "A", "市局"))
                .after(new StagedSheets("2022Q1", "银行名称,上缴税收; B,6"));

        assertThat(found(sheets).replaceAll("(^|, )(\\w+) [^,]*", "$1$2"))
                .isEqualTo("E110, E302, E310, E304, E310, E314, E303, W206, W211, E307, W209");
    }

    @Test
    void the_quarter_holds_what_the_tables_say_with_its_places() throws ConfigException {
        StagedSheets sheets = new StagedSheets(
                        "2022Q4",
                        "SOUND / 资金类别,次年调配总额（亿元）; 社 保,0.5; 国库,0"
                                + " / 资金类别,银行名称,存款余额,未到期定期,到期日; 社 保,A,5,2,2023-06-30; 国库,B,1,,"
                                + " / 银行名称,风险类型,处置,认定日期; B,流动性,收回,2022-03-01"
                                + " / 项目,数值; 全市存贷比（%）,77.15")
                .with(summary("A"))
                .with(summary("A"))
                .with(summary("B"));
        Quarter quarter = QuarterCheck.check(scheme(), sheets.tables()).quarter();

        assertThat(quarter.facts().datasets())
                .containsExactlyInAnyOrder("credit", "tax", "pools", "holdings", "risk", "parameters");
        assertThat(quarter.facts().figure("loans", "B").map(figure -> figure.value() + " " + figure.place()))
                .hasValue("21 " + Place.of("a.xlsx", "0").at("D3"));
        assertThat(quarter.facts().figure("loans", "D")).isEmpty();
        assertThat(quarter.pools().toString())
                .isEqualTo("[Pool[fund=社 保, amount=5000.00, place="
                        + Place.of("a.xlsx", "2").at("B2")
                        + "], Pool[fund=国库, amount=0.00, place="
                        + Place.of("a.xlsx", "2").at("B3") + "]]");
        assertThat(quarter.holdings())
                .extracting(holding -> holding.fund() + " " + holding.bank() + " " + holding.held() + " "
                        + holding.unmatured() + " " + holding.due() + " "
                        + holding.place().cell())
                .containsExactly("社 保 A 5.00 2.00 Optional[2023-06-30] C2", "国库 B 1.00 0.00 Optional.empty C3");
        assertThat(quarter.risks())
                .extracting(risk -> risk.bank() + " " + risk.disposal() + " " + risk.kind() + " "
                        + risk.place().cell())
                .containsExactly("B 收回 流动性 A2");
        assertThat(quarter.facts()
                        .parameter(" 全市存贷比")
                        .map(figure -> figure.value() + " " + figure.place().cell()))
                .hasValue("77.15 B2");
        assertThat(quarter.facts().records("survey.rating", "A")).hasSize(2);
        assertThat(quarter.facts().records("survey.rating", "B")).hasSize(1);
        assertThat(quarter.facts().records("survey.rating", "C")).isEmpty();
    }

    /** Both sheets of money and that of risks are due where a cycle ends. */
    @ParameterizedTest
    @CsvSource({
        "year, 2022Q2, ''",
        "half_year, 2022Q1, ''",
        "half_year, 2022Q2, E110",
        "half_year, 2022Q3, ''",
        "half_year, 2022Q4, E110",
        "quarter, 2022Q1, E110",
        "quarter, 2022Q3, E110",
    })
    void money_is_asked_for_where_a_cycle_ends(String cycle, String period, String code) throws ConfigException {
        Scheme scheme = RuleFiles.parse("cycle: " + cycle + "\n" + HEAD + """
                items:
                  - {id: tax, name: 税收, kind: base, measure: tax_paid, method: {value: {}}, clause: 一, mark: text}
                """, StagedSheets.datasets());

        assertThat(QuarterCheck.check(scheme, new StagedSheets(period, "SOUND").tables()).findings().stream()
                        .filter(finding -> finding.code() == Code.E110)
                        .map(finding -> finding.details().get("expected")))
                .containsExactlyElementsOf(code.isEmpty() ? List.of() : List.of("资金池", "财政存款", "风险"));
    }

    /** What is required is decided on figures: those of a bank that it will leave out must be there too. */
    @Test
    void a_bank_that_is_required_to_have_more_must_have_all_figures() throws ConfigException {
        Scheme scheme = RuleFiles.parse(
                HEAD.replace("measures:", "assess: {require: [{measure: tax_paid, at_least: 550, else: 少}]}\nmeasures:")
                        + """
                  growth: {name: 增量, formula: loans - loans_opening}
                items:
                  - {id: growth, name: 增量, kind: base, measure: growth, method: {value: {}}, clause: 一, mark: text}
                """,
                StagedSheets.datasets());

        // A pays 500 and is left out; B's loans are there, A's are not.
        assertThat(StagedSheets.brief(QuarterCheck.check(
                                scheme,
                                new StagedSheets("2022Q1", "银行名称,存款余额,年初贷款余额,贷款余额; B,9,20,21; C,9,30,30 / TAX / RISK")
                                        .tables())
                        .findings()
                        .stream()
                        .filter(finding -> !SIZES.contains(finding.code()))
                        .toList()))
                .startsWith("E303");
    }

    /** Type, day and note of what cost a bank the assessment, to be printed with the reason. */
    @Test
    void a_risk_says_its_type_its_day_and_its_note() throws ConfigException {
        StagedSheets sheets = new StagedSheets(
                "2022Q1", "SOUND / 银行名称,风险类型,处置,认定日期,说明; B,重大违规,取消考核,2022-03-01,银罚〔2022〕3号; D,,取消考核,,");

        assertThat(QuarterCheck.check(scheme(), sheets.tables()).quarter().risks())
                .extracting(Risk::said)
                .containsExactly("（重大违规，2022-03-01，银罚〔2022〕3号）", "");
    }

    private static RecordSummary summary(String bank) {
        return new RecordSummary(
                "survey.rating", bank, "", 1, 0, Fraction.ONE, Optional.empty(), Optional.empty(), Place.NONE);
    }

    private static String found(StagedSheets sheets) throws ConfigException {
        return StagedSheets.brief(QuarterCheck.check(scheme(), sheets.tables()).findings().stream()
                .filter(finding -> !SIZES.contains(finding.code()))
                .toList());
    }

    /** The figures of these sheets are easy to add up and of no size that a bank could have: SizeCheckTest. */
    private static final Set<Code> SIZES = Set.of(Code.W213, Code.W218);

    /** How both schemes begin, up to their first measure. */
    private static final String HEAD = """
            rule: test
            scheme: test
            title: 测试
            in_force: {from: 2022-01-01}
            source: {document: 办法}
            rounding: {points: 2}
            measures:
              tax_paid: {name: 税收, formula: tax}
            """;

    /** The same with the published ratio of all. */
    private static Scheme ratio() throws ConfigException {
        return RuleFiles.parse(HEAD + """
                  ldr: {name: 存贷比, formula: loans / deposits * 100, unit: "%"}
                benchmarks:
                  city: {published: 全市存贷比, else: {formula: sum(loans) / sum(deposits) * 100, over: all}}
                items:
                  - {id: tax, name: 税收, kind: base, measure: tax_paid, method: {value: {}}, clause: 一, mark: text}
                  - {id: ldr, name: 存贷比, kind: deduction, measure: ldr, method: {linear: {reference: city, per: 5, points: 1, steps: whole, min: -10, max: 0}}, clause: 一, mark: text}
                """, StagedSheets.datasets());
    }

    private static Scheme scheme() throws ConfigException {
        return RuleFiles.parse(HEAD + """
                  growth: {name: 增量, formula: loans - loans_opening}
                items:
                  - {id: tax, name: 税收, kind: base, measure: tax_paid, method: {value: {}}, clause: 一, mark: text}
                  - {id: growth, name: 增量, kind: base, measure: growth, method: {value: {}}, clause: 一, mark: text}
                """, StagedSheets.datasets());
    }
}
