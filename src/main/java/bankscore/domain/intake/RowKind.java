package bankscore.domain.intake;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells rows of data from rows that only look like it, by the words at or left of the key column. */
final class RowKind {

    private static final Pattern SIGNATURE =
            Pattern.compile("(?:(?:制表|填表|填报|审核|复核|审批|负责|单位负责|主管|分管|经办|联系|备注|附注|说明|注)[^:]{0,8}:"
                    + "|(?:制表|填表|填报|审核|复核|审批|经办|联系|负责|单位负责)人"
                    + "|(?:联系)?电话|制表(?:日期|时间|单位)|填报(?:日期|时间|单位)|报送(?:日期|时间)|分管领导|备注|附注)");

    private static final String SIGNATURE_BEGINS = "制填审复负单主分经联备附说注电报";

    /** What stands in the first column of the line that numbers a form's columns. */
    private static final Pattern NUMBERING = Pattern.compile("[甲乙丙丁]|[栏列行]次|栏目|序号|编号|[-—]{1,2}");

    private static final Pattern STATISTIC = Pattern.compile("^(?:平均|均值|中位|最高|最低|最大|最小)|(?:合计|小计|总计|平均分?|平均值)$");

    private static final Pattern ORDINAL = Pattern.compile("\\(?(\\d{1,2})\\)?(?:=.{1,20})?");

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
        for (SheetHeader.HeaderColumn column : header.columns()) {
            if (column.column().identifying() && !repeats(column, cells.get(column.index()))) {
                return false;
            }
        }
        return true;
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

    /**
     * The cell that says that the row tells something of other rows and is no control total: 平均, 最高, or a total of
     * some of them such as 国有银行合计.
     */
    static Optional<Cell> statistic(Map<Integer, Cell> cells, int key) {
        return firstUpTo(cells, key, RowKind::isStatistic);
    }

    /**
     * Whether the row directly below a header numbers its columns, as forms do: 甲, 1, 2, 3. The numbers go up by one.
     */
    static boolean isNumbering(SheetHeader header, Map<Integer, Cell> cells) {
        int last = -1;
        int numbers = 0;
        boolean said = false;
        for (Map.Entry<Integer, Cell> each : cells.entrySet()) {
            int at = each.getKey();
            boolean figure = header.columns().stream()
                    .anyMatch(column ->
                            column.index() == at && column.column().kind().isNumeric());
            int ordinal = ordinal(each.getValue());
            if (!figure) {
                said |= NUMBERING.matcher(plain(each.getValue())).matches();
                if (ordinal < 0 && !NUMBERING.matcher(plain(each.getValue())).matches()) {
                    return false;
                }
            } else if (ordinal < 0) {
                return false;
            }
            if (ordinal >= 0) {
                if (last >= 0 && ordinal <= last) {
                    return false;
                }
                last = ordinal;
                numbers++;
            }
        }
        return numbers > 0 && (said || (numbers > 1 && isOneByOne(cells)));
    }

    /** Whether all cells are ordinals and each is the next one. */
    private static boolean isOneByOne(Map<Integer, Cell> cells) {
        List<Integer> ordinals = cells.values().stream().map(RowKind::ordinal).toList();
        for (int i = 0; i < ordinals.size(); i++) {
            if (ordinals.get(i) != ordinals.get(0) + i || ordinals.get(0) > 3) {
                return false;
            }
        }
        return true;
    }

