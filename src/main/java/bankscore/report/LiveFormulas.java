package bankscore.report;

import bankscore.domain.Fraction;
import bankscore.domain.Rounding;
import bankscore.domain.quarter.RecordSummary;
import bankscore.domain.roster.Bank;
import bankscore.domain.scheme.Definition;
import bankscore.domain.scheme.Formula;
import bankscore.domain.scheme.Scheme;
import bankscore.domain.scheme.Statistic;
import bankscore.domain.score.BenchmarkValue;
import bankscore.domain.score.MeasureValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures and benchmarks as formulas over the cells of 基础数据 and 规则与口径.
 *
 * <p>What no plain formula expresses, or what refers to a cell that is not there, has none: the cell then holds the
 * engine's value. Doubles are guarded by an inner ROUND, because a plain one misses exact halves.
 */
final class LiveFormulas {

    /** Functions take no more arguments. */
    private static final int MOST_ARGUMENTS = 255;

    private static final int MOST_CHARACTERS = 8000;

    private final Book book;

    LiveFormulas(Book book) {
        this.book = book;
    }

    Optional<String> measure(Definition.Measure measure, String bank) {
        Optional<String> exact = measure.of().isPresent()
                ? ofRecords(measure, measure.of().get(), bank)
                : expression(measure.formula(), bank, population(measure), 0);
        return exact.flatMap(formula -> rounded(formula, measure.rounding(), "measures." + measure.id() + ".round"));
    }

    /** The banks of a measure's statistics; none where some lack a figure, because the engine leaves those out. */
    private List<String> population(Definition.Measure measure) {
        Map<String, MeasureValue> values = book.assessment().measures().getOrDefault(measure.id(), Map.of());
        List<String> banks = measure.over() == Definition.Population.ALL
                ? book.report().quarter().roster().banks().stream()
                        .map(Bank::code)
                        .toList()
                : book.assessment().cards().stream()
                        .map(card -> card.bank().code())
                        .toList();
        boolean complete = banks.stream()
                .map(values::get)
                .allMatch(value -> value != null
                        && value.inputs().stream()
                                .allMatch(input -> input.value().isPresent()));
        return complete ? banks : List.of();
    }

    Optional<String> benchmark(BenchmarkValue value) {
        Definition.Benchmark benchmark = value.benchmark();
        if (value.published()) {
            return benchmark.published().flatMap(item -> cell(Addresses.Kind.PUBLISHED, item, ""));
        }
        return benchmark
                .formula()
                .flatMap(formula -> expression(formula, "", value.banks(), 0))
                .flatMap(formula -> rounded(
                        formula,
                        benchmark.rounding(),
                        "benchmarks." + benchmark.id() + (benchmark.published().isPresent() ? ".else" : "")
                                + ".round"));
    }

    /** Rounded to the decimals of a parameter; what is not rounded is guarded all the same. */
    private Optional<String> rounded(String formula, Optional<Rounding> rounding, String path) {
        if (rounding.filter(to -> to.mode() != Rounding.Mode.HALF_UP).isPresent()) {
            return Optional.empty();
        }
        String guarded = "ROUND(" + formula + ",10)";
        String published = rounding.map(
                        to -> "ROUND(" + guarded + "," + book.parameter(path, Fraction.of(to.decimals())) + ")")
                .orElse(guarded);
        String none = book.words().text("book.none");
        String whole = formula.contains("/") ? "IFERROR(" + published + ",\"" + none + "\")" : published;
        return whole.length() <= MOST_CHARACTERS ? Optional.of(whole) : Optional.empty();
    }

