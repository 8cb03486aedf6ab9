package bankscore.read.file;

import bankscore.sheet.Look;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** The looks of number formats, by their numbers and texts. */
public final class NumberFormat {

    private NumberFormat() {}

    /**
     * The look of a format that every program knows by its number.
     *
     * <p>27 to 36 and 50 to 58 are the dates of Chinese and Japanese editions; files give no text for them.
     */
    public static Look ofBuiltIn(int id) {
        if (within(id, 14, 22) || within(id, 27, 36) || within(id, 45, 47) || within(id, 50, 58)) {
            return Look.of(Look.Kind.DATE, "");
        }
        if (id == 9 || id == 10) {
            return Look.of(Look.Kind.PERCENT, BuiltinFormats.getBuiltinFormat(id));
        }
        boolean rounds = within(id, 1, 8) || within(id, 37, 44);
        return rounds ? Look.of(Look.Kind.NUMBER, BuiltinFormats.getBuiltinFormat(id)) : Look.PLAIN;
    }

    private static boolean within(int id, int first, int last) {
        return first <= id && id <= last;
    }

    /** The look of a format that the file spells out; its text counts, whatever its number. */
    public static Look ofText(int id, String format) {
        if (format.length() > 1000) {
            return Look.PLAIN;
        }
        if (hasPercent(format)) {
            return Look.of(Look.Kind.PERCENT, format);
        }
        // With a number of its own POI looks at nothing but the text.
        boolean date = DateUtil.isADateFormat(Math.max(id, 164), format);
        return Look.of(date ? Look.Kind.DATE : Look.Kind.NUMBER, format);
    }

    /** Whether there is a % that is neither quoted nor escaped nor a filler. */
    private static boolean hasPercent(String format) {
        boolean quoted = false;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                i++;
            } else if (!quoted && c == '%') {
                return true;
            }
        }
        return false;
    }
}
