package bankscore.sheet;

/**
 * Texts that need no normalising, as nearly every one is. Every cell of a million rows comes by here, several times, so what
 * would leave a text as it is must be known quickly.
 */
public final class PlainText {

    private PlainText() {}

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
