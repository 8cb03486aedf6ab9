package bankscore.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.table.staged.RecordTally.Repeated;
import bankscore.intake.table.staged.SentAgain;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole tables and what is found in them, written as {@link StagedSheets} says. */
class TableCheckTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nothing to say
            2022Q1 | SOUND                                                                | ``
            # what must be there: a used sheet
            2022Q1 | TAX                                                                  | E110 expected=存贷款 headings=银行名称、存款余额、贷款余额
            # a bank twice, an assessed bank without a row; one that is not assessed may be missing
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600; A,1; C,2                      | E302 A4 bank=A行 first=A2 found=A行 variant=at
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; C,600; D,1                           | E303 bank=B行
            # a bank whose row was refused in staging is not missing for the same cause
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,x; C,2                             | ``
            # a sheet of two and more rows that an earlier one has all of was sent again; one row, or a new one, is by itself
            2022Q1 | CREDIT / TAX / 银行名称,上缴税收; A,1; B,2                               | E302 A1 found=a.xlsx › 1 variant=sheet
            2022Q1 | CREDIT / TAX / 银行名称,上缴税收; A,1; B,2; D,3                          | E302 A1 found=a.xlsx › 1 variant=sheet
            2022Q1 | CREDIT / TAX / 银行名称,上缴税收; A,1                                    | E302 A2 bank=A行 first=a.xlsx › 1 › A2 found=A行 variant=at
            2022Q1 | CREDIT / TAX / 银行名称,上缴税收; A,1; D,2                               | E302 A2 bank=A行 first=a.xlsx › 1 › A2 found=A行 variant=at
            2022Q1 | CREDIT / 银行名称,上缴税收; A,5; B,6 / 银行名称,上缴税收; C,7; D,2       | ``
            # a sheet that no indicator uses needs no row of every bank
            2022Q1 | SOUND / 银行名称,重点项目贷款余额; A,1                                    | ``
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
            # a table that goes on in a further sheet: the total of its own sheet, of both, of neither; of all below the first
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600 / 银行名称,上缴税收; C,700; 合计,700  | ``
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600 / 银行名称,上缴税收; C,700; 合计,1800 | ``
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600; 合计,1800 / 银行名称,上缴税收; C,700 | ``
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600 / 银行名称,上缴税收; C,700; 合计,1801 | E307 B3 column=上缴税收 difference=1101 expected=700 found=1801
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,x / 银行名称,上缴税收; C,700; 合计,1800 | ``
            # a total is not accused where one of its figures was refused, or its bank
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,x; C,700; 合计,9                    | ``
            2022Q1 | CREDIT / 银行名称,上缴税收; A,500; B,600; C,700; Z,1; 合计,9             | ``
            """)
    void a_table_is_held_against_itself_and_the_register(String period, String sheets, String expected) {
        assertThat(found(new StagedSheets(period, sheets))).isEqualTo(expected);
    }

    /** The sheet is accused, not each of its rows. */
    @Test
    void a_sheet_of_records_that_came_twice_is_found_once() {
        StagedSheets twice = new StagedSheets("2022Q1", "SOUND / 预算单位,银行名称,评分; 市局,A,5 / 预算单位,银行名称,评分; 市局,A,5; 县局,A,4")
                .with(new SentAgain(3, 2, 800, 797));

        assertThat(found(twice)).isEqualTo("E330 B1 count=797 first=a.xlsx › 2 rows=800");
    }

    @Test
    void a_rating_given_twice_is_found() {
        StagedSheets twice =
                new StagedSheets("2022Q1", "SOUND / 预算单位,银行名称,评分; 市局,A,5; 市局,A,4").with(new Repeated(2, 2, "A", "市局"));

        assertThat(found(twice)).isEqualTo("W206 B3 bank=A行 found=市局");
    }

    @Test
    void a_setup_error_explains_a_missing_sheet() {
        StagedSheets staging = new StagedSheets("2022Q1", "TAX")
                .with(Finding.of(Code.E101, Place.of("b.xlsx", ""))
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
        "N109, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额 unread=b.xlsx › 表 variant=unread",
        "W104, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额 unread=b.xlsx › 表 variant=unread",
        "E116, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
        "E112, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
        "E113, ''",
        "E201, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
        "W204, E110 expected=存贷款 headings=银行名称、存款余额、贷款余额",
    })
    void a_missing_sheet_is_told_with_what_may_be_it(Code code, String expected) {
        Finding known = Finding.of(code, Place.of("b.xlsx", "表"));
        for (String detail : List.of("found", "missing", "near", "expected", "from", "to")) {
            known = known.with(detail, "x");
        }
        assertThat(found(new StagedSheets("2022Q1", "TAX").with(known))).isEqualTo(expected);
    }

    @Test
    void a_sheet_that_was_nearly_recognised_is_not_missing_too() {
        StagedSheets near = new StagedSheets("2022Q1", "TAX")
                .with(Finding.of(Code.E116, Place.of("b.xlsx", "表").at("B1"))
                        .with("expected", "存贷款")
                        .with("headings", "")
                        .with("missing", "")
                        .with("near", ""));

        assertThat(found(near)).isEmpty();
    }

    /** What a sheet with headings alone is, by what must be there and by what other sheets hold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2022Q1 | CREDIT / 银行名称,上缴税收                      | E117 A1 expected=税收
            2022Q1 | SOUND / 银行名称,上缴税收                       | W106 A1 expected=税收 variant=other
            2022Q1 | SOUND / 银行名称,重点项目贷款余额                | W106 A1 expected=重点项目贷款
            2022Q1 | SOUND / 预算单位,银行名称,评分                  | W106 A1 expected=满意度调查
            2022Q1 | SOUND / 银行名称,风险类型,处置                  | W106 A1 expected=风险
            2022Q1 | SOUND / 资金类别,次年调配总额                   | W106 A1 expected=资金池
            2022Q4 | SOUND / 资金类别,次年调配总额                   | E117 A1 expected=资金池
            # pools are an error even beside others; money held is to be verified there
            2022Q4 | SOUND / 资金类别,次年调配总额; 社保,5 / 资金类别,次年调配总额 | E117 A1 expected=资金池 variant=other
            2022Q4 | SOUND / 资金类别,银行名称,存款余额               | E117 A1 expected=财政存款
            2022Q4 | SOUND / 资金类别,银行名称,存款余额; 社保,A,5 / 资金类别,银行名称,存款余额 | W106 A1 expected=财政存款 variant=other
            2022Q1 | SOUND / 项目,数值                              | N107 A1 expected=参数
            2022Q1 | SOUND / ADJUST                                 | N107 A1 expected=调整
            # a total row is no row of data; a row that was refused is
            2022Q1 | CREDIT / 银行名称,上缴税收; 合计,0               | E117 A1 expected=税收
            2022Q1 | CREDIT / 银行名称,上缴税收; A,x                  | ``
            """)
    void a_sheet_with_headings_and_no_row_is_told(String period, String sheets, String expected) {
        List<Finding> findings = new ArrayList<>();
        check(new StagedSheets(period, sheets).tables(), true, findings).checkSheetsHaveRows();

        assertThat(StagedSheets.brief(findings)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "项目,数值; 税收总额,5 | W212 A2 expected=全市税收 found=税收总额",
                "项目,数值; 税收总额,5; 别的,6 | W212 A2 expected=全市税收 found=税收总额, W212 A3 expected=全市税收 found=别的",
                "项目,数值; 全市税收,5; 别的,6 | ''",
                "项目,数值; 全市 税收,5 | ''",
                "项目,数值; 税收总额, | W216 expected=全市税收",
            })
    void a_published_figure_under_another_name_is_told_while_one_is_missing(String sheet, String expected) {
        assertThat(found(new StagedSheets("2022Q1", "SOUND / " + sheet), "全市税收"))
                .isEqualTo(expected);
    }

    /** A rule that ends in a plan asks for the list of whom it may not place money with; any other does not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2022Q4 | SOUND                                   | E110 expected=风险 headings=银行名称、风险类型、处置 variant=plan
            2022Q3 | SOUND                                   | W101 expected=风险 sender=银行业监管部门 variant=plan
            2022Q4 | SOUND / RISK                            | ``
            2022Q4 | SOUND / 银行名称,风险类型,处置            | W106 A1 expected=风险
            2022Q1 | SOUND / 银行名称,风险类型,处置; 无        | W106 A1 expected=风险
            2022Q4 | SOUND / RISK / 银行名称,风险类型,处置; 无 | W106 A1 expected=风险 variant=other
            # a row that was refused is a row
            2022Q4 | SOUND / 银行名称,风险类型,处置; A,x,观察   | ``
            # two lists of different banks are joined, of the same bank not
            2022Q4 | SOUND / RISK / 银行名称,风险类型,处置; A,x,收回 | ``
            2022Q4 | SOUND / RISK / 银行名称,风险类型,处置; A,x,收回; D,x,收回 | E330 A1 first=a.xlsx › 2 name=D行 variant=list
            """)
    void the_list_that_a_plan_needs_is_asked_for(String period, String sheets, String expected) {
        assertThat(StagedSheets.brief(lists(new StagedSheets(period, sheets), true).stream()
                        .filter(finding ->
                                !finding.details().getOrDefault("expected", "").startsWith("资金池")
                                        && !finding.details()
                                                .getOrDefault("expected", "")
                                                .startsWith("财政存款"))
                        .toList()))
                .isEqualTo(expected);
        assertThat(StagedSheets.brief(lists(new StagedSheets(period, sheets), false)))
                .doesNotContain("E110 expected=风险")
                .doesNotContain("W101");
    }

    private static List<Finding> lists(StagedSheets sheets, boolean plans) {
        List<Finding> findings = new ArrayList<>();
        TableCheck check = check(sheets.tables(), plans, findings);
        check.checkPresence();
        check.checkSheetsHaveRows();
        check.checkListsSentAgain();
        return findings;
    }

    private static TableCheck check(StagedTables tables, boolean plans, List<Finding> findings) {
        Plan plan = tables.period().isAnnual() ? Plan.REAL : Plan.SIMULATED;
        return new TableCheck(
                tables,
                new Demand(StagedSheets.USED, List.of(), Subject::assessed, plans ? plan : Plan.NONE, Set.of("roster")),
                findings::add);
    }

    private static String found(StagedSheets sheets, String... published) {
        List<Finding> findings = new ArrayList<>();
        TableCheck check = new TableCheck(
                sheets.tables(),
                new Demand(StagedSheets.USED, List.of(published), Subject::assessed, Plan.NONE, Set.of("roster")),
                findings::add);
        check.checkPresence();
        check.perSubject();
        new PublishedFigures(check, sheets.tables(), List.of(published), findings::add).read();
        check.checkEverySubjectHasARow();
        check.checkSheetsSentAgain();
        check.checkRepeatedRecords();
        check.checkTotals();
        return StagedSheets.brief(findings);
    }
}
