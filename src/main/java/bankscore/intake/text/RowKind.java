package bankscore.intake.text;

import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.PlainText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells rows of data from rows that only look like it, by the words at or left of the key column. */
public final class RowKind {

    private static final Pattern SIGNATURE =
            Pattern.compile("(?:(?:制表|填表|填报|审核|复核|审批|负责|单位负责|主管|分管|经办|联系|备注|附注|说明|注)[^:]{0,8}:"
                    + "|(?:制表|填表|填报|审核|复核|审批|经办|联系|负责|单位负责)人"
                    + "|(?:联系)?电话|制表(?:日期|时间|单位)|填报(?:日期|时间|单位)|报送(?:日期|时间)|分管领导|备注|附注)");

    private static final String SIGNATURE_BEGINS = "制填审复负单主分经联备附说注电报";

    /** What stands in the first column of the line that numbers a form's columns. */
    private static final Pattern NUMBERING = Pattern.compile("[甲乙丙丁]|[栏列行]次|栏目|序号|编号|[-—]{1,2}");

    private static final Pattern STATISTIC = Pattern.compile("^(?:平均|均值|中位|最高|最低|最大|最小)|(?:合计|小计|总计|平均分?|平均值)$");

    private static final Pattern ORDINAL = Pattern.compile("\\(?(\\d{1,2})\\)?(?:=.{1,20})?");

    /** What may stand before and behind the name of a kind. */
    private static final Pattern BEFORE_GROUP = Pattern.compile("^\\(?[一二三四五六七八九十\\d]{1,3}[、.,:)]{1,2}");

    private static final Pattern AFTER_GROUP = Pattern.compile("(?:\\([^()]{1,12}\\))?:?$");

    private static final List<String> GROUP_ENDS = List.of("银行", "机构", "类");

    private static final int LONGEST_GROUP = 40;

    private static final Pattern NOTHING =
            Pattern.compile("(?:本(?:期|次|月|季度?|年度?))?(?:暂|确|均)?无(?:此类|上述|风险|风险提示|需处置)?的?(?:情况|事项|机构|银行|名单)?。?");

    private static final Set<String> UNIT_WORDS = Set.of("单位", "计量单位", "金额单位", "(单位)");

    private final List<Headed> columns;
    private final Optional<Integer> key;

    /** A column with the words that it goes by. */
    private record Headed(HeaderColumn column, Set<String> accepted, String own) {

        static Headed of(HeaderColumn column) {
            return new Headed(
                    column,
                    column.column().headings().stream().map(PlainText::of).collect(Collectors.toUnmodifiableSet()),
                    PlainText.of(column.heading()));
        }

        int index() {
            return column.index();
        }

        boolean isNumeric() {
            return column.column().kind().isNumeric();
        }

        boolean isIdentifying() {
            return column.column().identifying();
        }

        /** Whether a cell holds the column's heading again. */
        boolean isRepeatedBy(@Nullable Cell cell) {
            if (cell == null || !(cell.value() instanceof CellValue.Text text)) {
                return false;
            }
            String plain = text.plain();
            if (plain.equals(own) || accepted.contains(plain)) {
                return true;
            }
            if (plain.indexOf('(') < 0) {
                return false;
            }
            Heading heading = Heading.of(plain);
            return accepted.contains(heading.text()) || accepted.contains(heading.core());
        }
    }

    /** For the rows below a header. */
    public RowKind(SheetHeader header) {
        this.columns = header.columns().stream().map(Headed::of).toList();
        this.key = header.key().map(HeaderColumn::index);
    }

    /** Whether all identifying columns hold their headings again, as a printed page does. */
    public boolean repeatsHeader(CellTexts line) {
        for (Headed column : columns) {
            if (column.isIdentifying() && !column.isRepeatedBy(line.at(column.index()))) {
                return false;
            }
        }
        return true;
    }

    /** The cell that makes the row a control total: it is or begins with 合计, 总计 or 小计. */
    public static Optional<Cell> total(CellTexts line, int key) {
        for (int i = 0; i < line.size() && line.cell(i).at().column() <= key; i++) {
            String plain = line.plain(i);
            if (plain.startsWith("合计") || plain.startsWith("总计") || plain.startsWith("小计")) {
                return Optional.of(line.cell(i));
            }
        }
        return Optional.empty();
    }

    public static boolean isSubtotal(Cell total) {
        return total.value() instanceof CellValue.Text text && text.plain().startsWith("小计");
    }

