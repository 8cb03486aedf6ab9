package bankscore.contribution.quarter;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.header.HeaderSearch;
import bankscore.intake.row.RowContext;
import bankscore.intake.row.RowIntake;
import bankscore.intake.row.RowResult;
import bankscore.intake.table.StagedTables;
import bankscore.intake.table.StagedTables.Earlier;
import bankscore.intake.table.StagedTables.Repeated;
import bankscore.load.WordsLoader;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole tables, as the offices send them, and what the check of a quarter finds in them.
 *
 * <p>Banks A, B and C are assessed, D is not; the scheme uses tax and loans with their opening balance. A sheet is written
 * {@code header; row; row}, cells separated by commas; several sheets by a slash. A finding is its code, its cell and its
 * details.
 */
class QuarterCheckTest {

    private static final Words WORDS = WordsLoader.load();

    private static final String CREDIT = "银行名称,存款余额,年初贷款余额,贷款余额; A,9,10,12; B,9,20,21; C,9,30,30";
    private static final String TAX = "银行名称,上缴税收; A,500; B,600; C,700";

    private static final String MONEY = "资金类别,次年调配总额; 社保,5 / 资金类别,银行名称,存款余额; 社保,A,5";

    /** The sheets that every situation has unless it says otherwise. */
    private static final String SOUND = CREDIT + " / " + TAX;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nothing to say
            2022Q1 | SOUND                                                                | ``
            # what must be there: a used sheet; in the fourth quarter both sheets of money, before that both or none
            2022Q1 | TAX                                                                  | E110 expected=存贷款 headings=银行名称、存款余额、贷款余额
            2022Q4 | SOUND                                                                | E110 expected=资金池 headings=资金类别、次年调配总额, E110 expected=财政存款 headings=资金类别、银行名称、存款余额
            2022Q1 | SOUND / 资金类别,次年调配总额; 社保,5                                   | W102 expected=财政存款 found=资金池
            2022Q1 | SOUND / 资金类别,银行名称,存款余额; 社保,A,5                             | W102 expected=资金池 found=财政存款
            # a bank twice, an assessed bank without a row; one that is not assessed may be missing
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600; A,1; C,2                      | E302 A4 bank=A行 first=A2 found=A行 variant=at
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; C,600; D,1                           | E303 bank=B行
            # a bank whose row was refused in staging is not missing for the same cause
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,x; C,2                             | ``
            # a sheet of two and more rows that an earlier one has all of was sent again; one row, or a new one, is by itself
            2022Q1 | CREDIT / TAX / 银行名称,上缴税收; A,1; B,2                               | E302 A1 found=a.xlsx › 1 variant=sheet
            2022Q1 | CREDIT / TAX / 银行名称,上缴税收; A,1                                    | E302 A2 bank=A行 first=a.xlsx › 1 › A2 found=A行 variant=at
            2022Q1 | CREDIT / TAX / 银行名称,上缴税收; A,1; D,2                               | E302 A2 bank=A行 first=a.xlsx › 1 › A2 found=A行 variant=at
            2022Q1 | CREDIT / 银行名称,上缴税收; A,5; B,6 / 银行名称,上缴税收; C,7; D,2       | ``
            # the same holding twice doubles the money; two holdings of one bank add up
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,A,5 | W211 B3 bank=A行 found=A行
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,A,6 | ``
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50; 国库,9 / 资金类别,银行名称,存款余额; 社保,A,5; 国库,A,5 | ``
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,B,6 / 资金类别,银行名称,存款余额; 社保,A,5; 社保,B,7 | W211 B1 found=a.xlsx › 3 variant=sheet
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,50 / 资金类别,银行名称,存款余额; 社保,A,5 / 资金类别,银行名称,存款余额; 社保,B,5; 社保,C,5 | ``
            # a sheet that no indicator uses needs no row of every bank
            2022Q1 | SOUND / 银行名称,重点项目贷款余额; A,1                                    | ``
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
            # a published figure twice
            2022Q1 | SOUND / 项目,数值; 存贷比,70; 存贷比（%）,71                             | E310 A3 found=存贷比（%）
            # totals: right, 0.01 for each of 3 figures tolerated, beyond it; a difference that 9 divides is its own hint
            2022Q1 | CREDIT / TAX; 合计,1800                                              | ``
            2022Q1 | CREDIT / TAX; 合计,1800.03                                           | ``
            2022Q1 | CREDIT / TAX; 合计,1800.04                                           | E307 B5 column=上缴税收 difference=0.04 expected=1800 found=1800.04
            2022Q1 | CREDIT / TAX; 合计,1791                                              | E307 B5 column=上缴税收 difference=9 expected=1800 found=1791 variant=nine
            # subtotals sum what stands since the last one, the total everything
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600; 小计,1100; C,700; 小计,700; 合计,1800 | ``
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600; 小计,1100; C,700; 小计,701; 合计,1800 | E307 B6 column=上缴税收 difference=1 expected=700 found=701
            # both are shown in the sheet's unit: 1800 万元 are 18000000 元
            2022Q1 | CREDIT / 银行名称,上缴税收（元）; A,5000000; B,6000000; C,7000000; 合计,18000001 | E307 B5 column=上缴税收（元） difference=1 expected=18000000 found=18000001
            # a total is not accused where one of its figures was refused, or its bank
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,x; C,700; 合计,9                    | ``
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600; C,700; Z,1; 合计,9             | ``
            """)
    void a_table_is_held_against_itself_and_the_others(String period, String sheets, String expected) throws Exception {
        assertThat(found(new Staging(period, named(sheets)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # running totals: lower than last quarter is to be verified, equal and higher is not; last year's do not count
            2022Q2 | 2022Q1 tax A=501 B=600 C=1           | TAX                                        | W209 B2 bank=A行 column=上缴税收 expected=501 found=500
            2022Q1 | 2021Q4 tax A=9999 B=9999             | TAX                                        | ``
            # an opening balance is last year's closing; a balance itself may fall
            2022Q2 | 2021Q4 loans A=10 B=20.5 C=30        | TAX                                        | W210 C3 bank=B行 column=年初贷款余额 expected=20.5 found=20
            2022Q2 | 2022Q1 loans A=13 B=22 C=31          | TAX                                        | ``
            # every bank ten thousand times as much: the unit; one bank: its cell. Five times more or less is near
            2022Q2 | 2022Q1 tax A=0.05 B=0.06 C=0.07      | TAX                                        | E309 B1 column=上缴税收 found=10000
            2022Q2 | 2022Q1 tax A=5000000 B=6000000 C=7000000 | TAX                                    | E309 B1 column=上缴税收 found=0.0001
            2022Q2 | 2022Q1 tax A=0.000005 B=0.000006 C=0.000007 | TAX                                 | E309 B1 column=上缴税收 found=100000000
            2022Q2 | 2022Q1 tax A=0.05 B=550 C=650        | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500
            2022Q2 | 2022Q1 tax A=0.05                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500
            2022Q2 | 2022Q1 tax A=0.05 B=0.000006         | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.05 found=500, W208 B3 bank=B行 column=上缴税收 expected=0.000006 found=600
            2022Q2 | 2022Q1 tax A=0.25                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.25 found=500
            2022Q2 | 2022Q1 tax A=0.01                    | TAX                                        | W208 B2 bank=A行 column=上缴税收 expected=0.01 found=500
            2022Q2 | 2022Q1 tax A=0.251                   | TAX                                        | ``
            2022Q2 | 2022Q1 tax A=0.0099                  | TAX                                        | ``
            2022Q2 | 2022Q1 tax A=0                       | TAX                                        | ``
            # in the sheet's own unit, so that the office finds what it typed
            2022Q2 | 2022Q1 tax A=501                     | 银行名称,上缴税收（元）; A,5000000; B,0; C,0     | W209 B2 bank=A行 column=上缴税收（元） expected=5010000 found=5000000
            """)
    void a_table_is_held_against_earlier_periods(String period, String earlier, String tax, String expected)
            throws Exception {
        Staging staging = new Staging(period, named("CREDIT / " + tax));
        String[] words = earlier.split(" +", -1);
        Map<String, Fraction> figures = new TreeMap<>();
        for (String each : List.of(words).subList(2, words.length)) {
            String[] bank = each.split("=", -1);
            figures.put(bank[0], Fraction.of(bank[1]));
        }
        Earlier before = new Earlier(Period.parse(words[0]).orElseThrow(), Map.of(words[1], figures));
        staging.last = Optional.of(before);
        staging.yearEnd = Optional.of(before).filter(each -> each.period().isAnnual());

        assertThat(found(staging)).isEqualTo(expected);
    }

    @Test
    void a_figure_that_staging_accused_is_not_accused_again_by_history() throws Exception {
        Staging staging = new Staging("2022Q2", named("CREDIT / 银行名称,上缴税收; A,-500; B,600; C,700"));
        staging.last = Optional.of(new Earlier(new Period(2022, 1), Map.of("tax", Map.of("A", Fraction.of(5)))));

        assertThat(staging.printed()).extracting(PrintedFinding::code).hasToString("[W207]");
        assertThat(found(staging)).isEmpty();
    }

    @Test
    void nobody_assessed_and_a_rating_given_twice_are_found() throws Exception {
        Staging nobody = new Staging("2022Q1", named("SOUND / 银行编码,银行名称; A,A行"));
        nobody.banks.replaceAll((code, bank) -> bank(code, false));
        Staging twice = new Staging("2022Q1", named("SOUND / 预算单位,银行名称,评分; 市局,A,5; 市局,A,4"));
        twice.repeated.add(new Repeated(2, 2, "A", "市局"));

        assertThat(found(nobody)).isEqualTo("E312");
        assertThat(found(twice)).isEqualTo("W206 B3 bank=A行 found=市局");
    }

    @Test
    void a_setup_error_explains_a_missing_sheet() throws Exception {
        Staging staging = new Staging("2022Q1", named("TAX"));
        staging.setup = Optional.of(Finding.of(bankscore.finding.Code.E101, Place.of("b.xlsx", ""))
                .with("found", "b.xlsx")
                .with("expected", ""));

        assertThat(found(staging)).isEmpty();
    }

    /** What lies unread may be the sheet that is missing; a missing column of another sheet does not explain it. */
    @ParameterizedTest
    @CsvSource({
        "N101, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额 unread=b.xlsx › 表 variant=unread",
        "N106, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额 unread=b.xlsx › 表 variant=unread",
        "N105, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
        "E112, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
        "E113, ''",
        "E201, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
        "W204, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
    })
    void a_missing_sheet_is_told_with_what_may_be_it(bankscore.finding.Code code, String expected) throws Exception {
        Staging staging = new Staging("2022Q1", named("TAX"));
        Finding known = Finding.of(code, Place.of("b.xlsx", "表"));
        for (String detail : List.of("found", "missing", "near", "expected", "from", "to")) {
            known = known.with(detail, "x");
        }
        staging.setup = Optional.of(known);

        assertThat(found(staging)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "项目,数值; 税收总额,5 | W212 A2 expected=全市税收 found=税收总额",
                "项目,数值; 税收总额,5; 别的,6 | W212 A2 expected=全市税收 found=税收总额, W212 A3 expected=全市税收 found=别的",
                "项目,数值; 全市税收,5; 别的,6 | ''",
                "项目,数值; 全市 税收,5 | ''",
                "项目,数值; 税收总额, | ''",
            })
    void a_published_figure_under_another_name_is_told_while_one_is_missing(String sheet, String expected)
            throws Exception {
        Staging staging = new Staging("2022Q1", named("SOUND / " + sheet));
        staging.benchmarks = "benchmarks: {city: {published: 全市税收}}\n";

        assertThat(found(staging)).isEqualTo(expected);
    }

    @Test
    void the_quarter_holds_what_the_tables_say_with_its_places() throws Exception {
        Staging staging = new Staging(
                "2022Q4",
                named("SOUND / 资金类别,次年调配总额（亿元）; 社 保,0.5; 国库,0"
                        + " / 资金类别,银行名称,存款余额,未到期定期,到期日; 社 保,A,5,2,2023-06-30; 国库,B,1,,"
                        + " / 银行名称,风险类型,处置,认定日期; B,流动性,收回,2022-03-01"
                        + " / 项目,数值; 全市存贷比（%）,77.15"));
        staging.summaries.add(summary("A"));
        staging.summaries.add(summary("A"));
        staging.summaries.add(summary("B"));
        Quarter quarter = QuarterCheck.check(staging.scheme(), staging.tables()).quarter();

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

    private static RecordSummary summary(String bank) {
        return new RecordSummary(
                "survey.rating", bank, "", 1, 0, Fraction.ONE, Optional.empty(), Optional.empty(), Place.NONE);
    }

    private static String named(String sheets) {
        return sheets.replace("MONEY", MONEY)
                .replace("ADJUST", "资金类别,银行名称,调整金额,理由,批准人")
                .replace("SOUND", SOUND)
                .replace("CREDIT", CREDIT)
                .replace("TAX", TAX);
    }

    private static String found(Staging staging) throws Exception {
        return QuarterCheck.check(staging.scheme(), staging.tables()).findings().stream()
                .map(QuarterCheckTest::brief)
                .collect(Collectors.joining(", "));
    }

    private static String brief(Finding finding) {
        Map<String, String> details = new TreeMap<>(finding.details());
        if (!finding.subject().isEmpty()) {
            details.put("bank", finding.subject());
        }
        if (!finding.column().isEmpty()) {
            details.put("column", finding.column());
        }
        WORDS.print(finding);
        return (finding.code() + " " + finding.place().cell() + " "
                        + details.entrySet().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .replaceAll(" +", " ")
                .strip();
    }

    private static Subject bank(String code, boolean assessed) {
        return new Subject(code, code + "行", "", List.of(), "", Optional.empty(), assessed);
    }

    /** Sheets on their way to the check. */
    private static final class Staging {

        private final Period period;
        private final Map<String, Subject> banks = new LinkedHashMap<>();
        private final List<Repeated> repeated = new ArrayList<>();
        private final List<RecordSummary> summaries = new ArrayList<>();
        private final List<List<SheetRow>> sheets = new ArrayList<>();
        private final List<Dataset> datasets;
        private final List<Finding> staged = new ArrayList<>();
        private Optional<Earlier> last = Optional.empty();
        private Optional<Earlier> yearEnd = Optional.empty();
        private Optional<Finding> setup = Optional.empty();
        private String benchmarks = "";

        Staging(String period, String text) throws Exception {
            this.period = Period.parse(period).orElseThrow();
            for (String code : List.of("A", "B", "C", "D")) {
                banks.put(code, bank(code, !code.equals("D")));
            }
            this.datasets = RuleFiles.datasets(
                    "credit", "tax", "survey", "pools", "holdings", "risk", "parameters", "projects", "adjustments");
            for (String sheet : text.split(" / ", -1)) {
                List<SheetRow> rows = new ArrayList<>();
                for (String row : sheet.split("; ", -1)) {
                    List<Cell> cells = new ArrayList<>();
                    String[] values = row.strip().split(",", -1);
                    for (int column = 0; column < values.length; column++) {
                        if (!values[column].isEmpty()) {
                            cells.add(new Cell(new CellRef(rows.size(), column), new CellValue.Text(values[column])));
                        }
                    }
                    rows.add(new SheetRow(rows.size(), false, cells));
                }
                sheets.add(rows);
            }
        }

        Scheme scheme() throws Exception {
            return RuleFiles.parse(
                    """
                    rule: test
                    scheme: test
                    title: 测试
                    in_force: {from: 2022-01-01}
                    source: {document: 办法}
                    rounding: {points: 2}
                    measures:
                      tax_paid: {name: 税收, formula: tax}
                      growth: {name: 增量, formula: loans - loans_opening}
                    BENCHMARKS
                    items:
                      - {id: tax, name: 税收, kind: base, measure: tax_paid, method: {value: {}}, clause: 一, mark: text}
                      - {id: growth, name: 增量, kind: base, measure: growth, method: {METHOD}, clause: 一, mark: text}
                    """.replace("BENCHMARKS", benchmarks).replace(
                            "METHOD",
                            benchmarks.isEmpty() ? "value: {}" : "ratio_to_reference: {full: 5, reference: city}"),
                    datasets);
        }

        List<PrintedFinding> printed() throws Exception {
            tables();
            return staged.stream().map(WORDS::print).toList();
        }

        StagedTables tables() throws Exception {
            staged.clear();
            setup.ifPresent(staged::add);
            Register roster = new Register(List.copyOf(banks.values()));
            Map<Integer, SheetHeader> headers = new LinkedHashMap<>();
            List<OnSheet<Fact>> figures = new ArrayList<>();
            List<OnSheet<ControlTotal>> totals = new ArrayList<>();
            for (int i = 0; i < sheets.size(); i++) {
                HeaderSearch search = new HeaderSearch(
                        Place.of("a.xlsx", Integer.toString(i)), all(), scheme().columns(), period, "无");
                for (SheetRow row : sheets.get(i)) {
                    search.offer(row);
                }
                if (!(search.result() instanceof HeaderSearch.Recognised recognised)) {
                    throw new AssertionError("not recognised: " + sheets.get(i) + " " + search.result());
                }
                headers.put(i, recognised.header());
                if (recognised.header().dataset().rows() == Dataset.Rows.REGISTER) {
                    continue;
                }
                RowIntake intake = new RowIntake(
                        recognised.header(),
                        new RowContext(roster, true, Subject::assessed, scheme().columns(), Map.of(), period, "无"));
                for (SheetRow row : sheets.get(i).subList(1, sheets.get(i).size())) {
                    RowResult result = intake.take(row);
                    int sheet = i;
                    boolean record = recognised.header().dataset().rows() == Dataset.Rows.RECORD;
                    result.figures().stream()
                            .filter(figure -> !record)
                            .forEach(figure -> figures.add(new OnSheet<>(sheet, figure)));
                    result.totals().forEach(total -> totals.add(new OnSheet<>(sheet, total)));
                    staged.addAll(result.findings());
                }
            }
            return new StagedTables(
                    period,
                    datasets,
                    roster,
                    true,
                    headers,
                    figures,
                    totals,
                    summaries,
                    repeated,
                    (sheet, column, after, before) -> sum(figures, sheet, column, after, before),
                    last,
                    yearEnd,
                    staged.stream().map(WORDS::print).toList());
        }

        private List<Dataset> all() throws Exception {
            List<Dataset> all = new ArrayList<>(datasets);
            all.addAll(RuleFiles.datasets("roster"));
            return all;
        }

        private static ColumnSum sum(List<OnSheet<Fact>> figures, int sheet, String column, int after, int before) {
            List<Fraction> between = figures.stream()
                    .filter(each -> each.sheet() == sheet
                            && each.value().column().equals(column)
                            && each.value().at().row() > after
                            && each.value().at().row() < before)
                    .flatMap(each -> each.value().value().stream())
                    .map(Fraction::of)
                    .toList();
            return new ColumnSum(Fraction.sum(between), between.size());
        }
    }
}
