package bankscore.office;

import bankscore.exact.Sha256;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * Something that happened, as the history keeps it.
 *
 * @param at ISO time with offset
 * @param command such as {@code run}
 * @param arguments as typed
 * @param revision 0 if none
 * @param outcome such as {@code published}
 * @param digest what the outcome is tied to; empty if nothing
 * @param rule whose series it is of, as in {@link Series}
 */
public record HistoryEntry(
        String jurisdiction,
        String at,
        String user,
        String machine,
        String command,
        String arguments,
        String period,
        int revision,
        String outcome,
        String digest,
        String rule) {

    private static final int LAST_YEAR = 9999;

    /** Whether it says when it happened; every entry that was written here does. */
    public boolean isTimed() {
        try {
            int year = OffsetDateTime.parse(at).getYear();
            return year > 0 && year <= LAST_YEAR;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** The same, tied to something. */
    public HistoryEntry tiedTo(String what) {
        return new HistoryEntry(
                jurisdiction, at, user, machine, command, arguments, period, revision, outcome, what, rule);
    }

    /** The series that it tells of. */
    public Series series() {
        return new Series(jurisdiction, rule);
    }

    /**
     * SHA-256 over the entry before it and every field of this one, each with its length; the rule where there is one, so
     * that entries from before there were several keep theirs.
     */
    public String hash(long seq, String previous) {
        StringBuilder text = new StringBuilder();
        for (String field : List.of(
                previous,
                Long.toString(seq),
                jurisdiction,
                at,
                user,
                machine,
                command,
                arguments,
                period,
                Integer.toString(revision),
                outcome,
                digest)) {
            add(text, field);
        }
        if (!rule.isEmpty()) {
            add(text, rule);
        }
        return Sha256.of(text.toString());
    }

    private static void add(StringBuilder text, String field) {
        text.append(field.length()).append(':').append(field).append('\n');
    }
}