    /** The cell that makes the row a part of another: it begins with 其中. */
    public static Optional<Cell> partOfAnother(CellTexts line, int key) {
        for (int i = 0; i < line.size() && line.cell(i).at().column() <= key; i++) {
            if (line.plain(i).startsWith("其中")) {
                return Optional.of(line.cell(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The cell that says that the row tells something of other rows and is no control total: 平均, 最高, or a total of
     * some of them such as 国有银行合计.
     */
    public static Optional<Cell> statistic(CellTexts line, int key) {
        for (int i = 0; i < line.size() && line.cell(i).at().column() <= key; i++) {
            if (isStatistic(line.plain(i))) {
                return Optional.of(line.cell(i));
            }
        }
        return Optional.empty();
    }

    /**
     * The cell by which a row is a heading over others: a kind of subjects, perhaps numbered or counted, such as
     * 一、国有大型银行（5家）.
     *
     * @param kinds the kinds that there are, as they are compared
     */
    public static Optional<Cell> group(CellTexts line, int key, Set<String> kinds) {
        for (int i = 0; !kinds.isEmpty() && i < line.size() && line.cell(i).at().column() <= key; i++) {
            String plain = line.plain(i);
            if (!plain.isEmpty() && plain.length() <= LONGEST_GROUP && isKind(plain, kinds)) {
                return Optional.of(line.cell(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isKind(String plain, Set<String> kinds) {
        // A row of data names none, and is told from others without patterns.
        if (kinds.stream().noneMatch(plain::contains)) {
            return false;
        }
        String bare = AFTER_GROUP
                .matcher(BEFORE_GROUP.matcher(plain).replaceFirst(""))
                .replaceFirst("");
        return kinds.contains(bare)
                || GROUP_ENDS.stream()
                        .anyMatch(end ->
                                bare.endsWith(end) && kinds.contains(bare.substring(0, bare.length() - end.length())));
    }

    /** Whether the row only says that there is nothing to say: 无, 本季度无. */
    public static boolean saysNothing(CellTexts line) {
        boolean said = false;
        for (int i = 0; i < line.size(); i++) {
            String plain = line.plain(i);
            boolean nothing = NOTHING.matcher(plain).matches();
            said |= nothing;
            if (!nothing && !plain.isEmpty() && !NumberText.isMissing(plain) && !NumberText.isNumber(plain)) {
                return false;
            }
        }
        return said;
    }

    /**
     * Whether the row directly below a header numbers its columns, as forms do: 甲, 1, 2, 3. The numbers go up by one.
     */
    public boolean isNumbering(CellTexts line) {
        int last = -1;
        int numbers = 0;
        boolean said = false;
        for (int i = 0; i < line.size(); i++) {
            int ordinal = ordinal(line, i);
            if (!isFigure(line.cell(i))) {
                boolean numbering = NUMBERING.matcher(line.plain(i)).matches();
                said |= numbering;
                if (ordinal < 0 && !numbering) {
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
        return numbers > 0 && (said || (numbers > 1 && isOneByOne(line)));
    }

    private boolean isFigure(Cell cell) {
        for (Headed column : columns) {
            if (column.index() == cell.at().column() && column.isNumeric()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all cells are ordinals and each is the next one. */
    private static boolean isOneByOne(CellTexts line) {
        int first = ordinal(line, 0);
        for (int i = 0; i < line.size(); i++) {
            if (ordinal(line, i) != first + i || first > 3) {
                return false;
            }
        }
        return true;
    }

    private static int ordinal(CellTexts line, int i) {
        if (line.cell(i).value() instanceof CellValue.Numeric number) {
            boolean small = number.value().scale() <= 0
                    && number.value().signum() >= 0
                    && number.value().compareTo(BigDecimal.valueOf(99)) <= 0;
            return small ? number.value().intValueExact() : -1;
        }
        Matcher matcher = ORDINAL.matcher(line.plain(i));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    /**
     * The units that the row directly below a header states for its columns of figures; empty unless all that stands in
     * these columns are units.
     */
    public Map<Integer, UnitText> units(CellTexts line) {
        Map<Integer, UnitText> units = new LinkedHashMap<>();
        boolean named = false;
        for (int i = 0; i < line.size(); i++) {
            Cell cell = line.cell(i);
            if (isFigure(cell)) {
                Optional<UnitText> unit = UnitText.read(line.plain(i).replaceAll("^\\((.*)\\)$", "$1"));
                if (unit.isEmpty()) {
                    return Map.of();
                }
                units.put(cell.at().column(), unit.get());
            }
            named |= key.equals(Optional.of(cell.at().column()))
                    && !isUnitWord(line.plain(i))
                    && columns.stream()
                            .noneMatch(column -> column.index() == cell.at().column() && column.isRepeatedBy(cell));
        }
        return named ? Map.of() : units;
    }

    /** Whether a word only announces the units that stand beside it. */
    public static boolean isUnitWord(String text) {
        return UNIT_WORDS.contains(PlainText.of(text).replaceFirst(":$", ""));
    }

    /**
     * The cell by which a row below a header is the header of another table, or of this one with its columns elsewhere:
     * it repeats the heading of a name, but not all identifying headings at their places.
     */
    public Optional<Cell> otherHeader(CellTexts line) {
        if (line.size() < 2 || !line.isAllText()) {
            return Optional.empty();
        }
        boolean whole = repeatsHeader(line);
        boolean name = false;
        // One word of another heading may stand in a note; two are a header.
        int moved = 0;
        for (Headed column : columns) {
            Cell cell = line.at(column.index());
            if (column.isRepeatedBy(cell)) {
                name |= column.isIdentifying() && !column.isNumeric();
            } else if (isRepeated(cell)) {
                moved++;
            }
        }
        return (name && !whole) || moved > 1 ? Optional.of(line.cell(0)) : Optional.empty();
    }

    /** Whether a cell holds the heading of any column. */
    private boolean isRepeated(@Nullable Cell cell) {
        for (Headed column : columns) {
            if (column.isRepeatedBy(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row begins like the line of signatures or remarks below a table, such as 制表人：张三. */
    public static boolean isSignature(CellTexts line) {
        if (line.isEmpty()) {
            return false;
        }
        String plain = line.plain(0);
        return !plain.isEmpty()
                && SIGNATURE_BEGINS.indexOf(plain.charAt(0)) >= 0
                && SIGNATURE.matcher(plain).lookingAt();
    }

    private static boolean isStatistic(String plain) {
        // What the pattern can find begins or ends with one of these.
        return !plain.isEmpty()
                && ("平均中最".indexOf(plain.charAt(0)) >= 0 || "计均分值".indexOf(plain.charAt(plain.length() - 1)) >= 0)
                && STATISTIC.matcher(plain).find();
    }
}
