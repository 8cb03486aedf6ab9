package bankscore.contribution.book.cells;

import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.LiveFormula;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.Formula;
import bankscore.rule.MeasureValue;
import bankscore.rule.Statistic;
import bankscore.rule.ValueTable;
import bankscore.rule.say.CellFormula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures and benchmarks as formulas over the cells of 基础数据 and 规则与口径.
 *
 * <p>What no plain formula expresses, or what refers to a cell that is not there, has none: the cell then holds the
 * engine's value. Doubles are guarded by an inner ROUND, because a plain one misses exact halves.
 */
public final class MeasureFormulas {

    private static final int MOST_CHARACTERS = 8000;

    private final Book book;
    private final Map<Formula.Aggregate, String> cells = new HashMap<>();

    public MeasureFormulas(Book book) {
        this.book = book;
    }

    /** A formula's outermost statistics. */
    public static List<Formula.Aggregate> aggregates(Formula formula) {
        return outermost(formula).distinct().toList();
    }

    private static Stream<Formula.Aggregate> outermost(Formula formula) {
        return formula instanceof Formula.Aggregate aggregate
                ? Stream.of(aggregate)
                : formula.operands().stream().flatMap(MeasureFormulas::outermost);
    }

    /** A statistic of a measure's formula, for a cell of its own. */
    public Optional<String> statistic(Definition.Measure measure, Formula.Aggregate aggregate) {
        return statistic(aggregate, population(measure));
    }

    /**
     * A bank's value of a measure as a formula; empty where no common formula expresses it.
     *
     * @param statistics the cells in which the measure's statistics stand
     */
    public Optional<String> measure(
            Definition.Measure measure, String bank, Map<Formula.Aggregate, Addresses.Address> statistics) {
        cells.clear();
        statistics.forEach((aggregate, cell) -> cells.put(aggregate, cell.absolute()));
        Optional<String> exact = measure.quarters().isPresent()
                ? overQuarters(measure, measure.quarters().get().of(), bank)
                : measure.of().isPresent()
                        ? ofRecords(measure, measure.of().get(), bank)
                        : expression(measure.formula(), bank, List.of());
        return exact.flatMap(formula -> rounded(formula, measure.rounding(), measure.decimals()));
    }

    /**
     * The banks of a measure's statistics: those that lack a figure are left out, as the engine does. None where a bank
     * lacks a measure: that one may come to exist when the book is changed.
     */
    private List<String> population(Definition.Measure measure) {
        Map<String, MeasureValue> values = book.assessment().measures().getOrDefault(measure.id(), Map.of());
        List<String> entering = new ArrayList<>();
        for (String bank : over(measure.over())) {
            MeasureValue value = values.get(bank);
            List<String> missing = value == null
                    ? List.of(measure.id())
                    : value.inputs().stream()
                            .filter(input -> input.value().isEmpty())
                            .map(MeasureValue.Input::name)
                            .toList();
            boolean figuresOnly = missing.stream().noneMatch(scheme().definitions()::has);
            if (missing.isEmpty() || alone(measure.formula())) {
                entering.add(bank);
            } else if (!figuresOnly) {
                return List.of();
            }
        }
        return entering;
    }

    /** Whether a formula names one measure and nothing else: a statistic passes over the cells of those that have none. */
    private boolean alone(Formula formula) {
        return formula.names().size() == 1
                && book.assessment()
                        .measures()
                        .containsKey(formula.names().iterator().next());
    }

    private List<String> over(Definition.Population population) {
        return population == Definition.Population.ALL
                ? book.report().quarter().roster().subjects().stream()
                        .map(Subject::code)
                        .toList()
                : book.assessment().cards().stream()
                        .map(card -> card.bank().code())
                        .toList();
    }

    public Optional<String> benchmark(BenchmarkValue value) {
        Definition.Benchmark benchmark = value.benchmark();
        if (value.published()) {
            return benchmark.published().flatMap(item -> book.addresses().absolute(BookAddress.PUBLISHED, item, ""));
        }
        return benchmark
                .computed()
                .flatMap(formula -> expression(formula, "", alone(formula) ? over(benchmark.over()) : value.banks()))
                .flatMap(formula -> rounded(formula, benchmark.rounding(), benchmark.decimals()));
    }

    /** Rounded to the decimals of a parameter; what is not rounded is guarded all the same. */
    private Optional<String> rounded(String formula, Optional<Rounding> rounding, String path) {
        String published = rounding.map(
                        to -> LiveFormula.rounded(formula, to.mode(), book.parameter(path, Fraction.of(to.decimals()))))
                .orElse("ROUND(" + formula + ",10)");
        String none = book.words().text("book.none");
        // A quotient may have no base, and a measure that is named here may not exist.
        boolean mayLack = formula.contains("/")
                || formula.contains("COUNT(")
                || formula.contains(book.text(Book.Part.MEASURES, "sheet"));
        String whole = mayLack ? "IFERROR(" + published + ",\"" + none + "\")" : published;
        return whole.length() <= MOST_CHARACTERS ? Optional.of(whole) : Optional.empty();
    }

