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
        String digest) {

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

    /** SHA-256 over the entry before it and every field of this one, each with its length. */
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
            text.append(field.length()).append(':').append(field).append('\n');
        }
        return Sha256.of(text.toString());
    }
}
