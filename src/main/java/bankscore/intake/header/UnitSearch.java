package bankscore.intake.header;

import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.SheetHeader.Statement;
import bankscore.intake.Unit;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.NumberText;
import bankscore.intake.text.RowKind;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.LookPart;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the rows below a header for the unit of its money, where nothing above states one: a line below or beside
 * the table, or the number formats of all figures of a column; input.md, Units.
 *
 * <p>A line between two rows of figures is not believed: it may belong to a second table. What disagrees with the first
 * statement is found when the rows are taken.
 */
public final class UnitSearch {

    private final SheetHeader header;
    private final List<HeaderColumn> asked;
    private final Set<Integer> headed;
    private final Map<Integer, Stated> byFormat = new HashMap<>();
    private final Set<Integer> bare = new HashSet<>();
    private Optional<Stated> first = Optional.empty();
    private Optional<Stated> below = Optional.empty();
    private boolean figures;

    /** A unit, where it stands. */
    private record Stated(Unit unit, Statement from, int row) {}

    public UnitSearch(SheetHeader header) {
        this.header = header;
        this.asked = header.columns().stream()
                .filter(column -> column.column().kind() == Column.Kind.MONEY
                        && column.unitFrom().isEmpty())
                .toList();
        this.headed = header.columns().stream().map(HeaderColumn::index).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there is money whose unit is not known. */
    public boolean isNeeded() {
        return !asked.isEmpty();
    }

    /** Whether a text may state a unit, so that it is worth to look at all rows. */
    public static boolean mayState(CellValue.Text text) {
        return UnitText.statesMoney(text);
    }

    /** The same of a number format. */
    public static boolean mayState(LookPart format) {
        return UnitText.stored(format).orElse(new UnitText.NoMoney()) instanceof UnitText.Known;
    }

    /** Looks at the next row below the header. */
    public void offer(SheetRow row) {
        CellTexts texts = CellTexts.of(row);
        boolean data = asked.stream().anyMatch(column -> isFigure(texts.at(column.index())));
        if (data) {
            below = Optional.empty();
        }
        for (int i = 0; i < texts.size(); i++) {
            Cell cell = texts.cell(i);
            boolean mayState = !data || !headed.contains(cell.at().column());
            if (mayState && texts.unit(i).orElse(new UnitText.NoMoney()) instanceof UnitText.Known known) {
                Optional<Stated> stated =
                        Optional.of(new Stated(known.unit(), LinesAbove.statement(cell), row.index()));
                if (data || !figures) {
                    first = first.isPresent() ? first : stated;
                } else {
                    below = below.isPresent() ? below : stated;
                }
            }
        }
        figures |= data;
        int key = header.key().map(HeaderColumn::index).orElse(0);
        if (data && RowKind.total(texts, key).isEmpty()) {
            asked.forEach(column -> readFormat(column, texts.at(column.index())));
        }
    }

    private static boolean isFigure(@Nullable Cell cell) {
        return cell != null
                && (cell.value() instanceof CellValue.Numeric
                        || (cell.value() instanceof CellValue.Text text
                                && NumberText.read(text.text()) instanceof NumberText.Exact));
    }

    private void readFormat(HeaderColumn column, @Nullable Cell cell) {
        if (cell == null || !isFigure(cell)) {
            return;
        }
        if (cell.value() instanceof CellValue.Numeric number) {
            Optional<UnitText> stated = number.look().part(number.value()).flatMap(UnitText::stored);
            if (stated.orElse(new UnitText.NoMoney()) instanceof UnitText.Known known) {
                Statement from = new Statement(number.look().format(), cell.at().a1());
                byFormat.putIfAbsent(
                        column.index(), new Stated(known.unit(), from, cell.at().row()));
                return;
            }
            if (number.value().signum() == 0) {
                return;
            }
        }
        bare.add(column.index());
    }

    /** The header with the units that were found. */
    public SheetHeader result() {
        List<HeaderColumn> columns = new ArrayList<>();
        for (HeaderColumn column : header.columns()) {
            Optional<Stated> line = first.or(() -> below);
            Optional<Stated> format = Optional.ofNullable(byFormat.get(column.index()))
                    .filter(stated -> !bare.contains(column.index()))
                    .filter(stated ->
                            line.isEmpty() || stated.row() < line.get().row());
            Optional<Stated> found = asked.contains(column) ? format.or(() -> line) : Optional.empty();
            columns.add(
                    found.map(stated -> column.in(stated.unit(), stated.from())).orElse(column));
        }
        return header.with(columns);
    }
}