    private static int ordinal(Cell cell) {
        if (cell.value() instanceof CellValue.Numeric number) {
            boolean small = number.value().scale() <= 0
                    && number.value().signum() >= 0
                    && number.value().compareTo(java.math.BigDecimal.valueOf(99)) <= 0;
            return small ? number.value().intValueExact() : -1;
        }
        Matcher matcher = ORDINAL.matcher(plain(cell));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /**
     * The units that the row directly below a header states for its columns of figures; empty unless all that stands in
     * these columns are units.
     */
    static Map<Integer, UnitText> units(SheetHeader header, Map<Integer, Cell> cells) {
        Map<Integer, UnitText> units = new LinkedHashMap<>();
        for (Map.Entry<Integer, Cell> each : cells.entrySet()) {
            Optional<UnitText> unit = UnitText.read(plain(each.getValue()).replaceAll("^\\((.*)\\)$", "$1"));
            boolean figure = header.columns().stream()
                    .anyMatch(column -> column.index() == each.getKey()
                            && column.column().kind().isNumeric());
            if (figure && unit.isEmpty()) {
                return Map.of();
            }
            if (figure) {
                unit.ifPresent(stated -> units.put(each.getKey(), stated));
            }
        }
        boolean named = header.key()
                .map(key -> cells.get(key.index()))
                .filter(cell -> !isUnitWord(plain(cell)) && !repeatsOwn(header, cell))
                .isPresent();
        return named ? Map.of() : units;
    }

    private static boolean repeatsOwn(SheetHeader header, Cell cell) {
        return header.columns().stream()
                .anyMatch(column -> column.index() == cell.at().column() && repeats(column, cell));
    }

    /** Whether a word only announces the units that stand beside it. */
    static boolean isUnitWord(String text) {
        return Set.of("单位", "计量单位", "金额单位", "(单位)").contains(Heading.plain(text).replaceFirst(":$", ""));
    }

    /**
     * The cell by which a row below a header is the header of another table, or of this one with its columns elsewhere:
     * it repeats the heading of a name, but not all identifying headings at their places.
     */
    static Optional<Cell> otherHeader(SheetHeader header, Map<Integer, Cell> cells) {
        if (cells.size() < 2 || !isAllText(cells)) {
            return Optional.empty();
        }
        boolean whole = repeatsHeader(header, cells);
        boolean name = header.columns().stream()
                .anyMatch(column -> column.column().identifying()
                        && !column.column().kind().isNumeric()
                        && repeats(column, cells.get(column.index())));
        // One word of another heading may stand in a note; two are a header.
        long moved = header.columns().stream()
                .filter(column -> !repeats(column, cells.get(column.index()))
                        && header.columns().stream().anyMatch(other -> repeats(other, cells.get(column.index()))))
                .count();
        return (name && !whole) || moved > 1 ? cells.values().stream().findFirst() : Optional.empty();
    }

    /** Whether a row begins like the line of signatures or remarks below a table, such as 制表人：张三. */
    static boolean isSignature(Map<Integer, Cell> cells) {
        Iterator<Cell> first = cells.values().iterator();
        if (!first.hasNext()) {
            return false;
        }
        String plain = plain(first.next());
        return !plain.isEmpty()
                && SIGNATURE_BEGINS.indexOf(plain.charAt(0)) >= 0
                && SIGNATURE.matcher(plain).lookingAt();
    }

    private static Optional<Cell> beginning(Map<Integer, Cell> cells, int key, String... words) {
        return firstUpTo(cells, key, plain -> {
            for (String word : words) {
                if (plain.startsWith(word)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The first cell at or left of the key whose plain text is of some kind. */
    private static Optional<Cell> firstUpTo(Map<Integer, Cell> cells, int key, Predicate<String> kind) {
        for (Cell cell : cells.values()) {
            if (cell.at().column() <= key && kind.test(plain(cell))) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private static boolean isStatistic(String plain) {
        // What the pattern can find begins or ends with one of these.
        return !plain.isEmpty()
                && ("平均中最".indexOf(plain.charAt(0)) >= 0 || "计均分值".indexOf(plain.charAt(plain.length() - 1)) >= 0)
                && STATISTIC.matcher(plain).find();
    }

    /** Whether all cells hold texts. */
    static boolean isAllText(Map<Integer, Cell> cells) {
        for (Cell cell : cells.values()) {
            if (!(cell.value() instanceof CellValue.Text)) {
                return false;
            }
        }
        return true;
    }

    private static String plain(Cell cell) {
        return cell.value() instanceof CellValue.Text text ? Heading.plain(text.text()) : "";
    }
}
