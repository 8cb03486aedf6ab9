package bankscore.intake.table.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.intake.Dataset;
import bankscore.intake.table.staged.RecordTally.Repeated;
import bankscore.load.dataset.DatasetLoader;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A figure is written {@code sheet row bank label choice day value note}; a dash is nothing. */
class RecordTallyTest {

    private static final Set<String> USED = Set.of("survey.rating", "service.points");
    private static final Map<Integer, Place> SHEETS = Map.of(1, Place.of("a.xlsx", "S"), 2, Place.of("b.xlsx", "S"));

    private static Dataset dataset(String id) {
        try {
            return DatasetLoader.loadAll(Path.of("config/datasets")).stream()
                    .filter(dataset -> dataset.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private record Line(int sheet, Fact figure) {}

    private static Line line(String dataset, String column, int at, String written) {
        String[] words = written.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].equals("-") ? "" : words[i];
        }
        return new Line(
                Integer.parseInt(words[0]),
                new Fact(
                        dataset,
                        column,
                        new CellRef(Integer.parseInt(words[1]) - 1, at),
                        words[2],
                        words[3],
                        words[4],
                        words[5].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(words[5])),
                        words[6].isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(words[6])),
                        words[7]));
    }

    private static List<Line> ratings(String... lines) {
        return Stream.of(lines).map(line -> line("survey", "rating", 2, line)).toList();
    }

    private static List<Line> faults(String... lines) {
        return Stream.of(lines).map(line -> line("service", "points", 4, line)).toList();
    }

    private static RecordTally tally(String dataset, List<Line> lines, ControlTotal... totals) {
        RecordTally tally = new RecordTally(dataset(dataset), USED, new Period(2022, 3));
        tally.addTotals(1, List.of(totals));
        lines.forEach(line -> tally.add(line.sheet(), line.figure()));
        return tally;
    }

    private static ControlTotal total(int row, boolean subtotal) {
        return new ControlTotal("survey", "rating", new CellRef(row - 1, 2), subtotal, BigDecimal.ONE);
    }

    private static List<Repeated> repeated(String dataset, List<Line> lines) {
        return tally(dataset, lines)
                .repeats()
                .map(repeats -> {
                    lines.forEach(line -> repeats.add(line.sheet(), line.figure()));
                    return repeats.found();
                })
                .orElse(List.of());
    }

    @Test
    void numbers_are_aggregated_by_sheet_bank_and_word() {
        RecordTally tally = tally(
                "survey",
                ratings(
                        "1 3 B1 甲局 - - 4.5 -",
                        "1 4 B2 甲局 - - 3 -",
                        "1 6 B1 乙局 - - -1.25 -",
                        "1 9 B1 丙局 - - - -",
                        "2 3 B1 丁局 - - 2 -"));

        assertThat(tally.summaries(SHEETS))
                .extracting(each ->
                        each.place().cell() + " " + each.subject() + " " + each.rows() + " " + each.empty() + " "
                                + each.sum().decimal().orElseThrow().toPlainString() + " "
                                + each.max().map(Fraction::toString).orElse("-") + " "
                                + each.min().map(Fraction::toString).orElse("-"))
                .containsExactly(
                        "C3:C9 B1 3 1 3.25 " + Fraction.of("4.5") + " " + Fraction.of("-1.25"),
                        "C4 B2 1 0 3 " + Fraction.of(3) + " " + Fraction.of(3),
                        "C3 B1 1 0 2 " + Fraction.of(2) + " " + Fraction.of(2));
        assertThat(tally.summaries(SHEETS))
                .extracting(each -> each.place().file())
                .containsExactly("a.xlsx", "a.xlsx", "b.xlsx");
        assertThat(tally.summaries(SHEETS))
                .extracting(each -> each.column() + each.choice())
                .containsOnly("survey.rating");
    }

    @Test
    void a_bank_that_has_no_number_has_neither_best_nor_worst() {
        assertThat(tally("survey", ratings("1 3 B1 甲局 - - - -")).summaries(SHEETS))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.empty()).isEqualTo(1);
                    assertThat(each.sum()).isEqualTo(Fraction.ZERO);
                    assertThat(each.max()).isEmpty();
                    assertThat(each.min()).isEmpty();
                });
    }

    @Test
    void only_what_happened_in_the_year_up_to_the_end_of_the_period_counts() {
        RecordTally tally = tally(
                "service",
                faults(
                        "1 3 B1 甲局 资金拨付 2021-12-31 1 -",
                        "1 4 B1 甲局 资金拨付 2022-01-01 2 -",
                        "1 5 B1 甲局 资金拨付 2022-09-30 4 -",
                        "1 6 B1 甲局 资金拨付 2022-10-01 8 -",
                        "1 7 B1 甲局 资金拨付 - 16 -",
                        "1 8 B1 甲局 单据传送 2022-05-01 32 -"));

        assertThat(tally.summaries(SHEETS))
                .extracting(each ->
                        each.choice() + " " + each.rows() + " " + each.sum().numerator())
                .containsExactlyInAnyOrder("资金拨付 2 6", "单据传送 1 32");
    }

    @Test
    void a_column_that_no_scheme_uses_is_not_aggregated_but_its_totals_are_summed() {
        RecordTally tally = new RecordTally(dataset("survey"), Set.of(), new Period(2022, 3));
        tally.addTotals(1, List.of(total(9, false)));
        ratings("1 3 B1 甲局 - - 4 -", "1 3 B1 甲局 - - 4 -").forEach(line -> tally.add(line.sheet(), line.figure()));

        assertThat(tally.summaries(SHEETS)).isEmpty();
        assertThat(tally.repeats()).isEmpty();
        assertThat(tally.between(1, "rating", 1, Integer.MAX_VALUE)).isEqualTo(new ColumnSum(Fraction.of(8), 2));
    }

    @Test
    void sums_lie_between_total_rows() {
        RecordTally tally = tally(
                "survey",
                ratings(
                        "1 3 B1 甲局 - - 1 -",
                        "1 4 B2 甲局 - - 2 -",
                        "1 6 B1 乙局 - - 4 -",
                        "1 7 B1 丁局 - - - -",
                        "1 9 B1 丙局 - - 8 -",
                        "2 4 B1 丙局 - - 16 -"),
                total(5, true),
                total(8, true),
                total(10, false));

        assertThat(tally.between(1, "rating", 1, 4)).isEqualTo(new ColumnSum(Fraction.of(3), 2));
        assertThat(tally.between(1, "rating", 4, 7)).isEqualTo(new ColumnSum(Fraction.of(4), 1));
        assertThat(tally.between(1, "rating", 7, 9)).isEqualTo(new ColumnSum(Fraction.of(8), 1));
        assertThat(tally.between(1, "rating", 1, Integer.MAX_VALUE)).isEqualTo(new ColumnSum(Fraction.of(15), 4));
        assertThatThrownBy(() -> tally.between(1, "rating", 5, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tally.between(1, "rating", 1, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tally.between(2, "rating", 1, 9)).isInstanceOf(IllegalArgumentException.class);
        assertThat(tally.between(1, "points", 1, 9)).isEqualTo(new ColumnSum(Fraction.ZERO, 0));
        assertThat(tally.figures()).isEqualTo(6);
    }

    @Test
    void total_rows_may_come_only_just_before_what_stands_below_them() {
        RecordTally tally = new RecordTally(dataset("survey"), USED, new Period(2022, 3));
        tally.addTotals(1, List.of(total(3, true)));
        ratings("1 4 B1 甲局 - - 1 -", "1 5 B1 乙局 - - 2 -").forEach(line -> tally.add(line.sheet(), line.figure()));
        tally.addTotals(1, List.of(total(6, true), total(6, true), total(8, true)));
        ratings("1 7 B1 丙局 - - 4 -", "1 9 B1 丁局 - - 8 -").forEach(line -> tally.add(line.sheet(), line.figure()));
        tally.addTotals(1, List.of(total(10, false)));

        assertThat(tally.between(1, "rating", 1, 2)).isEqualTo(new ColumnSum(Fraction.ZERO, 0));
        assertThat(tally.between(1, "rating", 2, 5)).isEqualTo(new ColumnSum(Fraction.of(3), 2));
        assertThat(tally.between(1, "rating", 5, 7)).isEqualTo(new ColumnSum(Fraction.of(4), 1));
        assertThat(tally.between(1, "rating", 7, 9)).isEqualTo(new ColumnSum(Fraction.of(8), 1));
        assertThat(tally.between(1, "rating", 2, 9)).isEqualTo(new ColumnSum(Fraction.of(15), 4));
    }

    @Test
    void a_unit_that_rates_a_bank_again_is_found_whatever_it_says() {
        assertThat(repeated(
                        "survey",
                        ratings(
                                "1 3 B1 甲局 - - 4 -",
                                "1 4 B2 甲局 - - 4 -",
                                "1 5 B1 乙局 - - 4 -",
                                "1 6 B1 甲局 - - 5 -",
                                "1 7 B1 - - - 5 -",
                                "1 8 B1 - - - 5 -",
                                "2 3 B1 甲局 - - 1 -")))
                .containsExactly(new Repeated(1, 5, "B1", "甲局"), new Repeated(2, 2, "B1", "甲局"));
    }

    /** Of the second sheet 2 of 3, of the third 1 of 2, which is not more than half; both at the first place. */
    @Test
    void a_sheet_of_which_an_earlier_one_has_more_than_half_was_sent_again() {
        RecordTally tally = tally(
                "survey",
                ratings(
                        "1 3 B1 甲局 - - 4 -",
                        "1 4 B2 甲局 - - 4 -",
                        "1 5 B1 乙局 - - 4 -",
                        "2 3 B1 甲局 - - 5 -",
                        "2 4 B2 甲\u200B局 - - 4 -",
                        "2 5 B3 甲局 - - 4 -",
                        "3 3 B1 乙局 - - 4 -",
                        "3 4 B4 甲局 - - 4 -"));

        assertThat(tally.sentAgain()).containsExactly(new SentAgain(2, 1, 3, 2));
        assertThat(tally.repeats()).isPresent();
    }

    @Test
    void what_only_sheets_sent_again_repeat_is_not_looked_for() {
        RecordTally tally = tally(
                "survey", ratings("1 3 B1 甲局 - - 4 -", "1 4 B2 甲局 - - 4 -", "2 3 B1 甲局 - - 4 -", "2 4 B2 甲局 - - 4 -"));

        assertThat(tally.sentAgain()).containsExactly(new SentAgain(2, 1, 2, 2));
        assertThat(tally.repeats()).isEmpty();
    }

    @Test
    void a_fault_is_told_twice_only_if_everything_is_the_same() {
        assertThat(repeated(
                        "service",
                        faults(
                                "1 3 B1 甲局 资金拨付 2022-03-01 1 迟到",
                                "1 4 B2 甲局 资金拨付 2022-03-01 1 迟到",
                                "1 5 B1 乙局 资金拨付 2022-03-01 1 迟到",
                                "1 6 B1 甲局 单据传送 2022-03-01 1 迟到",
                                "1 7 B1 甲局 资金拨付 2022-03-02 1 迟到",
                                "1 8 B1 甲局 资金拨付 - 1 迟到",
                                "1 9 B1 甲局 资金拨付 2022-03-01 2 迟到",
                                "1 10 B1 甲局 资金拨付 2022-03-01 - 迟到",
                                "1 11 B1 甲局 资金拨付 2022-03-01 1 -",
                                "1 12 B1 甲局 资金拨付 2022-03-01 1.0 迟到",
                                "1 13 B1 甲局 资金拨付 2022-03-01 - 迟到")))
                .containsExactly(new Repeated(1, 11, "B1", "甲局"), new Repeated(1, 12, "B1", "甲局"));
    }

    @Test
    void without_a_repetition_nothing_has_to_be_read_again() {
        assertThat(tally("survey", ratings("1 3 B1 甲局 - - 4 -", "1 4 B1 乙局 - - 4 -", "1 5 B2 甲局 - - 4 -"))
                        .repeats())
                .isEmpty();
    }
}
