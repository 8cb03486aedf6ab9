package bankscore.intake.table;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.facts.Subject;
import bankscore.intake.table.earlier.EarlierCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an earlier period published and arrives again. A column is written as the figures of banks A, B, C and so on. */
class SameAgainTest {

    private static final String TEN = "11 12 13 14 15 16 17 18 19 20";
    private static final String MORE = "21 22 23 24 25 26 27 28 29 30";
    private static final String MOST = "31 32 33 34 35 36 37 38 39 40";

    /** A sheet with one row a bank. */
    private static String sheet(String headings, String... columns) {
        StringBuilder rows = new StringBuilder("银行名称,").append(headings);
        List<List<String>> figures = new ArrayList<>();
        for (String column : columns) {
            figures.add(List.of(column.strip().split(" +", -1)));
        }
        for (int bank = 0; bank < figures.get(0).size(); bank++) {
            rows.append("; ").append((char) ('A' + bank));
            for (List<String> column : figures) {
                rows.append(',').append(column.get(bank));
            }
        }
        return rows.toString();
    }

    private static StagedSheets quarter(String period, String... sheets) {
        return new StagedSheets(period, String.join(" / ", sheets)).among("A B C D E F G H I J");
    }

    private static String found(StagedSheets sheets) {
        return StagedSheets.brief(EarlierCheck.check(sheets.tables()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # nine of ten running totals are last quarter's; eight of ten may be
            11 12 13 14 15 16 17 18 19 20 | 11 12 13 14 15 16 17 18 19 21 | E323 B1 column=上缴税收 period=2022Q3
            11 12 13 14 15 16 17 18 19 20 | 11 12 13 14 15 16 17 18 20 21 | ``
            # five tell something, four do not; zeros are nobody's: five of six are too few
            11 12 13 14 15 0 0 0 0 1      | 11 12 13 14 15 0 0 0 0 0      | E323 B1 column=上缴税收 period=2022Q3
            11 12 13 14 0 0 0 0 0 0       | 11 12 13 14 0 0 0 0 0 0       | ``
            11 12 13 14 15 0 0 0 0 0      | 11 12 13 14 15 0 0 0 0 1      | ``
            # the whole sheet; in units of its own, and with zeros that nobody typed
            11 12 13 14 15 16 17 18 19 20 | 11 12 13 14 15 16 17 18 19 20 | E323 A1 found=a.xlsx › 0 period=2022Q3 variant=sheet
            11 12 13 14 15                | 11.0 12 13 14 15              | E323 A1 found=a.xlsx › 0 period=2022Q3 variant=sheet
            """)
    void running_totals_of_last_quarter_are_an_error(String before, String now, String expected) {
        assertThat(found(quarter("2022Q4", sheet("上缴税收", now)).after(quarter("2022Q3", sheet("上缴税收", before)))))
                .isEqualTo(expected);
    }

    @Test
    void a_sheet_of_any_earlier_period_is_found_whatever_the_order_of_its_rows() {
        String lastYear = sheet("上缴税收", TEN);
        String now = "银行名称,上缴税收; J,20; I,19; H,18; G,17; F,16; E,15; D,14; C,13; B,12; A,11";
        assertThat(found(quarter("2022Q4", now)
                        .after(quarter("2022Q3", sheet("上缴税收", "1 2 3 4 5 6 7 8 9 10")))
                        .after(quarter("2021Q4", lastYear))))
                .isEqualTo("E323 A1 found=a.xlsx › 0 period=2021Q4 variant=sheet");
    }

    @Test
    void balances_of_last_quarter_are_to_be_verified_all_columns_of_a_sheet_at_once() {
        String headings = "存款余额,年初贷款余额,贷款余额";
        StagedSheets last = quarter("2022Q3", sheet(headings, MORE, TEN, MOST));

        assertThat(found(quarter("2022Q4", sheet(headings, MORE, TEN, MOST)).after(last)))
                .isEqualTo("W220 B1 column=存款余额、贷款余额 period=2022Q3");
        // Opening figures alone are the same all year.
        assertThat(found(quarter("2022Q4", sheet(headings, MOST, TEN, MORE)).after(last)))
                .isEqualTo("E320 B1 cell2=D1 column=存款余额 other=贷款余额 variant=earlier");
        assertThat(found(quarter("2022Q4", sheet(headings, MORE.replace("2", "4"), TEN, MOST.replace("3", "5")))
                        .after(last)))
                .isEmpty();
    }

    @Test
    void opening_figures_are_not_last_quarters_closing_ones_unless_the_year_began_with_it() {
        String headings = "存款余额,年初贷款余额,贷款余额";
        StagedSheets now = quarter("2022Q4", sheet(headings, MORE, MORE, MOST));

        assertThat(found(now.after(quarter("2022Q3", sheet(headings, TEN, TEN, MORE)))))
                .isEqualTo("E324 C1 column=年初贷款余额 period=2022Q3");
        assertThat(found(quarter("2023Q1", sheet(headings, MORE, MORE, MOST))
                        .after(quarter("2022Q4", sheet(headings, TEN, TEN, MORE)))))
                .isEmpty();
        // Nothing was lent in the year: opening and closing are one.
        assertThat(found(quarter("2022Q4", sheet(headings, MOST, TEN, MORE))
                        .after(quarter("2022Q3", sheet(headings, MORE, TEN, TEN)))))
                .isEmpty();
    }

    @Test
    void opening_figures_are_the_same_in_every_quarter_of_the_year() {
        String headings = "存款余额,年初贷款余额,贷款余额";
        String other = "11 12 13 14 15 16 17 18 9 10";

        assertThat(found(quarter("2022Q3", sheet(headings, MOST, other, MOST))
                        .after(quarter("2022Q2", sheet(headings, MORE, other, MORE)))
                        .after(quarter("2022Q1", sheet(headings, TEN, TEN, TEN)))))
                .isEqualTo("W210 C10 bank=I行 column=年初贷款余额 expected=19 found=9 quarter=2022Q1 variant=quarter,"
                        + " W210 C11 bank=J行 column=年初贷款余额 expected=20 found=10 quarter=2022Q1 variant=quarter");
        // All of them at once are one finding.
        assertThat(found(quarter("2022Q2", sheet(headings, MOST, "1 2 3 4 5 6 7 8 9 10", MOST))
                        .after(quarter("2022Q1", sheet(headings, MORE, TEN, MORE)))))
                .isEqualTo("W210 C1 column=年初贷款余额 count=10 expected=11 first=A行 found=1 variant=column");
    }

    @Test
    void records_that_an_earlier_period_published_are_an_error_unless_all_of_them_say_one_thing() {
        StringBuilder ratings = new StringBuilder("预算单位,银行名称,评分");
        StringBuilder fives = new StringBuilder("预算单位,银行名称,评分");
        for (int unit = 0; unit < 20; unit++) {
            ratings.append("; 单位").append(unit).append(",A,").append(unit % 5);
            fives.append("; 单位").append(unit).append(",A,5");
        }
        assertThat(found(quarter("2022Q4", ratings.toString()).after(quarter("2022Q2", ratings.toString()))))
                .isEqualTo("E323 B1 found=a.xlsx › 0 period=2022Q2 variant=sheet");
        assertThat(found(quarter("2022Q4", ratings.toString()).after(quarter("2022Q2", fives.toString()))))
                .isEmpty();
        assertThat(found(quarter("2022Q4", fives.toString()).after(quarter("2022Q2", fives.toString()))))
                .isEmpty();
        String few = ratings.substring(0, ratings.lastIndexOf(";"));
        assertThat(found(quarter("2022Q4", few).after(quarter("2022Q2", few)))).isEmpty();
    }

    @Test
    void records_that_were_published_are_known_in_two_sheets_where_there_was_one_and_the_other_way_round() {
        StringBuilder one = new StringBuilder("预算单位,银行名称,评分");
        StringBuilder other = new StringBuilder("预算单位,银行名称,评分");
        for (int unit = 0; unit < 12; unit++) {
            one.append("; 单位").append(unit).append(",A,").append(unit % 5);
            other.append("; 另一单位").append(unit).append(",A,").append(unit % 4);
        }
        String both = one + other.substring(other.indexOf(";"));

        assertThat(found(quarter("2022Q4", one.toString(), other.toString()).after(quarter("2022Q2", both))))
                .isEqualTo("E323 B1 found=a.xlsx › 0 period=2022Q2 variant=sheet,"
                        + " E323 B1 found=a.xlsx › 0 period=2022Q2 variant=sheet");
        assertThat(found(quarter("2022Q4", both).after(quarter("2022Q2", one.toString(), other.toString()))))
                .isEqualTo("E323 B1 found=a.xlsx › 0、a.xlsx › 1 period=2022Q2 variant=sheet");
        assertThat(found(quarter("2022Q4", one.toString(), other + "; 又一单位,A,1").after(quarter("2022Q2", both))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # all doubled: one that is ten times as much as it was, five times what the others have become, is not far enough
            20 20 20 20 100 | ``
            20 20 20 20 121 | W208 B6 bank=E行 column=上缴税收 expected=10 found=121
            20 20 20 20 3   | W208 B6 bank=E行 column=上缴税收 expected=10 found=3
            20 20 20 20 4   | ``
            """)
    void a_figure_that_grew_quite_otherwise_than_the_others_is_to_be_verified(String now, String expected) {
        assertThat(found(quarter("2023Q1", sheet("上缴税收", now))
                        .after(quarter("2022Q4", sheet("上缴税收", "10 10 10 10 10")))))
                .isEqualTo(expected);
    }

    @Test
    void a_bank_that_was_founded_within_a_year_may_grow_as_it_likes() {
        StagedSheets now = quarter("2022Q3", sheet("上缴税收", "20 20 20 20 200"))
                .with(new Subject("E", "E行", "", List.of(), "", Optional.of(LocalDate.of(2021, 10, 1)), true));

        assertThat(found(now.after(quarter("2022Q2", sheet("上缴税收", "10 10 10 10 10"))
                        .with(new Subject(
                                "E", "E行", "", List.of(), "", Optional.of(LocalDate.of(2021, 10, 1)), true)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # each nearer to the other's last for four of five banks; three are too few, and so are four banks
            10 10 10 10 10 | 50 50 50 50 50 | 52 52 52 52 11 | 11 11 11 11 52 | E320 B1 cell2=C1 column=存款余额 other=贷款余额 variant=earlier
            10 10 10 10 10 | 50 50 50 50 50 | 52 52 52 11 11 | 11 11 11 52 52 | ``
            10 10 10 10    | 50 50 50 50    | 52 52 52 52    | 11 11 11 11    | ``
            # one way only: both are near what deposits were
            10 10 10 10 10 | 50 50 50 50 50 | 12 12 12 12 12 | 11 11 11 11 11 | ``
            # one copied over the other; if they were alike before, they may be
            10 10 10 10 10 | 50 50 50 50 50 | 52 53 54 55 56 | 52 53 54 55 56 | W223 B1 cell2=C1 column=存款余额 other=贷款余额 variant=earlier
            10 10 10 10 10 | 10 10 10 10 10 | 12 13 14 15 16 | 12 13 14 15 16 | ``
            """)
    void columns_in_each_others_place_are_told_by_what_stood_there_last(
            String deposits, String loans, String depositsNow, String loansNow, String expected) {
        assertThat(found(quarter("2022Q4", sheet("存款余额,贷款余额", depositsNow, loansNow))
                        .after(quarter("2022Q3", sheet("存款余额,贷款余额", deposits, loans)))))
                .isEqualTo(expected);
    }
}
