package bankscore.domain.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells rows of data from rows that only look like it, by the words at or left of the key column. */
final class RowKind {

    private static final Pattern SIGNATURE =
            Pattern.compile("^(?:制表|填表|填报|审核|复核|审批|负责|单位负责|主管|经办|联系|备注|附注|注)[^:]{0,8}:");

    private RowKind() {}

    /** The cells that hold more than white space, by their column, from left to right. */
    static Map<Integer, Cell> filled(SheetRow row) {
        Map<Integer, Cell> filled = new LinkedHashMap<>();
        for (Cell cell : row.cells()) {
            boolean blank = cell.value() instanceof CellValue.Text text
                    && Heading.plain(text.text()).isEmpty();
            if (!blank) {
                filled.put(cell.at().column(), cell);
            }
        }
        return filled;
    }

    /** Whether all identifying columns hold their headings again, as a printed page does. */
    static boolean repeatsHeader(SheetHeader header, Map<Integer, Cell> cells) {
        return header.columns().stream()
                .filter(column -> column.column().identifying())
                .allMatch(column -> repeats(column, cells.get(column.index())));
    }

    private static boolean repeats(SheetHeader.HeaderColumn column, @Nullable Cell cell) {
        if (cell == null || !(cell.value() instanceof CellValue.Text text)) {
            return false;
        }
        Heading heading = Heading.of(text.text());
        return heading.whole().equals(Heading.plain(column.heading()))
                || column.column().headings().stream()
                        .map(Heading::plain)
                        .anyMatch(accepted -> accepted.equals(heading.text())
                                || accepted.equals(heading.core())
                                || accepted.equals(heading.whole()));
    }

    /** The cell that makes the row a control total: it is or begins with 合计, 总计 or 小计. */
    static Optional<Cell> total(Map<Integer, Cell> cells, int key) {
        return beginning(cells, key, "合计", "总计", "小计");
    }

    static boolean isSubtotal(Cell total) {
        return plain(total).startsWith("小计");
    }

    /** The cell that makes the row a part of another: it begins with 其中. */
    static Optional<Cell> partOfAnother(Map<Integer, Cell> cells, int key) {
        return beginning(cells, key, "其中");
    }

    /** Whether a row begins like the line of signatures or remarks below a table, such as 制表人：张三. */
    static boolean isSignature(Map<Integer, Cell> cells) {
        return cells.values().stream()
                .findFirst()
                .filter(cell -> SIGNATURE.matcher(plain(cell)).find())
                .isPresent();
    }

    private static Optional<Cell> beginning(Map<Integer, Cell> cells, int key, String... words) {
        return cells.values().stream()
                .filter(cell -> cell.at().column() <= key)
                .filter(cell -> {
                    String plain = plain(cell);
                    for (String word : words) {
                        if (plain.startsWith(word)) {
                            return true;
                        }
                    }
                    return false;
                })
                .findFirst();
    }

    private static String plain(Cell cell) {
        return cell.value() instanceof CellValue.Text text ? Heading.plain(text.text()) : "";
    }
}
