package bankscore.watch.judge;

import bankscore.facts.Subject;
import bankscore.rule.MeasureValue;
import bankscore.watch.scheme.Degree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One subject.
 *
 * @param group the id of its group
 * @param note what its register remarks, such as 口径调整; empty if nothing
 * @param exempt why it is listed and not judged; absent if it is judged
 * @param measures by id in the order of the group; all are there, with no value where there is none
 * @param ranks by measure; 1 is the best, ties share; no entry where it has none
 * @param previousRanks those of the last published earlier period
 * @param looks what each watch of its group came to, in the order of the rule; none of an exempt subject
 * @param degree the first that fits; absent without a hit or where none fits
 */
public record Watched(
        String group,
        Subject subject,
        String note,
        Optional<Exempt> exempt,
        Map<String, MeasureValue> measures,
        Map<String, Integer> ranks,
        Map<String, Integer> previousRanks,
        List<Look> looks,
        Optional<Degree> degree) {

    public Watched {
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        ranks = Collections.unmodifiableMap(new LinkedHashMap<>(ranks));
        previousRanks = Collections.unmodifiableMap(new LinkedHashMap<>(previousRanks));
        looks = List.copyOf(looks);
    }

    /**
     * Why a subject is not judged.
     *
     * @param detail the day of its opening, or the word of its column; empty if none
     */
    public record Exempt(Reason reason, String detail) {

        /** Why; its words are under {@code exempt.<name>}. */
        public enum Reason {
            /** 是否考核 is 否. */
            NOT_ASSESSED,
            /** Not open long enough. */
            TOO_NEW,
            /** Its register says a word of the rule. */
            WORD
        }
    }

    /** The watches that it is hit by. */
    public List<Look> hits() {
        return looks.stream().filter(Look::hit).toList();
    }
}
