package bankscore.contribution.load;

import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.facts.Figure;
import bankscore.facts.PublishedFor;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what a worked case says of earlier periods, {@code earlier: {2022Q1: {measures: {A: {ldr: 70}}, benchmarks: {b: 1}}}}:
 * a period that is not written was not published, a bank that is not written had no value there. Of the last one it may say
 * what {@code figures} it used, for columns of which the last published figure counts.
 */
final class EarlierLoader {

    private static final String FIGURES = "figures";

    /** What a case says was published is no revision of anybody. */
    private static final String NO_CODE = "0000-0000-0000-0000";

    private final Period period;
    private final Set<String> banks;
    private final Set<String> late;
    private final Optional<Scheme> scheme;

    /**
     * Knows what may be named.
     *
     * @param period of the case
     * @param late the columns of which the last published figure counts where none is written
     * @param scheme tells what is read; absent: nothing is refused for that nothing reads it
     */
    EarlierLoader(Period period, Set<String> banks, Set<String> late, Optional<Scheme> scheme) {
        this.period = period;
        this.banks = banks;
        this.late = Set.copyOf(late);
        this.scheme = scheme;
    }

    Earlier earlier(YamlNode branch) {
        NavigableMap<Period, Earlier.Published> periods = new TreeMap<>();
        Optional<Period> last = branch.anyFields().all().keySet().stream()
                .flatMap(text -> Period.parse(text).stream())
                .max(Comparator.naturalOrder());
        branch.anyFields().all().forEach((text, own) -> {
            Optional<Period> then = Period.parse(text).filter(each -> each.compareTo(period) < 0);
            if (then.isEmpty()) {
                own.refuseText(text, "not_an_earlier_period", "own", period);
            } else if (scheme.filter(by -> !by.reads(period, then.get())).isPresent()
                    && !(then.equals(last) && own.isMap() && own.anyFields().has(FIGURES))) {
                own.refuseText(text, "earlier_not_read");
            } else {
                periods.put(then.get(), published(then.get(), then.equals(last), own));
            }
        });
        return new Earlier(periods);
    }

    private Earlier.Published published(Period then, boolean last, YamlNode branch) {
        Fields fields = branch.fields("measures", "benchmarks", FIGURES);
        Map<String, Map<String, Fraction>> measures = new LinkedHashMap<>();
        scheme.ifPresent(by -> by.remembered().stream()
                .filter(id -> by.measure(id).isPresent())
                .forEach(id -> measures.put(id, new HashMap<>())));
        fields.get("measures")
                .ifPresent(each -> perBank(
                        each,
                        remembered(),
                        (bank, id, value) -> measures.computeIfAbsent(id, key -> new HashMap<>())
                                .put(bank, value)));
        Map<String, Map<String, Figure>> used = new LinkedHashMap<>();
        PublishedFor revision = new PublishedFor(then, 1, NO_CODE);
        fields.get(FIGURES).ifPresent(each -> {
            if (!last) {
                each.refuseText(FIGURES, "earlier_figures_not_last");
            }
            perBank(
                    each,
                    Optional.of(late),
                    (bank, id, value) -> used.computeIfAbsent(id, key -> new HashMap<>())
                            .put(bank, Figure.late(id, value, revision)));
        });
        return new Earlier.Published(
                1,
                "",
                measures,
                fields.get("benchmarks")
                        .map(each -> numbers(each, remembered()))
                        .orElse(Map.of()),
                used);
    }

    private Optional<Set<String>> remembered() {
        return scheme.map(Scheme::remembered);
    }

    /** Takes a number of a bank. */
    @FunctionalInterface
    private interface Taker {
        void take(String bank, String id, Fraction value);
    }

    private void perBank(YamlNode branch, Optional<Set<String>> read, Taker to) {
        branch.anyFields().all().forEach((bank, own) -> {
            if (!banks.contains(bank)) {
                own.refuseUnknown(bank, "unknown_word", banks);
            }
            numbers(own, read).forEach((id, value) -> to.take(bank, id, value));
        });
    }

    /** @param read what is read; absent: whatever is written */
    private static Map<String, Fraction> numbers(YamlNode branch, Optional<Set<String>> read) {
        Map<String, Fraction> numbers = new LinkedHashMap<>();
        branch.anyFields().all().forEach((id, value) -> {
            if (read.filter(known -> !known.contains(id)).isPresent()) {
                value.refuseText(id, "earlier_value_not_read", "allowed", String.join(", ", new TreeSet<>(read.get())));
            }
            value.number().ifPresent(number -> numbers.put(id, number));
        });
        return numbers;
    }
}