    /** Sum, count and mean; an empty number counts as the scheme's value for its word (D10). */
    private Optional<String> ofRecords(Definition.Measure measure, Statistic statistic, String bank) {
        String column = measure.formula().names().iterator().next();
        List<RecordSummary> records = book.report().quarter().records(column, bank);
        List<Addresses.Address> counts = book.addresses().all(Addresses.Kind.RECORD_COUNT, column, bank);
        List<Addresses.Address> sums = book.addresses().all(Addresses.Kind.RECORD_SUM, column, bank);
        List<Addresses.Address> empties = book.addresses().all(Addresses.Kind.RECORD_EMPTY, column, bank);
        List<String> sum = new ArrayList<>();
        List<String> count = new ArrayList<>();
        int empty = 0;
        for (int i = 0; i < records.size(); i++) {
            sum.add(sums.get(i).absolute());
            count.add(counts.get(i).absolute());
            if (records.get(i).empty() > 0) {
                String missing = empties.get(empty++).absolute();
                Optional<String> cost = standIn(measure, records.get(i).choice());
                if (cost.isPresent()) {
                    sum.add(missing + "*" + cost.get());
                } else {
                    count.add("-" + missing);
                }
            }
        }
        String all = sum.isEmpty() ? "0" : plus(sum);
        return switch (statistic) {
            case SUM -> Optional.of(all);
            case MEAN -> count.isEmpty() ? Optional.empty() : Optional.of("(" + all + ")/(" + plus(count) + ")");
            case COUNT, MAX, MIN, MEDIAN -> Optional.empty();
        };
    }

    private static String plus(List<String> terms) {
        return String.join("+", terms).replace("+-", "-");
    }

    private Optional<String> standIn(Definition.Measure measure, String word) {
        if (measure.whenEmpty().isEmpty()) {
            return Optional.empty();
        }
        String table = measure.whenEmpty().get();
        Optional<Fraction> value = Optional.ofNullable(scheme().values().get(table))
                .map(values -> values.byWord().get(word));
        return value.map(cost -> cell(Addresses.Kind.PARAMETER, "values." + table + "." + word, "")
                .orElse(cost.toString()));
    }

    /**
     * An expression.
     *
     * @param population the banks of a statistic; none where there is none
     * @param around how tightly the surroundings bind
     */
    private Optional<String> expression(Formula formula, String bank, List<String> population, int around) {
        if (formula instanceof Formula.Constant constant) {
            return Optional.of(Book.literal(constant.value()));
        }
        if (formula instanceof Formula.Name name) {
            return name(name.id(), bank);
        }
        if (formula instanceof Formula.Negation negation) {
            return expression(negation.operand(), bank, population, 3).map(operand -> "(-" + operand + ")");
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            return statistic(aggregate, population);
        }
        Formula.Binary binary = (Formula.Binary) formula;
        int binding = binary.operator().binding();
        Optional<String> left = expression(binary.left(), bank, population, binding);
        Optional<String> right = expression(binary.right(), bank, population, binding + 1);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String joined = left.get() + binary.operator().sign() + right.get();
        return Optional.of(binding < around ? "(" + joined + ")" : joined);
    }

    /** A statistic of one figure over the banks that entered it; of anything else there is no plain formula. */
    private Optional<String> statistic(Formula.Aggregate aggregate, List<String> population) {
        if (!(aggregate.operand() instanceof Formula.Name name)
                || population.isEmpty()
                || population.size() > MOST_ARGUMENTS) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        for (String bank : population) {
            name(name.id(), bank).ifPresent(cells::add);
        }
        if (cells.size() < population.size()) {
            return Optional.empty();
        }
        String function = aggregate.statistic() == Statistic.MEAN
                ? "AVERAGE"
                : aggregate.statistic().name();
        return Optional.of(function + "(" + String.join(",", cells) + ")");
    }

    private Optional<String> name(String id, String bank) {
        return cell(Addresses.Kind.FIGURE, id, bank)
                .or(() -> cell(Addresses.Kind.MEASURE, id, bank))
                .or(() -> cell(Addresses.Kind.BENCHMARK, id, ""));
    }

    private Optional<String> cell(Addresses.Kind kind, String name, String bank) {
        return book.addresses().find(kind, name, bank).map(Addresses.Address::absolute);
    }

    private Scheme scheme() {
        return book.assessment().scheme();
    }
}
