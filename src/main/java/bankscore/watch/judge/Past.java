package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.sheet.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of earlier periods: what was published, and where nothing was, what offices report of them.
 *
 * @param published the last published revision of each earlier period of the rule
 * @param reported rows of history sheets, as sent now or with an earlier published period, of earlier periods alone
 */
public record Past(NavigableMap<Period, Published> published, List<Reported> reported) {

    public Past {
        published = Collections.unmodifiableNavigableMap(new TreeMap<>(published));
        reported = List.copyOf(reported);
    }

    /**
     * A published period.
     *
     * @param subjects by group, then by code
     * @param indices by index; no entry where it had no value
     * @param items the published figures it used, by item as the rule names it
     */
    public record Published(
            Map<String, Map<String, Then>> subjects, Map<String, Fraction> indices, Map<String, Fraction> items) {}

    /**
     * A subject then.
     *
     * @param grades by watch: the grade met in that period, whatever its row; 0: looked at and not met; no entry: it could
     *     not be said
     */
    public record Then(boolean exempt, Map<String, Integer> grades, Map<String, Integer> ranks) {}

    /** A row of a history sheet. */
    public record Reported(Period period, String group, String subject, String measure, Fraction value, Place place) {}

    /** The last published period before the one that is judged. */
    public Optional<Published> last() {
        return Optional.ofNullable(published.lastEntry()).map(Map.Entry::getValue);
    }
}
