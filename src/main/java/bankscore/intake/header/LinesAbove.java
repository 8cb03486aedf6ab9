package bankscore.intake.header;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.OtherUnit;
import bankscore.intake.SheetHeader;
import bankscore.intake.Unit;
import bankscore.intake.text.Heading;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the lines above a header say: a unit, a period, the version of a template, and the two lines directly above, which
 * may head several columns together.
 */
final class LinesAbove {

    /** A template's version as it stands in a cell above the header; kinds of cells in between do not matter. */
    private static final Pattern VERSION = Pattern.compile("模板版本:?([0-9A-Za-z.-]{1,20})");

    private final Place sheet;
    private final StatedPeriods periods;

    /** The texts of the row passed last, and of the row directly above the header. */
    private Map<Integer, Cell> last = Map.of();

    private Map<Integer, Cell> over = Map.of();
    private int lastRow = -1;
    private Optional<UnitText> unit;
    private Optional<SheetHeader.Statement> unitFrom;
    private Optional<Finding> unitFinding;
    /** The cell at the left of the row passed last whose bracket states a unit, if the row holds other texts too. */
    private Optional<Cell> title = Optional.empty();

    private Optional<Cell> versionCell = Optional.empty();
    private String version = "";

    LinesAbove(Place sheet, Period period) {
        this.sheet = sheet;
        this.unit = UnitText.inTitle(sheet.sheet()).filter(stated -> !(stated instanceof UnitText.NoMoney));
        this.unitFrom = unit.map(stated -> new SheetHeader.Statement(sheet.sheet(), ""));
        this.unitFinding = unit.filter(UnitText.Unknown.class::isInstance)
                .map(stated -> Finding.of(Code.E113, sheet).with("found", sheet.sheet()));
        this.periods = new StatedPeriods(sheet, period);
    }

