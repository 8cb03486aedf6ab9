package bankscore.office;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who holds a lock, for whoever waits for it.
 *
 * @param process its number on the machine
 * @param since when it was taken
 * @param command as typed
 */
public record Holder(String user, String machine, String process, String since, String command) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern BREAKS = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 500;
    private static final int PARTS = 5;

    /** Who asks for something, as the holder of a lock in this process. */
    public static Holder of(Caller caller) {
        return new Holder(
                caller.user(),
                caller.machine(),
                Long.toString(ProcessHandle.current().pid()),
                SECONDS.format(caller.at()),
                caller.arguments());
    }

    /** The holder that a text tells of; empty if it is none, such as one that is being written just now. */
    public static Optional<Holder> parse(String text) {
        List<String> parts = text.lines().map(Holder::bounded).toList();
        return parts.size() < PARTS
                ? Optional.empty()
                : Optional.of(new Holder(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4)));
    }

    /** What is written down of it, a part a line. */
    public String text() {
        return String.join(
                "\n",
                List.of(user, machine, process, since, command).stream()
                        .map(Holder::bounded)
                        .toList());
    }

    private static String bounded(String part) {
        return BREAKS.matcher(part.substring(0, Math.min(part.length(), LONGEST)))
                .replaceAll(" ");
    }
}
