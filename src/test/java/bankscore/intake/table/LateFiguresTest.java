package bankscore.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Figure;
import bankscore.facts.PublishedFor;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What stands for figures that were not sent, written as {@link StagedSheets} says: A, B and C are assessed, D is not. All columns that
 * the rule uses may be late; {@code tax} is a running total, {@code loans_opening} an opening figure.
 */
class LateFiguresTest {

    private static final String CREDIT = "银行名称,存款余额,年初贷款余额,贷款余额; A,9,10,12; B,9,20,21; C,9,30,30; D,9,40,40";
    private static final String TAX = "银行名称,上缴税收; A,500; B,600; C,700";
    private static final String EARLIER = CREDIT + " / " + TAX;

    /** The third quarter is published as the one before, with a tax of B that was itself late there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # all is there
            2022Q4 | EARLIER                                                   | ``
            # a cell, a cell with a word for nothing; two of one row; a row with nothing but its name
            2022Q4 | CREDIT / 银行名称,上缴税收; A,500; B; C,700                  | W226 B3 bank=B行 column=上缴税收 found=600万元 period=2022Q3 revision=2
            2022Q4 | CREDIT / 银行名称,上缴税收; A,500; B,—; C,700                | W226 B3 bank=B行 column=上缴税收 found=600万元 period=2022Q3 revision=2
            # a row; one of who is not assessed, too, where a figure of all is computed
            2022Q4 | CREDIT / 银行名称,上缴税收; A,500; C,700                     | W226 bank=B行 figures=“上缴税收” 600万元 period=2022Q3 revision=2 variant=row
            2022Q4 | TAX / 银行名称,存款余额,年初贷款余额,贷款余额; A,9,10,12; B,9,20,21; C,9,30,30 | W226 bank=D行 figures=“年初贷款余额” 40万元、“贷款余额” 40万元 period=2022Q3 revision=2 variant=row
            # a sheet: once by itself and once for each bank
            2022Q4 | CREDIT | W226 count=3 expected=税收 variant=sheet, W226 bank=A行 expected=税收 figures=“上缴税收” 500万元 period=2022Q3 revision=2 variant=bank, W226 bank=B行 expected=税收 figures=“上缴税收” 600万元 period=2022Q3 revision=2 variant=bank, W226 bank=C行 expected=税收 figures=“上缴税收” 700万元 period=2022Q3 revision=2 variant=bank
            # in the unit in which figures are kept, whatever the sheet's is
            2022Q4 | CREDIT / 银行名称,上缴税收（元）; A,5000000; B; C,7000000    | W226 B3 bank=B行 column=上缴税收（元） found=600万元 period=2022Q3 revision=2
            # what cannot be read is no late figure, and no second one of a cell that is accused
            2022Q4 | CREDIT / 银行名称,上缴税收; A,500; B,x; C,700                | ``
            # the next year: only the balance
            2023Q1 | TAX / 银行名称,存款余额,年初贷款余额,贷款余额; A,9,10,12; B,9; C,9,30,30; D,9,40,40 | E206 C3 bank=B行 column=年初贷款余额 variant=late, W226 D3 bank=B行 column=贷款余额 found=21万元 period=2022Q3 revision=2
            2023Q1 | CREDIT                                                    | E110 banks=A行、B行、C行 expected=税收 headings=银行名称、上缴税收 variant=late
            2023Q1 | CREDIT / 银行名称,上缴税收; A,500; C,700                     | E303 bank=B行 variant=late
            """)
    void what_is_not_there_is_that_of_the_last_published_period(String period, String sheets, String expected) {
        StagedSheets now = late(period, sheets).after(new StagedSheets("2022Q3", EARLIER));

        assertThat(found(
                        now,
                        Optional.of(new LastUsed(new PublishedFor(new Period(2022, 3), 2, "CODE"), Map.of())),
                        true))
                .isEqualTo(expected);
    }

    private static StagedSheets late(String period, String sheets) {
        String written =
                sheets.replace("EARLIER", EARLIER).replaceAll("CREDIT", CREDIT).replaceAll("^TAX", TAX);
        return new StagedSheets(period, written)
                .late("credit", "loans", "loans_opening")
                .late("tax", "tax");
    }

    /** What the last period took itself keeps the revision that it was sent for; what it was sent comes first. */
    @Test
    void a_figure_that_was_late_there_already_is_handed_on() {
        StagedSheets now = late("2022Q4", "CREDIT / 银行名称,上缴税收; A; B; C,700")
                .after(new StagedSheets("2022Q3", CREDIT + " / 银行名称,上缴税收; A,500; C,700"));
        PublishedFor first = new PublishedFor(new Period(2022, 1), 1, "FIRST");
        LastUsed last = new LastUsed(
                new PublishedFor(new Period(2022, 3), 2, "CODE"),
                Map.of(
                        "tax",
                        Map.of(
                                "B",
                                Figure.late("tax", Fraction.of("111"), first),
                                "A",
                                Figure.late("tax", Fraction.of("9"), first))));

        assertThat(found(now, Optional.of(last), true))
                .isEqualTo("W226 B2 bank=A行 column=上缴税收 found=500万元 period=2022Q3 revision=2, "
                        + "W226 B3 bank=B行 column=上缴税收 found=111万元 period=2022Q1 revision=1");
    }

