package bankscore.contribution.load;

import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
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
 * a period that is not written was not published, a bank that is not written had no value there.
 */
final class EarlierLoader {

    private final Period period;
    private final Set<String> banks;
    private final Optional<Scheme> scheme;

    /**
     * Knows what may be named.
     *
     * @param period of the case
     * @param scheme tells what is read; absent: nothing is refused for that nothing reads it
     */
    EarlierLoader(Period period, Set<String> banks, Optional<Scheme> scheme) {
        this.period = period;
        this.banks = banks;
        this.scheme = scheme;
    }

    Earlier earlier(YamlNode branch) {
        NavigableMap<Period, Earlier.Published> periods = new TreeMap<>();
        branch.anyFields().all().forEach((text, own) -> {
            Optional<Period> then = Period.parse(text).filter(each -> each.compareTo(period) < 0);
            if (then.isEmpty()) {
                own.refuseText(text, "not_an_earlier_period", "own", period);
            } else if (scheme.filter(by -> !by.reads(period, then.get())).isPresent()) {
                own.refuseText(text, "earlier_not_read");
            } else {
                periods.put(then.get(), published(own));
            }
        });
        return new Earlier(periods);
    }

    private Earlier.Published published(YamlNode branch) {
        Fields fields = branch.fields("measures", "benchmarks");
        Map<String, Map<String, Fraction>> measures = new LinkedHashMap<>();
        scheme.ifPresent(by -> by.remembered().stream()
                .filter(id -> by.measure(id).isPresent())
                .forEach(id -> measures.put(id, new HashMap<>())));
        fields.get("measures")
                .ifPresent(each -> each.anyFields().all().forEach((bank, own) -> {
                    if (!banks.contains(bank)) {
                        own.refuseUnknown(bank, "unknown_word", banks);
                    }
                    numbers(own)
                            .forEach((id, value) -> measures.computeIfAbsent(id, measure -> new HashMap<>())
                                    .put(bank, value));
                }));
        return new Earlier.Published(
                1, "", measures, fields.get("benchmarks").map(this::numbers).orElse(Map.of()));
    }

    private Map<String, Fraction> numbers(YamlNode branch) {
        Map<String, Fraction> numbers = new LinkedHashMap<>();
        branch.anyFields().all().forEach((id, value) -> {
            if (scheme.filter(by -> !by.remembered().contains(id)).isPresent()) {
                value.refuseText(
                        id,
                        "earlier_value_not_read",
                        "allowed",
                        String.join(", ", new TreeSet<>(scheme.get().remembered())));
            }
            value.number().ifPresent(number -> numbers.put(id, number));
        });
        return numbers;
    }
}
