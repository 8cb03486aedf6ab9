package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.book.cells.ComparedBanks;
import bankscore.contribution.book.cells.MeasureFormulas;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.facts.Subject;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.Formula;
import bankscore.rule.MeasureValue;
import bankscore.rule.say.FormulaText;
import bankscore.rule.say.QuartersText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 指标测算: the measures of every bank of the roster and the benchmarks.
 *
 * <p>The assessed banks stand together at the top, so that a best or a median is a statistic of one range.
 */
public final class MeasuresSheet {

    private static final Book.Part PART = Book.Part.MEASURES;
    private static final int FIRST = 3;

    /** The values of benchmarks and statistics, below the first measure. */
    private static final int VALUE = 3;

    private static final int UNROUNDED = 4;
    private static final int BANKS = 5;
    private static final int PLACE = 6;

    private final Book book;
    private final List<Definition.Measure> measures;
    private final Grid grid;
    private final int ids;
    private final MeasureFormulas formulas;
    private final ComparedBanks populations;
    private final Map<String, Map<Formula.Aggregate, Addresses.Address>> aggregates = new HashMap<>();
    private int head;

    private MeasuresSheet(Book book) {
        this.book = book;
        this.measures = book.measures();
        int[] widest = new int[Math.max(FIRST + measures.size(), 7)];
        java.util.Arrays.fill(widest, 18);
        widest[0] = 10;
        widest[1] = 20;
        widest[2] = 11;
        this.grid = book.grid(PART, widest);
        this.ids = grid.beside(22);
        this.formulas = new MeasureFormulas(book);
        this.populations = new ComparedBanks(book);
    }

    public static void fill(Book book) {
        new MeasuresSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.next().headerCells(0, book.texts(PART, "code", "bank", "assessed"));
        for (int i = 0; i < measures.size(); i++) {
            Definition.Measure measure = measures.get(i);
            grid.headerCell(
                    FIRST + i,
                    measure.unit().isEmpty()
                            ? measure.name()
                            : book.text(PART, "named", "name", measure.name(), "unit", measure.unit()));
        }
        grid.headerEnds();
        placeMeasures();
        placeAggregates();
        for (ScoreCard card : ComparedBanks.order(book)) {
            bank(card.bank(), book.text(PART, "yes"));
        }
        for (Excluded bank : excluded()) {
            bank(bank.bank(), book.text(PART, "no"));
        }
        benchmarks();
        statistics();
        grid.finish(2, false);
    }

    private void bank(Subject bank, String assessed) {
        grid.next()
                .text(0, bank.code(), CellLook.CENTERED)
                .text(1, bank.label(), CellLook.TEXT)
                .text(2, assessed, CellLook.CENTERED);
        for (int i = 0; i < measures.size(); i++) {
            Definition.Measure measure = measures.get(i);
            MeasureValue result = value(measure, bank);
            Optional<Fraction> value = Optional.ofNullable(result).flatMap(MeasureValue::value);
            boolean standsIn = result != null && result.standsIn();
            Optional<String> elsewhere = book.elsewhere(measure, bank.code());
            Optional<String> formula = standsIn || elsewhere.isPresent()
                    ? elsewhere
                    : formulas.measure(measure, bank.code(), aggregates.getOrDefault(measure.id(), Map.of()));
            if (formula.isPresent()) {
                grid.formula(FIRST + i, formula.get(), value, look(measure.rounding()));
                published(result, FIRST + i);
            } else {
                String why = standsIn ? "value.standsIn" : value.isEmpty() ? "value.missing" : "value";
                grid.number(FIRST + i, value, look(measure.rounding())).comment(FIRST + i, book.text(PART, why));
            }
        }
    }

    /** What earlier quarters gave to a figure of the year, and by which revisions. */
    private void published(@org.jspecify.annotations.Nullable MeasureValue result, int column) {
        List<String> lines = result == null ? List.of() : new QuartersText(book.words()).sources(result, book::name);
        if (!lines.isEmpty()) {
            grid.comment(column, String.join("\n", lines));
        }
    }

    private @org.jspecify.annotations.Nullable MeasureValue value(Definition.Measure measure, Subject bank) {
        return book.assessment().measures().getOrDefault(measure.id(), Map.of()).get(bank.code());
    }

    /** Whoever is not assessed stands in the whole book alone, and so do benchmarks. */
    private List<Excluded> excluded() {
        return book.assessment().fund().isPresent()
                ? List.of()
                : book.assessment().excluded();
    }

    private List<BenchmarkValue> benchmarkValues() {
        return book.assessment().fund().isPresent()
                ? List.of()
                : book.assessment().benchmarks();
    }

