package bankscore.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What each cell format of a workbook makes of a number; nothing else of a style is kept. */
final class Styles {

    static final Styles NONE = new Styles(new Look[0], 0);

    private final Look[] looks;
    private final int count;

    private Styles(Look[] looks, int count) {
        this.looks = looks;
        this.count = count;
    }

    static Styles read(XmlPart part) throws UnreadableFile {
        Map<String, Look> spelled = new HashMap<>();
        Look[] looks = new Look[64];
        int count = 0;
        part.nextChild(0);
        while (part.nextChild(1)) {
            if (part.is("numFmts")) {
                while (part.nextChild(2, "numFmt")) {
                    String id = part.attribute("numFmtId", "");
                    spelled.put(id, Look.ofText(number(id), part.attribute("formatCode", "")));
                    atMost(spelled.size(), part);
                }
            } else if (part.is("cellXfs")) {
                while (part.nextChild(2, "xf")) {
                    String id = part.attribute("numFmtId", "0");
                    Look builtIn = Look.ofBuiltIn(number(id));
                    if (count == looks.length) {
                        looks = Arrays.copyOf(looks, count * 2);
                    }
                    looks[count++] = spelled.getOrDefault(id, builtIn);
                    atMost(count, part);
                }
            }
        }
        return new Styles(looks, count);
    }

    private static void atMost(int count, XmlPart part) throws UnreadableFile {
        if (count > Limit.FORMATS.bound()) {
            throw UnreadableFile.tooLarge(part.place(), Limit.FORMATS, count);
        }
    }

    /** The look of a cell whose attribute {@code s} is the index; none or an unknown one is plain. */
    Look look(String index) {
        int at = number(index);
        return at >= 0 && at < count ? looks[at] : Look.PLAIN;
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
