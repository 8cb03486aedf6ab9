package bankscore.read.xlsx;

import bankscore.read.file.Limit;
import bankscore.read.file.NumberFormat;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.Look;
import bankscore.sheet.LookPart;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What each cell format of a workbook makes of a number; nothing else of a style is kept. */
final class NumberFormats {

    static final NumberFormats NONE = new NumberFormats(new Look[0], 0);

    /** No program writes so many formats; of further ones only the kind is kept. */
    private static final int MOST_KEPT = 10_000;

    private final Look[] looks;
    private final int count;

    private NumberFormats(Look[] looks, int count) {
        this.looks = looks;
        this.count = count;
    }

    static NumberFormats read(XmlPart part) throws UnreadableFile {
        Map<String, Look> spelled = new HashMap<>();
        Look[] looks = new Look[64];
        int count = 0;
        part.nextChild(0);
        while (part.nextChild(1)) {
            if (part.is("numFmts")) {
                while (part.nextChild(2, "numFmt")) {
                    String id = part.attribute("numFmtId", "");
                    Look look = NumberFormat.ofText(number(id), part.attribute("formatCode", ""));
                    spelled.put(id, spelled.size() < MOST_KEPT ? look : Look.of(look.kind(), ""));
                    atMost(spelled.size(), part);
                }
            } else if (part.is("cellXfs")) {
                while (part.nextChild(2, "xf")) {
                    String id = part.attribute("numFmtId", "0");
                    Look builtIn = NumberFormat.ofBuiltIn(number(id));
                    if (count == looks.length) {
                        looks = Arrays.copyOf(looks, count * 2);
                    }
                    looks[count++] = spelled.getOrDefault(id, builtIn);
                    atMost(count, part);
                }
            }
        }
        return new NumberFormats(looks, count);
    }

    private static void atMost(int count, XmlPart part) throws UnreadableFile {
        if (count > Limit.FORMATS.bound()) {
            throw UnreadableFile.tooLarge(part.place(), Limit.FORMATS);
        }
    }

    /** The look of a cell whose attribute {@code s} is the index; none or an unknown one is plain. */
    Look look(String index) {
        int at = number(index);
        return at >= 0 && at < count ? looks[at] : Look.PLAIN;
    }

    /** Whether a part of a format passes a test. */
    boolean any(Predicate<LookPart> test) {
        return Arrays.stream(looks, 0, count).distinct().anyMatch(look -> look.any(test));
    }

    /** A small number, or −1. */
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
