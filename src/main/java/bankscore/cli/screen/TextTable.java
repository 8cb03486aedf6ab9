package bankscore.cli.screen;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns for a terminal, where a Chinese character is as wide as two letters. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, the first being the head with a rule below it. */
    public List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (widths.size() <= i) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i))));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(i == 0 ? "" : GAP).append(row.get(i)).append(" ".repeat(widths.get(i) - width(row.get(i))));
            }
            lines.add(line.toString().stripTrailing());
            if (lines.size() == 1) {
                int whole = widths.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (widths.size() - 1);
                lines.add("-".repeat(whole));
            }
        }
        return lines;
    }

    /** How many columns a text takes: two for each Chinese character, full-width sign or letter, one for others. */
    public static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int codePoint) {
        UnicodeScript script = UnicodeScript.of(codePoint);
        boolean wide = script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL
                || (codePoint >= 0x3000 && codePoint <= 0x303F)
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
                || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF);
        int type = Character.getType(codePoint);
        boolean none = type == Character.NON_SPACING_MARK || type == Character.FORMAT;
        return none ? 0 : wide ? 2 : 1;
    }
}
