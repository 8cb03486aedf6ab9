package bankscore.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows whose columns stand below each other on a terminal, where a Chinese character is two columns wide. */
final class TextTable {

    private static final String GAP = "  ";

    private TextTable() {}

    static List<String> lines(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i))));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i))
                    .append(" ".repeat(widths.get(i) - width(row.get(i))))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /** How many columns a text takes: wide ones of East Asia two, combining marks none. */
    static int width(String text) {
        return text.codePoints()
                .map(each -> switch (Character.getType(each)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
                    default -> isWide(each) ? 2 : 1;
                })
                .sum();
    }

    private static boolean isWide(int each) {
        return (each >= 0x1100 && each <= 0x115F)
                || (each >= 0x2E80 && each <= 0xA4CF)
                || (each >= 0xAC00 && each <= 0xD7A3)
                || (each >= 0xF900 && each <= 0xFAFF)
                || (each >= 0xFE30 && each <= 0xFE6F)
                || (each >= 0xFF01 && each <= 0xFF60)
                || (each >= 0xFFE0 && each <= 0xFFE6)
                || (each >= 0x1F300 && each <= 0x1FAFF)
                || (each >= 0x20000 && each <= 0x3FFFD);
    }
}