    /** Of a running total that was late over the year's end already nothing is handed on. */
    @Test
    void a_running_total_of_another_year_is_not_handed_on() {
        StagedSheets now = late("2023Q2", "CREDIT / 银行名称,上缴税收; A,1; B; C,1")
                .after(new StagedSheets("2023Q1", CREDIT + " / 银行名称,上缴税收; A,1; C,1"));
        LastUsed last = new LastUsed(
                new PublishedFor(new Period(2023, 1), 1, "CODE"),
                Map.of(
                        "tax",
                        Map.of(
                                "B",
                                Figure.late("tax", Fraction.of("9"), new PublishedFor(new Period(2022, 4), 1, "")))));

        assertThat(found(now, Optional.of(last), true)).isEqualTo("E206 B3 bank=B行 column=上缴税收 variant=late");
    }

    /** Where nothing is computed of all, nobody asks for the figures of who is not assessed. */
    @Test
    void who_is_not_assessed_lacks_nothing_where_nothing_of_it_is_read() {
        StagedSheets now = late("2022Q4", "TAX / 银行名称,存款余额,年初贷款余额,贷款余额; A,9,10,12; B,9,20,21; C,9,30,30")
                .after(new StagedSheets("2022Q3", EARLIER));

        assertThat(found(now, Optional.of(new LastUsed(new PublishedFor(new Period(2022, 3), 2, ""), Map.of())), false))
                .isEmpty();
    }

    /** As without the word: for a rule that takes no earlier figures, and where none is published. */
    @Test
    void without_a_published_period_what_is_missing_is_an_error_as_ever() {
        StagedSheets now = late("2022Q4", "CREDIT / 银行名称,上缴税收; A,500; B; C,700");

        assertThat(found(now, Optional.empty(), false)).isEqualTo("E206 B3 bank=B行 column=上缴税收");
    }

    private static String found(StagedSheets sheets, Optional<LastUsed> last, boolean ofAll) {
        List<Finding> findings = new ArrayList<>();
        TableCheck check = new TableCheck(
                sheets.tables(),
                new Demand(StagedSheets.USED, List.of(), Subject::assessed, Plan.NONE, Set.of("roster"), ofAll, last),
                findings::add);
        check.checkPresence();
        check.checkSheetsHaveRows();
        check.perSubject();
        check.checkEverySubjectHasARow();
        check.checkTotals();
        return StagedSheets.brief(findings);
    }
}
