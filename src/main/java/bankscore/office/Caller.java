package bankscore.office;

import bankscore.exact.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Who asks for something, as the history names him.
 *
 * @param machine its name; empty if it has none
 * @param arguments as typed; they begin with the command
 * @param at when
 */
public record Caller(String user, String machine, String arguments, ZonedDateTime at) {

    /** The same caller at another time. */
    public Caller at(ZonedDateTime time) {
        return new Caller(user, machine, arguments, time);
    }

    /** When, as the history writes it. */
    public String time() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    /**
     * What the history says of what came of it.
     *
     * @param command such as {@code run}
     * @param revision 0 if none
     * @param outcome such as {@code published}
     * @param digest what the outcome is tied to; empty if nothing
     */
    public HistoryEntry entry(
            Series series, String command, Period period, int revision, String outcome, String digest) {
        return new HistoryEntry(
                series.jurisdiction(),
                time(),
                user,
                machine,
                command,
                arguments,
                period.toString(),
                revision,
                outcome,
                digest,
                series.rule());
    }
}
