package bankscore.facts;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What earlier periods published, of each its last revision (scheme.md#periods).
 *
 * @param periods no entry for a period that has not been published, or of which nobody asks
 */
public record Earlier(NavigableMap<Period, Published> periods) {

    /** Where a rule reads no earlier period. */
    public static final Earlier NONE = new Earlier(Collections.emptyNavigableMap());

    public Earlier {
        periods = Collections.unmodifiableNavigableMap(new TreeMap<>(periods));
    }

    /**
     * A published period.
     *
     * @param code the verification code of the revision
     * @param measures as they were published, by measure, then by the code of the subject; a measure that the result knows has
     *     an entry even if nobody has a value
     * @param benchmarks those that had a value, by id
     * @param late the figures that it used though they were not sent, by column, then by the code of the subject
     */
    public record Published(
            int revision,
            String code,
            Map<String, Map<String, Fraction>> measures,
            Map<String, Fraction> benchmarks,
            Map<String, Map<String, Figure>> late) {
        public Published {
            Map<String, Map<String, Fraction>> copies = new HashMap<>();
            measures.forEach((id, values) -> copies.put(id, Map.copyOf(values)));
            measures = Map.copyOf(copies);
            benchmarks = Map.copyOf(benchmarks);
            Map<String, Map<String, Figure>> figures = new HashMap<>();
            late.forEach((column, own) -> figures.put(column, Map.copyOf(own)));
            late = Map.copyOf(figures);
        }

        /** What a subject's measure was; absent where it had none or was not assessed. */
        public Optional<Fraction> measure(String id, String subject) {
            return Optional.ofNullable(measures.getOrDefault(id, Map.of()).get(subject));
        }
    }

    /** What a period published of a measure of a subject, or of a benchmark. */
    public Optional<Fraction> published(Period period, String id, String subject) {
        return in(period)
                .flatMap(published -> published
                        .measure(id, subject)
                        .or(() -> Optional.ofNullable(published.benchmarks().get(id))));
    }

    public Optional<Published> in(Period period) {
        return Optional.ofNullable(periods.get(period));
    }
}
