package bankscore.sheet;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts as they are compared. Nearly every one needs no normalising, and every cell of a million rows comes by here, several
 * times, so what would leave a text as it is must be known quickly.
 */
public final class PlainText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\x{FFFE}\\x{FFFF}]");
    private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INNER_BLANK = Pattern.compile("[\u4E00-\u9FFF)）][\\s\\p{Z}]++[\u4E00-\u9FFF(（]");
    private static final Pattern OPENING = Pattern.compile("[\\[{【〔〖]");
    private static final Pattern CLOSING = Pattern.compile("[\\]}】〕〗]");

    /** A longer text is compared by its beginning: it names nothing that there is. */
    private static final int LONGEST = 1000;

    private PlainText() {}

    /** Normalised text: {@link #closed}, square and lenticular brackets made round. */
    public static String of(String written) {
        if (is(written)) {
            return written;
        }
        return CLOSING.matcher(OPENING.matcher(closed(written)).replaceAll("(")).replaceAll(")");
    }

    /** NFKC, without any white space, and without any character that nobody sees. */
    public static String closed(String written) {
        return is(written)
                ? written
                : BLANKS.matcher(Normalizer.normalize(head(written), Normalizer.Form.NFKC))
                        .replaceAll("");
    }

    /** The beginning of a long text. */
    static String head(String written) {
        return written.length() <= LONGEST ? written : written.substring(0, LONGEST);
    }

    /** A text without certain signs at its end. */
    public static String withoutEnd(String text, String signs) {
        int end = text.length();
        while (end > 0 && signs.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }

    /** A text in one line as papers carry it: white space is one blank, characters that nobody sees are left out. */
    public static String visible(String written) {
        if (is(written)) {
            return written;
        }
        StringBuilder seen = new StringBuilder(written.length());
        written.codePoints()
                .filter(each -> Character.isWhitespace(each) || !isInvisible(each))
                .forEach(seen::appendCodePoint);
        return WHITE.matcher(seen).replaceAll(" ").strip();
    }

    /**
     * Whether a blank between two Chinese characters, or a character that nobody sees, such as a zero-width space or a line
     * break, stands inside a text.
     */
    public static boolean hidesSomething(String written) {
        return !is(written)
                && (written.strip().codePoints().anyMatch(PlainText::isInvisible)
                        || INNER_BLANK.matcher(written).find());
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> character == 0xFFFE || character == 0xFFFF;
        };
    }

    /**
     * A text of one line without what no page shows and some obey: control characters, marks that turn the direction of
     * reading, halves of pairs, what XML cannot hold.
     */
    public static String shown(String text) {
        return shown(text, "", "");
    }

    /** The same of several lines: ends of lines and tabs stay. */
    public static String shownLines(String text) {
        return shown(text, "\n\t", "");
    }

    /**
     * The same with something plain in the place of each.
     *
     * @param kept characters that stay all the same
     */
    public static String shown(String text, String kept, String instead) {
        if (!hides(text, kept)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int each = text.codePointAt(at);
            if (isInvisible(each) && kept.indexOf(each) < 0) {
                shown.append(instead);
            } else {
                shown.appendCodePoint(each);
            }
        }
        return shown.toString();
    }

    /** Whether there is a character that nobody sees, other than those that are kept. */
    private static boolean hides(String text, String kept) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean common = (each >= ' ' && each <= '~') || isChinese(each) || (each >= '\u3000' && each <= '\u303F');
            if (!common) {
                int point = text.codePointAt(i);
                if (isInvisible(point) && kept.indexOf(point) < 0) {
                    return true;
                }
                i += Character.charCount(point) - 1;
            }
        }
        return false;
    }

    /**
     * Whether a text is made of common Chinese characters and visible ASCII without square and curly brackets alone: NFKC
     * leaves it, and there is no white space in it.
     */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean common = isChinese(each);
            boolean visible = each > ' ' && each <= '~' && each != '[' && each != '{' && each != ']' && each != '}';
            if (!common && !visible) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character is one of the common Chinese ones, which every normal form leaves. */
    public static boolean isChinese(char each) {
        return each >= '\u4E00' && each <= '\u9FFF';
    }
}
