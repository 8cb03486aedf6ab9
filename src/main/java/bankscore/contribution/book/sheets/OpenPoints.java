package bankscore.contribution.book.sheets;

import bankscore.contribution.Names;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Linear;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.say.FormName;
import bankscore.contribution.say.ReferenceSentence;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Formula;
import bankscore.rule.Mark;
import bankscore.rule.Statistic;
import bankscore.rule.ValueTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the rule is read where its text leaves something open (D1–D23), with what this scheme sets.
 *
 * <p>Question and answer are words; the setting comes from the scheme, so that nobody reads of a default that is not in
 * force.
 */
final class OpenPoints {

    static final int COUNT = 23;

    private final Book book;
    private final Words words;
    private final Scheme scheme;

    /**
     * One reading.
     *
     * @param setting what the scheme sets; empty where the answer leaves nothing to set
     */
    record Reading(String code, String question, String answer, String setting, Mark mark) {}

    OpenPoints(Book book) {
        this.book = book;
        this.words = book.words();
        this.scheme = book.assessment().scheme();
    }

    /** The readings of what this scheme has; all of them for a scheme that has everything, such as Shangrao's. */
    List<Reading> all() {
        List<Reading> readings = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            if (!concerns(number)) {
                continue;
            }
            String key = "book.reading.D" + number;
            readings.add(new Reading(
                    "D" + number,
                    words.text(key + ".question"),
                    words.text(key + ".answer"),
                    setting(number),
                    mark(number)));
        }
        return readings;
    }

    /** Whether the scheme has what a reading is about: nobody is told how a city counts what it does not ask for. */
    private boolean concerns(int number) {
        List<Method> methods = scheme.items().stream().map(Item::method).toList();
        return switch (number) {
            case 1 -> methods.stream().anyMatch(Bands.class::isInstance);
            case 2 -> !setting(2).isEmpty();
            case 3 -> !book.assessment().benchmarks().isEmpty();
            case 4 ->
                scheme.items().stream()
                        .anyMatch(item -> item.kind() == Item.Kind.BASE
                                && item.mark() == Mark.ASSUMED
                                && item.method() instanceof RatioToBest);
            case 5 ->
                scheme.measures().stream()
                        .anyMatch(measure -> measure.rounding().isPresent());
            case 6, 8, 20 -> !scheme.items().isEmpty();
            case 7 -> scheme.scoring().totalFloor().isPresent();
            case 9 ->
                scheme.measures().stream()
                        .anyMatch(measure ->
                                measure.of().filter(Statistic.MEAN::equals).isPresent());
            case 10 -> !scheme.definitions().values().isEmpty();
            case 11 -> scheme.measures().stream().anyMatch(measure -> divides(measure.formula()));
            case 12 ->
                scheme.measures().stream()
                        .anyMatch(measure -> divides(measure.formula())
                                && measure.formula().names().contains(Names.DEPOSITS));
            case 22 ->
                scheme.measures().stream()
                        .flatMap(measure -> measure.formula().names().stream())
                        .anyMatch(List.of(Names.TAX, Names.LOANS, Names.DEPOSITS)::contains);
            case 23 -> book.report().execution().isPresent();
            default -> true;
        };
    }

    private static boolean divides(Formula formula) {
        return formula.all()
                .anyMatch(each ->
                        each instanceof Formula.Binary binary && binary.operator() == Formula.Operator.DIVIDED_BY);
    }

    private Mark mark(int number) {
        Optional<Mark> set = switch (number) {
            case 4 ->
                strongest(scheme.items().stream()
                        .filter(item -> item.kind() == Item.Kind.BASE)
                        .map(Item::mark));
            case 10 -> strongest(scheme.definitions().values().values().stream().map(ValueTable::mark));
            case 13 -> Optional.of(scheme.eligibility().mark());
            default -> Optional.empty();
        };
        return set.orElseGet(() -> Mark.valueOf(words.text("book.reading.D" + number + ".mark")));
    }

    /** The least certain of several marks. */
    private static Optional<Mark> strongest(Stream<Mark> marks) {
        return marks.reduce((one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private String setting(int number) {
        return switch (number) {
            case 1 -> bounds();
            case 2 ->
                distinct(scheme.items().stream()
                        .filter(item -> item.kind() == Item.Kind.DEDUCTION)
                        .map(Item::method)
                        .filter(Linear.class::isInstance)
                        .map(Linear.class::cast)
                        .map(linear -> words.text("steps." + linear.steps().name())));
            case 3 -> benchmarks();
            case 4 -> full();
            case 5 ->
                distinct(scheme.measures().stream()
                        .flatMap(measure -> measure.rounding().stream())
                        .map(to -> text("decimals", to.decimals())));
            case 6 -> text("decimals", scheme.points().decimals());
            case 7 ->
                scheme.scoring().totalFloor().map(floor -> text("floor", floor)).orElse("");
            case 8 -> text("decimals", scheme.shareDecimals());
            case 10 -> values();
            case 11 ->
                distinct(scheme.measures().stream()
                        .map(measure -> words.text(
                                "book.setting.noBase." + measure.noBase().name())));
            case 13 ->
                scheme.eligibility()
                        .minMonthsOpen()
                        .map(months -> text("months", months))
                        .orElse("");
            case 14 ->
                FormName.of(scheme.allocation().form(), words)
                        + words.text("book.method.joint")
                        + text("lot", scheme.allocation().lot());
            case 15 -> safety();
            case 18 ->
                words.text(
                        "book.setting.outside." + scheme.allocation().outside().name());
            case 19 -> words.text("status." + book.report().kind());
            case 21 -> words.text("book.setting.mode." + scheme.points().mode().name());
            default -> "";
        };
    }

    private String text(String key, Object value) {
        return words.text("book.setting." + key, "value", value);
    }

    private String bounds() {
        return distinct(scheme.items().stream()
                .map(Item::method)
                .filter(Bands.class::isInstance)
                .map(Bands.class::cast)
                .flatMap(method -> method.bands().stream())
                .filter(band -> band.from().isPresent())
                .map(band -> words.text(band.fromIncluded() ? "book.setting.lower" : "book.setting.upper")));
    }

    private String benchmarks() {
        return distinct(book.assessment().benchmarks().stream()
                .map(benchmark -> words.text(
                        "book.setting.benchmark." + (benchmark.published() ? "published" : "computed"),
                        "name",
                        benchmark.benchmark().name(),
                        "value",
                        value(benchmark))));
    }

    private String value(BenchmarkValue benchmark) {
        return ReferenceSentence.valueOf(benchmark, scheme).orElseGet(() -> words.text("book.none"));
    }

    private String full() {
        return distinct(scheme.items().stream()
                .filter(item -> item.kind() == Item.Kind.BASE)
                .map(item -> words.text(
                        "book.setting.full",
                        "name",
                        item.name(),
                        "points",
                        item.full().map(Fraction::toString).orElseGet(() -> words.text("book.none")))));
    }

    private String values() {
        List<String> each = new ArrayList<>();
        for (ValueTable table : new TreeMap<>(scheme.definitions().values()).values()) {
            for (Map.Entry<String, Fraction> value : new TreeMap<>(table.byWord()).entrySet()) {
                each.add(words.text("book.setting.full", "name", value.getKey(), "points", value.getValue()));
            }
        }
        return distinct(each.stream());
    }

    private String safety() {
        return distinct(new TreeMap<>(scheme.allocation().safety())
                .entrySet().stream()
                        .map(each -> words.text(
                                "book.setting.safety", "word", each.getKey(), "action", action(each.getValue()))));
    }

    private String action(AllocationRule.Safety safety) {
        return words.text("book.setting.safety." + safety.name());
    }

    private String distinct(Stream<String> texts) {
        return String.join(words.text("book.method.joint"), texts.distinct().toList());
    }
}
