package bankscore.report;

import bankscore.domain.Fraction;
import bankscore.domain.Rounding;
import bankscore.domain.roster.Bank;
import bankscore.domain.scheme.Definition;
import bankscore.domain.scheme.Item;
import bankscore.domain.score.BenchmarkValue;
import bankscore.domain.score.Excluded;
import bankscore.domain.score.MeasureValue;
import bankscore.domain.score.ScoreCard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 指标测算: the measures of every bank of the roster and the benchmarks.
 *
 * <p>The assessed banks stand together at the top, so that a best or a median is a statistic of one range.
 */
final class MeasuresSheet {

    private static final Book.Part PART = Book.Part.MEASURES;
    private static final int FIRST = 3;

    private final Book book;
    private final List<Definition.Measure> measures;
    private final Grid grid;
    private final LiveFormulas formulas;

    private MeasuresSheet(Book book) {
        this.book = book;
        this.measures = book.assessment().scheme().measures();
        int[] widest = new int[Math.max(FIRST + measures.size(), 7)];
        java.util.Arrays.fill(widest, 20);
        widest[0] = 18;
        widest[1] = 22;
        widest[2] = 10;
        this.grid = book.grid(PART, widest);
        this.formulas = new LiveFormulas(book);
    }

    static void fill(Book book) {
        new MeasuresSheet(book).fill();
    }

    /** The assessed banks in roster order; peers together where an item compares within a kind. */
    static List<ScoreCard> order(Book book) {
        boolean peers = book.assessment().scheme().items().stream().anyMatch(Item::peers);
        return peers
                ? book.assessment().cards().stream()
                        .sorted(Comparator.comparing(card -> card.bank().kind()))
                        .toList()
                : book.assessment().cards();
    }

    private void fill() {
        grid.next()
                .headerCell(0, book.text(PART, "code"))
                .headerCell(1, book.text(PART, "bank"))
                .headerCell(2, book.text(PART, "assessed"));
        for (int i = 0; i < measures.size(); i++) {
            Definition.Measure measure = measures.get(i);
            grid.headerCell(
                    FIRST + i,
                    measure.unit().isEmpty()
                            ? measure.name()
                            : book.text(PART, "named", "name", measure.name(), "unit", measure.unit()));
        }
        grid.headerEnds();
        for (ScoreCard card : order(book)) {
            bank(card.bank(), book.text(PART, "yes"));
        }
        for (Excluded bank : book.assessment().excluded()) {
            bank(bank.bank(), book.text(PART, "no"));
        }
        benchmarks();
        grid.sheet().getHeader().setCenter(book.title(PART));
        grid.finish(2, false);
    }

    private void bank(Bank bank, String assessed) {
        grid.next()
                .text(0, bank.code(), Look.CENTERED)
                .text(1, bank.label(), Look.TEXT)
                .text(2, assessed, Look.CENTERED);
        for (int i = 0; i < measures.size(); i++) {
            Definition.Measure measure = measures.get(i);
            MeasureValue result = value(measure, bank);
            Optional<Fraction> value = Optional.ofNullable(result).flatMap(MeasureValue::value);
            boolean standsIn = result != null && result.standsIn();
            Optional<String> formula = standsIn ? Optional.empty() : formulas.measure(measure, bank.code());
            if (formula.isPresent()) {
                grid.formula(FIRST + i, formula.get(), value, look(measure.rounding()));
            } else {
                grid.number(FIRST + i, value, look(measure.rounding()));
            }
            book.addresses().note(Addresses.Kind.MEASURE, measure.id(), bank.code(), grid.at(FIRST + i));
        }
    }

    private @org.jspecify.annotations.Nullable MeasureValue value(Definition.Measure measure, Bank bank) {
        return book.assessment().measures().getOrDefault(measure.id(), Map.of()).get(bank.code());
    }

    private void benchmarks() {
        if (book.assessment().benchmarks().isEmpty()) {
            return;
        }
        grid.next();
        grid.next()
                .headerCell(0, book.text(PART, "benchmark.id"))
                .headerCell(1, book.text(PART, "benchmark.name"))
                .headerCell(2, book.text(PART, "benchmark.value"))
                .headerCell(3, book.text(PART, "benchmark.source"))
                .headerCell(4, book.text(PART, "benchmark.unrounded"))
                .headerCell(5, book.text(PART, "benchmark.banks"))
                .headerCell(6, book.text(PART, "benchmark.place"));
        for (BenchmarkValue benchmark : book.assessment().benchmarks()) {
            grid.next()
                    .text(0, benchmark.benchmark().id(), Look.CENTERED)
                    .text(1, benchmark.benchmark().name(), Look.TEXT)
                    .text(
                            3,
                            book.text(PART, benchmark.published() ? "benchmark.published" : "benchmark.computed"),
                            Look.CENTERED)
                    .number(4, benchmark.unrounded(), Look.MONEY.shown("#,##0.00##########"))
                    .number(5, benchmark.banks().size(), Look.SEQUENCE)
                    .text(6, benchmark.place().toString(), Look.TEXT);
            Look look = look(benchmark.benchmark().rounding());
            formulas.benchmark(benchmark)
                    .ifPresentOrElse(
                            formula -> grid.formula(2, formula, benchmark.value(), look),
                            () -> grid.number(2, benchmark.value(), look));
            book.addresses()
                    .note(Addresses.Kind.BENCHMARK, benchmark.benchmark().id(), "", grid.at(2));
        }
    }

    private static Look look(Optional<Rounding> rounding) {
        return rounding.map(to -> Look.POINTS.decimals(to.decimals())).orElse(Look.MONEY);
    }
}