    /** This quarter live, and what earlier quarters published as it stands there; a function passes over a cell without a number. */
    private Optional<String> overQuarters(Definition.Measure measure, Definition.Gathered of, String bank) {
        List<Fraction> published = Optional.ofNullable(book.assessment()
                        .measures()
                        .getOrDefault(measure.id(), Map.of())
                        .get(bank))
                .map(MeasureValue::quarters)
                .orElse(List.of())
                .stream()
                .filter(quarter -> quarter.published().isPresent())
                .flatMap(quarter -> quarter.value().stream())
                .toList();
        Optional<String> cell =
                measure.gathered().flatMap(id -> address(id, bank)).map(Addresses.Address::absolute);
        if (published.isEmpty()) {
            return cell;
        }
        List<String> literals = published.stream().map(LiveFormula::literal).toList();
        String all = String.join(",", literals);
        return cell.map(now -> switch (of) {
            case MEAN -> "AVERAGE(" + now + "," + all + ")";
            case SUM -> "SUM(" + now + "," + all + ")";
            case LAST -> "IF(ISNUMBER(" + now + ")," + now + "," + literals.get(literals.size() - 1) + ")";
        });
    }

    /** Of records; an empty number counts as the scheme's value for its word (D10). */
    private Optional<String> ofRecords(Definition.Measure measure, Statistic statistic, String bank) {
        String column = measure.formula().names().iterator().next();
        List<RecordSummary> records = book.report().quarter().facts().records(column, bank);
        List<String> counts = book.addresses().absolutes(BookAddress.RECORD_COUNT, column, bank);
        List<String> sums = book.addresses().absolutes(BookAddress.RECORD_SUM, column, bank);
        List<String> empties = book.addresses().absolutes(BookAddress.RECORD_EMPTY, column, bank);
        List<String> sum = new ArrayList<>();
        List<String> count = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<String> extremes = new ArrayList<>(book.addresses()
                .absolutes(statistic == Statistic.MIN ? BookAddress.RECORD_MIN : BookAddress.RECORD_MAX, column, bank));
        int empty = 0;
        for (int i = 0; i < records.size(); i++) {
            sum.add(sums.get(i));
            count.add(counts.get(i));
            rows.add(counts.get(i));
            if (records.get(i).empty() > 0) {
                String missing = empties.get(empty++);
                Optional<String> cost = standIn(measure, records.get(i).choice());
                if (cost.isPresent()) {
                    sum.add(missing + "*" + cost.get());
                    extremes.add(cost.get());
                } else {
                    count.add("-" + missing);
                }
            }
        }
        String all = sum.isEmpty() ? "0" : plus(sum);
        return switch (statistic) {
            case SUM -> Optional.of(all);
            case MEAN -> count.isEmpty() ? Optional.empty() : Optional.of("(" + all + ")/(" + plus(count) + ")");
            case COUNT -> Optional.of(rows.isEmpty() ? "0" : plus(rows));
            case MAX, MIN ->
                extremes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(statistic.name() + "(" + String.join(",", extremes) + ")");
            case MEDIAN -> Optional.empty();
        };
    }

    private static String plus(List<String> terms) {
        return String.join("+", terms).replace("+-", "-");
    }

    private Optional<String> standIn(Definition.Measure measure, String word) {
        if (measure.whenEmpty().isEmpty()) {
            return Optional.empty();
        }
        Optional<ValueTable> table = Optional.ofNullable(
                scheme().definitions().values().get(measure.whenEmpty().get()));
        return table.flatMap(values -> Optional.ofNullable(values.byWord().get(word))
                .map(cost -> book.addresses()
                        .absolute(BookAddress.PARAMETER, values.path(word), "")
                        .orElse(cost.toString())));
    }

    private Optional<String> expression(Formula formula, String bank, List<String> population) {
        return formula.read(new CellFormula(
                LiveFormula::literal,
                id -> address(id, bank).map(Addresses.Address::absolute),
                aggregate -> Optional.ofNullable(cells.get(aggregate)).or(() -> statistic(aggregate, population)),
                0));
    }

    /** A statistic of one figure over the banks that entered it; of anything else there is no plain formula. */
    private Optional<String> statistic(Formula.Aggregate aggregate, List<String> population) {
        if (!(aggregate.operand() instanceof Formula.Name name) || population.isEmpty()) {
            return Optional.empty();
        }
        List<Addresses.Address> of = new ArrayList<>();
        for (String bank : population) {
            address(name.id(), bank).ifPresent(of::add);
        }
        return of.size() < population.size()
                ? Optional.empty()
                : Addresses.arguments(of).map(arguments -> function(aggregate.statistic(), name.id(), arguments));
    }

    /** Of figures, which are all there; of a measure that no bank may have there is none but a sum or a count. */
    private String function(Statistic statistic, String of, String arguments) {
        String function = ComparedBanks.function(statistic) + "(" + arguments + ")";
        boolean always = !book.assessment().measures().containsKey(of)
                || statistic == Statistic.SUM
                || statistic == Statistic.COUNT;
        return always
                ? function
                : "IF(COUNT(" + arguments + ")=0,\"" + book.words().text("book.none") + "\"," + function + ")";
    }

    private Optional<Addresses.Address> address(String id, String bank) {
        return book.addresses()
                .find(BookAddress.FIGURE, id, bank)
                .or(() -> book.addresses().find(BookAddress.MEASURE, id, bank))
                .or(() -> book.addresses().find(BookAddress.BENCHMARK, id, ""));
    }

    private Scheme scheme() {
        return book.assessment().scheme();
    }
}