    private void benchmarks() {
        if (benchmarkValues().isEmpty()) {
            return;
        }
        grid.next();
        String[] headings = {
            "number", "benchmark.name", "benchmark.source", "benchmark.value", "benchmark.unrounded", "benchmark.banks"
        };
        grid.next()
                .heads(0, book.texts(PART, headings))
                .comment(UNROUNDED, book.text(PART, "value.unrounded"))
                .across(PLACE, grid.columns() - 1, book.text(PART, "benchmark.place"), CellLook.HEADER)
                .heads(ids, book.text(PART, "benchmark.id"));
        int number = 0;
        for (BenchmarkValue benchmark : benchmarkValues()) {
            grid.next()
                    .number(0, ++number, CellLook.SEQUENCE)
                    .text(ids, benchmark.benchmark().id(), CellLook.TEXT)
                    .text(1, benchmark.benchmark().name(), CellLook.TEXT)
                    .leadsTo(
                            1,
                            book.addresses()
                                    .first(
                                            BookAddress.PUBLISHED,
                                            benchmark.published()
                                                    ? benchmark
                                                            .benchmark()
                                                            .published()
                                                            .orElse("")
                                                    : "",
                                            ""))
                    .text(
                            2,
                            book.text(PART, benchmark.published() ? "benchmark.published" : "benchmark.computed"),
                            CellLook.CENTERED)
                    .number(UNROUNDED, benchmark.unrounded(), CellLook.MONEY.shown("#,##0.00##########"))
                    .number(
                            BANKS,
                            Optional.of(benchmark.banks().size())
                                    .filter(count -> count > 0)
                                    .map(Fraction::of),
                            CellLook.SEQUENCE)
                    .across(PLACE, grid.columns() - 1, benchmark.place().toString(), CellLook.TEXT);
            CellLook look = look(benchmark.benchmark().rounding());
            formulas.benchmark(benchmark)
                    .ifPresentOrElse(
                            formula -> grid.formula(VALUE, formula, benchmark.value(), look),
                            () -> grid.number(VALUE, benchmark.value(), look).comment(VALUE, book.text(PART, "value")));
            book.addresses().note(BookAddress.BENCHMARK, benchmark.benchmark().id(), "", grid.at(VALUE));
        }
    }

    /** Where the measures will stand, so that a statistic of one may be named before its cells are filled. */
    private void placeMeasures() {
        int row = grid.row();
        for (Subject bank : inOrder()) {
            row++;
            for (int i = 0; i < measures.size(); i++) {
                book.addresses()
                        .note(
                                BookAddress.MEASURE,
                                measures.get(i).id(),
                                bank.code(),
                                new Addresses.Address(grid.sheet().getSheetName(), row, FIRST + i));
            }
        }
    }

    /** The assessed banks, then the others. */
    private List<Subject> inOrder() {
        return Stream.concat(
                        ComparedBanks.order(book).stream().map(ScoreCard::bank),
                        excluded().stream().map(Excluded::bank))
                .toList();
    }

    /** Where the statistics of measures will stand: below the banks and the benchmarks, which are counted already. */
    private void placeAggregates() {
        int benchmarks = benchmarkValues().size();
        int row = grid.row() + inOrder().size() + (benchmarks == 0 ? 0 : 2 + benchmarks) + 3;
        for (Definition.Measure measure : measures) {
            Map<Formula.Aggregate, Addresses.Address> placed = new LinkedHashMap<>();
            for (Formula.Aggregate aggregate : ofOwn(measure)) {
                if (formulas.statistic(measure, aggregate).isPresent()) {
                    placed.put(aggregate, new Addresses.Address(grid.sheet().getSheetName(), row++, VALUE));
                }
            }
            aggregates.put(measure.id(), placed);
        }
    }

    /** The statistics of a measure that this part computes. */
    private List<Formula.Aggregate> ofOwn(Definition.Measure measure) {
        boolean elsewhere = book.assessment().fund().isPresent()
                && !book.assessment().scheme().isBid(measure.id());
        return elsewhere ? List.of() : MeasureFormulas.aggregates(measure.formula());
    }

    /** What measures and items compare with, each in a cell of its own. */
    private void statistics() {
        grid.next();
        grid.next();
        String[] headings = {
            "number", "statistic.name", "statistic.which", "statistic.value", "statistic.over", "statistic.banks"
        };
        grid.heads(0, book.texts(PART, headings)).heads(ids, book.text(PART, "statistic.id"));
        head = grid.row();
        FormulaText words = FormulaText.named(book.words(), book::name);
        for (Definition.Measure measure : measures) {
            for (Map.Entry<Formula.Aggregate, Addresses.Address> each :
                    aggregates.getOrDefault(measure.id(), Map.of()).entrySet()) {
                statistic(
                        measure.id(),
                        measure.name(),
                        words.of(each.getKey()),
                        book.words().text("over." + measure.over().name()),
                        Optional.empty());
                grid.helper(VALUE, formulas.statistic(measure, each.getKey()).orElseThrow(), CellLook.MONEY);
            }
        }
        for (Item item : book.items()) {
            for (String function : ComparedBanks.functions(item)) {
                for (Optional<String> kind : populations.kinds(item)) {
                    if (!populations.noted(item, function, kind)) {
                        statistic(item, function, kind);
                    }
                }
            }
        }
    }

    private void statistic(Item item, String function, Optional<String> kind) {
        Optional<String> formula = populations.formula(item, function, kind);
        Optional<Definition.Measure> measure = book.assessment().scheme().measure(item.measure());
        if (formula.isEmpty() || measure.isEmpty()) {
            return;
        }
        statistic(
                item.measure(),
                measure.get().name(),
                populations.named(function),
                kind.orElseGet(() -> book.words().text("over.ASSESSED")),
                Optional.of(populations.count(item, kind)));
        grid.helper(VALUE, formula.get(), look(measure.get().rounding()));
        populations.note(item, function, kind, grid.at(VALUE));
    }

    private void statistic(String id, String name, String which, String over, Optional<Long> banks) {
        grid.next()
                .number(0, grid.row() - head, CellLook.SEQUENCE)
                .text(1, name, CellLook.TEXT)
                .text(2, which, CellLook.CENTERED)
                .text(4, over, CellLook.CENTERED)
                .text(ids, id, CellLook.TEXT)
                .number(BANKS, banks.map(Fraction::of), CellLook.SEQUENCE);
    }

    private static CellLook look(Optional<Rounding> rounding) {
        return rounding.map(to -> CellLook.POINTS.decimals(to.decimals())).orElse(CellLook.MONEY);
    }
}
