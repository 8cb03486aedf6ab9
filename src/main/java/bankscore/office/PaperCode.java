package bankscore.office;

import bankscore.exact.Sha256;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The code that every printed page of a revision carries (纸电同源), by which a paper is held against the database.
 *
 * <p>It is the first 80 bits of a SHA-256, written as 16 letters of Crockford's base 32 in groups of four. Revisions of
 * earlier programs carry eight hexadecimal digits instead: 32 bits, which can be forged in minutes.
 */
public final class PaperCode {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LETTERS_IN_ALL = 16;
    private static final int GROUP = 4;
    private static final int WEAK = 8;
    private static final Pattern FORM =
            Pattern.compile("[0-9A-F]{" + WEAK + "}|[" + LETTERS + "]{4}(-[" + LETTERS + "]{4}){3}");

    private PaperCode() {}

    /**
     * The code over some lines.
     *
     * @param known a code that the revision is known to carry, which tells the kind; empty if none is known yet
     */
    public static String of(List<String> lines, String known) {
        String digest = Sha256.of(String.join("\n", lines));
        if (isWeak(known)) {
            return digest.substring(0, WEAK).toUpperCase(Locale.ROOT);
        }
        BigInteger rest = new BigInteger(digest.substring(0, LETTERS_IN_ALL * 5 / 4), 16);
        StringBuilder letters = new StringBuilder();
        for (int i = LETTERS_IN_ALL - 1; i >= 0; i--) {
            letters.append(LETTERS.charAt(rest.shiftRight(i * 5).intValue() & 31));
        }
        return grouped(letters);
    }

    /** Whether a code is one of the short ones of earlier programs. */
    public static boolean isWeak(String code) {
        return code.length() == WEAK;
    }

    /** Whether a text is a code, of either kind, as papers print it. */
    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * A code as somebody types it from a paper: with or without hyphens and blanks, in any case, with O for 0 and I or L
     * for 1.
     */
    public static String typed(String text) {
        StringBuilder letters = new StringBuilder();
        for (char each : text.toUpperCase(Locale.ROOT).toCharArray()) {
            if (each != '-' && !Character.isWhitespace(each)) {
                letters.append(
                        switch (each) {
                            case 'O' -> '0';
                            case 'I', 'L' -> '1';
                            default -> each;
                        });
            }
        }
        return letters.length() == WEAK ? letters.toString() : grouped(letters);
    }

    private static String grouped(CharSequence letters) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(letters.charAt(i));
        }
        return code.toString();
    }
}
