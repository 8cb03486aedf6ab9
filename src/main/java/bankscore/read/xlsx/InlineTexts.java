package bankscore.read.xlsx;

import bankscore.read.file.Budget;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.CellValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Looks through the bytes of a sheet for a text that stands in a cell itself, far quicker than a parser, which a million rows
 * are worth.
 *
 * <p>All it ever says is that there surely is none. It looks for signs one of which such a text holds, and then at the text
 * around. Where a sheet is not in UTF-8, where anything in it is escaped by number, or a sign stands in anything but a whole
 * text, it is not sure, and the parser must be asked. Of what is no XML it may say anything: there is nothing to be found.
 */
final class InlineTexts {

    private static final int BUFFER = 1 << 16;
    /** So much before and behind a sign is looked at. */
    private static final int AROUND = 1 << 12;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** A declaration up to its end that names no encoding, or the one that is taken for granted. */
    private static final Pattern DECLARATION =
            Pattern.compile("(?is)<\\?xml\\s(?:(?!encoding).)*(?:encoding\\s*=\\s*[\"']utf-8[\"'](?:(?!encoding).)*)?");

    private static final int LONGEST_DECLARATION = 256;

    /** Between what a whole text stands. */
    private static final List<Whole> WHOLE = List.of(
            new Whole("<is><t>", "</t></is>"),
            new Whole("<is><t xml:space=\"preserve\">", "</t></is>"),
            new Whole("<v>", "</v>"));

    private static final class Whole {

        private final byte[] before;
        private final byte[] behind;

        Whole(String before, String behind) {
            this.before = before.getBytes(StandardCharsets.US_ASCII);
            this.behind = behind.getBytes(StandardCharsets.US_ASCII);
        }

        boolean isAround(byte[] bytes, int first, int end, int filled) {
            return first >= before.length
                    && end + behind.length <= filled
                    && Arrays.equals(bytes, first - before.length, first, before, 0, before.length)
                    && Arrays.equals(bytes, end, end + behind.length, behind, 0, behind.length);
        }
    }

    private final Budget budget;
    private final Predicate<CellValue.Text> test;
    private final byte[][] signs;
    /** Whether a byte may be the last one of something that is looked for. */
    private final boolean[] last = new boolean[1 << Byte.SIZE];

    private final byte[] bytes = new byte[BUFFER];
    private int filled;

    /** @param signs of which a text that passes the test holds one at least, as it stands or as it is compared */
    InlineTexts(Budget budget, String signs, Predicate<CellValue.Text> test) {
        this.budget = budget;
        this.test = test;
        this.signs = signs.chars()
                .mapToObj(sign -> Character.toString(sign).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        last['#'] = true;
        last['x'] = true;
        for (byte[] sign : this.signs) {
            last[sign[sign.length - 1] & 0xFF] = true;
        }
    }

    /** Whether it is sure that no text in a cell passes. */
    boolean surelyNone(InputStream sheet) throws UnreadableFile {
        try {
            int from = 0;
            do {
                budget.step();
                int got = sheet.readNBytes(bytes, filled, BUFFER - filled);
                boolean begins = from == 0;
                filled += got;
                boolean ends = filled < BUFFER;
                int to = ends ? filled : filled - AROUND;
                if ((begins && !isUtf8()) || mayHoldOne(from, to)) {
                    return false;
                }
                if (ends) {
                    return true;
                }
                from = AROUND;
                System.arraycopy(bytes, to - AROUND, bytes, 0, filled - to + AROUND);
                filled -= to - AROUND;
            } while (true);
        } catch (IOException e) {
            // The parser tells what is wrong.
            return false;
        }
    }

    /** Whether the encoding is told, or silently taken, to be UTF-8. */
    private boolean isUtf8() {
        int at = filled > MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length) ? MARK.length : 0;
        if (at + 2 > filled || bytes[at] != '<' || bytes[at + 1] == 0) {
            return false;
        }
        if (bytes[at + 1] != '?') {
            return true;
        }
        String head = new String(bytes, at, Math.min(filled - at, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        int end = head.indexOf("?>");
        return end >= 0 && DECLARATION.matcher(head.substring(0, end)).matches();
    }

    private boolean mayHoldOne(int from, int to) {
        for (int i = from; i < to; i++) {
            if (last[bytes[i] & 0xFF] && mayEndOne(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayEndOne(int at) {
        byte each = bytes[at];
        byte before = at > 0 ? bytes[at - 1] : 0;
        if ((each == '#' && before == '&') || (each == 'x' && before == '_')) {
            return true;
        }
        for (byte[] sign : signs) {
            int first = at + 1 - sign.length;
            if (first >= 0 && Arrays.equals(bytes, first, at + 1, sign, 0, sign.length)) {
                return mayPass(at);
            }
        }
        return false;
    }

    /** Whether a text in which a sign stands may pass. */
    private boolean mayPass(int sign) {
        int first = sign;
        while (first > 0 && bytes[first - 1] != '>' && bytes[first - 1] != '<') {
            first--;
        }
        int end = sign;
        while (end < filled && bytes[end] != '<') {
            end++;
        }
        for (Whole whole : WHOLE) {
            if (whole.isAround(bytes, first, end, filled)) {
                return test.test(
                        new CellValue.Text(plain(new String(bytes, first, end - first, StandardCharsets.UTF_8))));
            }
        }
        return true;
    }

    private static String plain(String written) {
        return written.indexOf('&') < 0
                ? written
                : written.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&apos;", "'")
                        .replace("&amp;", "&");
    }
}
