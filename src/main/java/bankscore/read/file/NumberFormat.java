package bankscore.read.file;

import org.apache.poi.ss.usermodel.DateUtil;

/** What a number format makes of a number. */
public enum NumberFormat {
    PLAIN,
    DATE,
    PERCENT;

    /**
     * The look of a format that every program knows by its number.
     *
     * <p>27 to 36 and 50 to 58 are the dates of Chinese and Japanese editions; files give no text for them.
     */
    public static NumberFormat ofBuiltIn(int id) {
        if (id == 9 || id == 10) {
            return PERCENT;
        }
        boolean date = within(id, 14, 22) || within(id, 27, 36) || within(id, 45, 47) || within(id, 50, 58);
        return date ? DATE : PLAIN;
    }

    private static boolean within(int id, int first, int last) {
        return first <= id && id <= last;
    }

    /** The look of a format that the file spells out; its text counts, whatever its number. */
    public static NumberFormat ofText(int id, String format) {
        if (format.length() > 1000) {
            return PLAIN;
        }
        if (hasPercent(format)) {
            return PERCENT;
        }
        // With a number of its own POI looks at nothing but the text.
        return DateUtil.isADateFormat(Math.max(id, 164), format) ? DATE : PLAIN;
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
