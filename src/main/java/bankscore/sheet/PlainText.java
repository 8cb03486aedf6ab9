package bankscore.sheet;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Texts as they are compared. Nearly every one needs no normalising, and every cell of a million rows comes by here, several
 * times, so what would leave a text as it is must be known quickly.
 */
public final class PlainText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]");
    private static final Pattern OPENING = Pattern.compile("[\\[{【〔〖]");
    private static final Pattern CLOSING = Pattern.compile("[\\]}】〕〗]");

    private PlainText() {}

    /** Normalised text: NFKC, without any white space, square and lenticular brackets made round. */
    public static String of(String written) {
        if (is(written)) {
            return written;
        }
        String normal = Normalizer.normalize(written, Normalizer.Form.NFKC);
        String closed = BLANKS.matcher(normal).replaceAll("");
        return CLOSING.matcher(OPENING.matcher(closed).replaceAll("(")).replaceAll(")");
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
