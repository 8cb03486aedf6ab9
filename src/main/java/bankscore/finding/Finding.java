package bankscore.finding;

import bankscore.sheet.Place;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One problem in the data: what, where, and the details its words are made with.
 *
 * @param code the stable code
 * @param place file, sheet and cell; the cell is empty where no single cell is to blame
 * @param subject the subject's name, or the name as the sender wrote it; empty if none is meant
 * @param column the column's heading; empty if none is meant
 * @param details named values for the placeholders of the code's words, such as {@code found}, in the order of their names
 */
public record Finding(Code code, Place place, String subject, String column, Map<String, String> details) {

    /** The detail that chooses other words for a code: those under {@code finding.<code>.<part>.<variant>}, where there. */
    public static final String VARIANT = "variant";

    /** The detail that names the root cause: findings of one code and one cause are shown as one, at the first place. */
    public static final String CAUSE = "cause";

    public Finding {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    public static Finding of(Code code, Place place) {
        return new Finding(code, place, "", "", Map.of());
    }

    public Finding subject(String name) {
        return new Finding(code, place, name, column, details);
    }

    public Finding column(String heading) {
        return new Finding(code, place, subject, heading, details);
    }

    /** The same finding with one more detail. */
    public Finding with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value.toString());
        return new Finding(code, place, subject, column, more);
    }

    /** The same under another code, with its words. */
    public Finding as(Code other) {
        return new Finding(other, place, subject, column, details);
    }

    public Level level() {
        return code.level();
    }
}