    /** The filled texts of a row by column. */
    static Map<Integer, Cell> texts(SheetRow row) {
        Map<Integer, Cell> texts = new LinkedHashMap<>();
        for (Cell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text && !text.text().isBlank()) {
                texts.put(cell.at().column(), cell);
            }
        }
        return texts;
    }

    /** The texts of the row passed last, be it the header. */
    Map<Integer, Cell> last() {
        return last;
    }

    /** The texts of the row directly above a row; none if that row is empty. */
    Map<Integer, Cell> over(SheetRow row) {
        return lastRow == row.index() - 1 ? last : Map.of();
    }

    /** Remembers a row that is no header. */
    void pass(SheetRow row, Map<Integer, Cell> texts) {
        remember(row.cells());
        over = last;
        last = texts;
        lastRow = row.index();
    }

    /** Remembers the header's row. */
    void reach(SheetRow header, Map<Integer, Cell> texts) {
        over = over(header);
        last = texts;
        lastRow = header.index();
    }

    private void remember(List<Cell> cells) {
        title.ifPresent(this::rememberTitle);
        // Once for the row: a hostile one has 16,384 cells.
        boolean alone = isTitle(cells);
        title = cells.stream()
                .limit(1)
                .filter(cell -> !alone && isOnlyUnit(cells))
                .findFirst();
        periods.add(cells);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String text = HeaderMatch.text(cell);
            rememberLine(cells, i);
            if (alone) {
                rememberTitle(cell);
            }
            Matcher stated = VERSION.matcher(PlainText.of(text));
            if (versionCell.isEmpty() && stated.find()) {
                versionCell = Optional.of(cell);
                version = stated.group(1);
            }
        }
    }

    /** Whether a row is one text, perhaps filled over merged cells. */
    private static boolean isTitle(List<Cell> cells) {
        return cells.stream().map(HeaderMatch::text).distinct().count() == 1;
    }

    /** Whether the first cell of a row, and no other, has a bracket that states a unit. */
    private static boolean isOnlyUnit(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (UnitText.inTitle(HeaderMatch.text(cells.get(i))).isPresent() != (i == 0)) {
                return false;
            }
        }
        return true;
    }

    /** What stands in the header's own row beside the headings, and a title directly above it that heads no column of money. */
    void beside(HeaderMatch match) {
        Set<Integer> heading = new HashSet<>();
        Set<Integer> money = new HashSet<>();
        match.hits()
                .forEach((id, hits) -> hits.forEach(hit -> {
                    heading.add(hit.cell().at().column());
                    if (match.dataset().column(id).filter(LinesAbove::isMoney).isPresent()) {
                        money.add(hit.cell().at().column());
                    }
                }));
        title.filter(cell -> !money.contains(cell.at().column())).ifPresent(this::rememberTitle);
        List<Cell> cells = match.row().cells();
        for (int i = 0; i < cells.size(); i++) {
            if (!heading.contains(cells.get(i).at().column())) {
                rememberLine(cells, i);
            }
        }
    }

    private static boolean isMoney(Column column) {
        return column.kind() == Column.Kind.MONEY;
    }

    private void rememberLine(List<Cell> cells, int i) {
        String next = i + 1 < cells.size() ? HeaderMatch.text(cells.get(i + 1)) : "";
        UnitText.inLine(HeaderMatch.text(cells.get(i)), next).ifPresent(stated -> rememberUnit(stated, cells.get(i)));
    }

    private void rememberTitle(Cell cell) {
        UnitText.inTitle(HeaderMatch.text(cell)).ifPresent(stated -> rememberUnit(stated, cell));
    }

    private void rememberUnit(UnitText stated, Cell cell) {
        if (stated instanceof UnitText.NoMoney) {
            return;
        }
        if (unitFinding.isEmpty() && stated instanceof UnitText.Unknown unknown) {
            unitFinding = Optional.of(Finding.of(Code.E113, place(cell)).with("found", unknown.text()));
        } else if (unitFinding.isEmpty() && unit.isPresent() && !unit.get().equals(stated)) {
            unitFinding = Optional.of(other(cell).against(unitFrom));
        }
        unit = Optional.of(stated);
        unitFrom = Optional.of(statement(cell));
    }

    private OtherUnit other(Cell cell) {
        return new OtherUnit(cell.value().shown(), false, place(cell));
    }

    /** What a cell says, and where it stands. */
    static SheetHeader.Statement statement(Cell cell) {
        return new SheetHeader.Statement(cell.value().shown(), cell.at().a1());
    }

    /**
     * A column's unit.
     *
     * @param from where it is stated; absent: nowhere
     */
    record Stated(Unit unit, Optional<SheetHeader.Statement> from) {}

    /**
     * The unit of a column: that of its heading, of the cell that heads it with others, of a line above, or else that in which it is kept. What
     * stands nearer than a line and says another unit is a finding.
     */
    Stated unit(Column column, HeaderMatch.Hit hit, List<Finding> findings) {
        Stated above = unit.orElse(new UnitText.NoMoney()) instanceof UnitText.Known known
                ? new Stated(known.unit(), unitFrom)
                : new Stated(column.amount().kept(), Optional.empty());
        if (!isMoney(column)) {
            // A published figure may be money, whatever the column is.
            return hit.heading().unit().orElse(new UnitText.NoMoney()) instanceof UnitText.Known known
                    ? new Stated(known.unit(), Optional.of(statement(hit.cell())))
                    : above;
        }
        CellRef at = hit.cell().at();
        Stated over = group(at)
                .filter(cell -> hit.heading().unit().isEmpty() || cell.at().column() == at.column())
                .map(cell -> nearer(above, groupUnit(cell), cell, hit, findings))
                .orElse(above);
        return nearer(over, hit.heading().unit(), hit.cell(), hit, findings);
    }

    private static Optional<UnitText> groupUnit(Cell cell) {
        return Heading.of(HeaderMatch.text(cell)).unit().filter(unit -> !(unit instanceof UnitText.NoMoney));
    }

    private Stated nearer(
            Stated first, Optional<UnitText> stated, Cell said, HeaderMatch.Hit hit, List<Finding> findings) {
        if (stated.isEmpty()) {
            return first;
        }
        if (stated.get() instanceof UnitText.Known known) {
            if (first.from().isPresent() && first.unit() != known.unit()) {
                Finding other = other(said).against(first.from());
                // A group may well be an exception to the line over the whole sheet; it is told once.
                Finding told = said.equals(hit.cell()) ? other.column(hit.shown()) : other.as(Code.W108);
                if (!findings.contains(told)) {
                    findings.add(told);
                }
            }
            return new Stated(known.unit(), Optional.of(statement(said)));
        }
        findings.add(Finding.of(Code.E113, place(said))
                .column(hit.shown())
                .with("found", stated.get() instanceof UnitText.Unknown unknown ? unknown.text() : hit.shown()));
        return new Stated(first.unit(), Optional.empty());
    }

    /** The cell directly above the header under which a column stands: the nearest one at or left of it. */
    private Optional<Cell> group(CellRef at) {
        Map<Integer, Cell> line = at.row() == lastRow ? over : lastRow == at.row() - 1 ? last : Map.of();
        return line.entrySet().stream()
                .filter(each -> each.getKey() <= at.column())
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /** What the sheet says of its period. */
    Optional<SheetHeader.Statement> period() {
        return periods.shown();
    }

    /**
     * What is wrong with the lines above: a unit, another period, another version of the template, in this order.
     *
     * @param money whether the sheet has a column of money
     */
    void judge(Dataset dataset, List<SheetHeader.HeaderColumn> columns, boolean money, List<Finding> findings) {
        if (money) {
            unitFinding.ifPresent(findings::add);
        }
        periods.judge(dataset, columns).ifPresent(findings::add);
        if (!version.equalsIgnoreCase(dataset.version())) {
            versionCell.ifPresent(cell -> findings.add(
                    Finding.of(Code.W103, place(cell)).with("found", version).with("expected", dataset.version())));
        }
    }

    private Place place(Cell cell) {
        return sheet.at(cell.at().a1());
    }
}
