package bankscore.store;

/**
 * Texts in one text, set apart by tabs and line breaks. A backslash stands before a backslash, and for a tab and line breaks
 * as {@code \t}, {@code \n}, {@code \r}.
 */
final class EscapedText {

    private EscapedText() {}

    /** Appends a text without a bare tab or line break. */
    static void append(StringBuilder to, String plain) {
        if (isBare(plain)) {
            to.append(plain);
            return;
        }
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            switch (each) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(each);
            }
        }
    }

    /** Whether nothing in a text must be escaped, as in nearly every one. */
    private static boolean isBare(String plain) {
        return plain.indexOf('\\') < 0 && plain.indexOf('\t') < 0 && plain.indexOf('\n') < 0 && plain.indexOf('\r') < 0;
    }

    /** The text as it was. */
    static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char each = escaped.charAt(i);
            if (each == '\\') {
                i++;
                each = switch (escaped.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> escaped.charAt(i);
                };
            }
            plain.append(each);
        }
        return plain.toString();
    }
}
