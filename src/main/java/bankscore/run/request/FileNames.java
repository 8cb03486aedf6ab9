package bankscore.run.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names for files, made of what offices call things: of signs that every system takes, and short enough for it.
 *
 * <p>Input says anything: a slash, a line break, a mark that turns the direction of reading, five hundred characters.
 */
public final class FileNames {

    /**
     * The most bytes of a part in UTF-8. Linux takes 255 for a whole name, and a Chinese character has three: room for two
     * parts and what stands around them.
     */
    static final int LONGEST = 96;

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$) *([.].*)?");

    private final Set<String> given = new HashSet<>();

    /** Starts the names of one folder. */
    public FileNames() {}

    /**
     * Whether a name is that of a file in the folder it is written into, on every system: no path, no link to where it came
     * from, no device, nothing hidden.
     */
    public static boolean isOfOneFolder(String name) {
        return !name.isEmpty()
                && bare(cleaned(name)).equals(name)
                && !DEVICE.matcher(name).matches();
    }

    /** Whether a name is that of a file in a folder, or in a folder of it; its parts stand apart by a slash. */
    public static boolean isBelowOneFolder(String name) {
        int slash = name.indexOf('/');
        return slash < 0
                ? isOfOneFolder(name)
                : isOfOneFolder(name.substring(0, slash)) && isOfOneFolder(name.substring(slash + 1));
    }

    /** The name, with a number before its ending if it was given before; capitals make no difference. */
    public String distinct(String name) {
        int point = name.lastIndexOf('.');
        String distinct = name;
        for (int number = 2; !given.add(distinct.toLowerCase(Locale.ROOT)); number++) {
            distinct = name.substring(0, point) + "(" + number + ")" + name.substring(point);
        }
        return distinct;
    }

    /** A text as part of a name; of a long one the beginning. Never empty. */
    public static String part(String text) {
        return cut(text, true);
    }

    /** A path in a folder as part of a name; of a long one the end, which tells more. Never empty. */
    public static String end(String path) {
        return cut(path, false);
    }

    private static String cut(String text, boolean beginning) {
        Deque<Integer> kept = new ArrayDeque<>();
        int[] signs = cleaned(text).codePoints().toArray();
        int bytes = 0;
        for (int i = 0; i < signs.length && bytes < LONGEST; i++) {
            int sign = signs[beginning ? i : signs.length - 1 - i];
            bytes += Character.toString(sign).getBytes(StandardCharsets.UTF_8).length;
            if (bytes <= LONGEST) {
                kept.add(sign);
            }
        }
        StringBuilder name = new StringBuilder();
        Iterator<Integer> inOrder = beginning ? kept.iterator() : kept.descendingIterator();
        inOrder.forEachRemaining(name::appendCodePoint);
        String bare = bare(name.toString());
        return bare.isEmpty() ? "_" : bare;
    }

    private static String cleaned(String text) {
        return text.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", "_");
    }

    /** No system cares for a point or space at an end, and some drop it. */
    private static String bare(String name) {
        return name.replaceAll("^[. ]+|[. ]+$", "");
    }
}
