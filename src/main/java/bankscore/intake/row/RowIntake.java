package bankscore.intake.row;

import bankscore.facts.Claim;
import bankscore.facts.ControlTotal;
import bankscore.facts.FactTable;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.Heading;
import bankscore.intake.text.NumberText;
import bankscore.intake.text.RowKind;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the rows below a header into facts, control totals and findings.
 *
 * <p>Lines that are no data are told first, in the order of {@link #others}; what is left is a {@link DataRow}. For
 * registers see {@link RegisterIntake}.
 *
 * <p>Rows come in order. The only memory is in which columns a formula failed, and the last row that held anything: a
 * single cell more than {@value #FAR} rows below it is a stray one.
 */
public final class RowIntake {

    private static final int FAR = 20;

    private final SheetRules sheet;
    private final SheetHeader header;
    private final Dataset dataset;
    private final HeaderColumn key;
    private final boolean identifiedByNumber;
    private final boolean numberRequired;
    private final RowKind kind;
    /** What lines of claims are read by; absent in any other sheet. */
    private final Optional<ClaimRows> claims;

    private int lastRow;

    /** The lines that are no data, in the order in which they are told; the first that fits decides. */
    private final List<OtherLine> others = List.of(
            // The header of another table, or of this one with its columns elsewhere: the sheet holds two tables.
            this::otherHeader,
            // A unit that is not the one the figures were taken for; it may stand in any of the lines below.
            this::otherUnit,
            // The header again, as on every printed page.
            this::headerAgain,
            // The line directly below a header that numbers the columns or states their units.
            this::numbering,
            // 合计, 总计, 小计: its figures are held against the sum of the others.
            this::totals,
            // 其中: its figures are part of another row.
            this::partOfAnother,
            // A single cell far below the table.
            this::stray,
            // 平均, 最高, 国有银行合计: it tells something of other rows.
            this::statistic,
            // 国有大型银行, with or without figures: a heading over some rows.
            this::group,
            // 无, 本季度无: the sheet says that there is nothing.
            this::nothing,
            // A form's blank line, in which only its number stands.
            this::numberedOnly,
            // 制表人, 备注 and other notes.
            this::note);

    /** Those that a line with all the cells that identify a claim might still be: with its figures, and without. */
    private final List<OtherLine> ofFigures = List.of(this::totals, this::partOfAnother);

    private final List<OtherLine> ofWhole = List.of(
            this::otherHeader, this::otherUnit, this::headerAgain, this::numbering, this::totals, this::partOfAnother);

    /** A kind of line that is no data. */
    @FunctionalInterface
    private interface OtherLine {

        /** What the line gives if it is one of this kind. */
        Optional<RowResult> read(Line line);
    }

    /**
     * A row that holds something.
     *
     * @param far whether it stands far below the last one
     * @param words whether it holds words only, and none that names whom a row of data is about
     */
    private record Line(SheetRow row, CellTexts texts, boolean far, boolean words) {

        Cell first() {
            return texts.cell(0);
        }
    }

    /** An intake for one sheet. */
    public RowIntake(SheetHeader header, RowContext known) {
        this.sheet = new SheetRules(header, known);
        this.header = header;
        this.dataset = header.dataset();
        this.key = sheet.key;
        this.lastRow = header.row();
        this.identifiedByNumber =
                dataset.identifying().stream().anyMatch(column -> column.kind().isNumeric());
        this.numberRequired =
                dataset.givesFigures() || dataset.numeric().stream().anyMatch(Column::required);
        this.kind = new RowKind(header);
        this.claims = dataset.rows() == Dataset.Rows.CLAIM ? Optional.of(new ClaimRows(sheet)) : Optional.empty();
    }

    /** What a row below the header gives. */
    public RowResult take(SheetRow row) {
        CellTexts texts = CellTexts.of(row);
        if (texts.isEmpty()) {
            return RowResult.NOTHING;
        }
        boolean words = texts.isAllText() && !knowsKey(texts);
        Line line = new Line(row, texts, row.index() - lastRow > FAR, words);
        lastRow = row.index();
        Optional<Finding> unit = words ? Optional.empty() : sheet.units.beside(texts);
        RowResult result = read(line);
        return unit.map(result::with).orElse(result);
    }

    private RowResult read(Line line) {
        for (OtherLine each : isWhole(line) ? (hasFigures(line) ? ofFigures : ofWhole) : others) {
            Optional<RowResult> result = each.read(line);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return data(new DataRow(sheet, line.row(), line.texts()));
    }

    /** Whether every cell that identifies a claim is filled: whatever an insured thing is called, it is no total. */
    private boolean isWhole(Line line) {
        if (claims.isEmpty()) {
            return false;
        }
        for (HeaderColumn column : header.columns()) {
            if (column.column().identifying()) {
                Cell cell = line.texts().at(column.index());
                if (cell == null || !isFilled(cell)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether numbers stand where figures must: below the lines next to the header that is no header, whatever it says. */
    private boolean hasFigures(Line line) {
        if (!identifiedByNumber || isDirectlyBelow(line)) {
            return false;
        }
        for (HeaderColumn column : sheet.numeric) {
            Cell cell = line.texts().at(column.index());
            if (column.column().identifying()
                    && cell != null
                    && cell.value() instanceof CellValue.Text text
                    && !NumberText.isNumber(text.plain())) {
                return false;
            }
        }
        return true;
    }

    /** What a row of data gives: first it is read whom and what it is about, then its figures. */
    private RowResult data(DataRow row) {
        row.readKeys();
        RowFigures figures = new RowFigures(sheet, row);
        figures.read();
        Optional<Claim> claim = claims.map(each -> each.read(row, figures));
        row.noteHidden();
        boolean reason = dataset.rows() == Dataset.Rows.REASON;
        return new RowResult(
                row.keysRead() && !reason && claim.isEmpty() ? figures.facts() : List.of(),
                claim.filter(each -> row.keysRead()),
                List.of(),
                row.keysRead() && reason ? List.of(row.reason()) : List.of(),
                row.findings());
    }

    private Optional<RowResult> otherHeader(Line line) {
        return kind.otherHeader(line.texts())
                .map(cell -> RowResult.of(Finding.of(Code.E111, sheet.place(cell.at()))
                        .with("first", dataset.name())
                        .with("second", line.row().index() + 1)
                        .with(Finding.VARIANT, "below")));
    }

    /**
     * What a line that is no data says of units, if it is not what the figures were taken for: a second table's
     * 单位：元, a note below, a repeated heading with another bracket.
     */
    private Optional<RowResult> otherUnit(Line line) {
        CellTexts texts = line.texts();
        if (!line.words()) {
            return Optional.empty();
        }
        Map<Integer, UnitText> stated = statedByColumn(line);
        for (HeaderColumn column : header.columns()) {
            Cell cell = texts.at(column.index());
            UnitText unit = stated.get(column.index());
            Optional<Finding> other = cell == null || unit == null
                    ? Optional.empty()
                    : sheet.units.other(column, unit, cell.at(), cell.value().shown(), false);
            if (other.isPresent()) {
                return other.map(RowResult::of);
            }
        }
        return stated.isEmpty() ? sheet.units.ofLine(texts).map(RowResult::of) : Optional.empty();
    }

    /** The units that a line states for single columns: below the header, or in the brackets of headings that come again. */
    private Map<Integer, UnitText> statedByColumn(Line line) {
        Map<Integer, UnitText> stated = new LinkedHashMap<>();
        if (isDirectlyBelow(line)) {
            stated.putAll(kind.units(line.texts()));
        }
        boolean repeated = kind.repeatsHeader(line.texts());
        for (HeaderColumn column : header.columns()) {
            Cell cell = line.texts().at(column.index());
            if (repeated && cell != null && column.column().kind() == Column.Kind.MONEY) {
                Heading.of(cell.value().shown()).unit().ifPresent(unit -> stated.put(column.index(), unit));
            }
        }
        return stated;
    }

    private boolean isDirectlyBelow(Line line) {
        return line.row().index() <= header.row() + 2;
    }

    private Optional<RowResult> headerAgain(Line line) {
        if (!kind.repeatsHeader(line.texts())) {
            return Optional.empty();
        }
        boolean second = line.row().index() == header.row() + 1;
        return Optional.of(second ? RowResult.NOTHING : hint(Code.N102, line.first()));
    }

    private Optional<RowResult> numbering(Line line) {
        CellTexts texts = line.texts();
        return isDirectlyBelow(line)
                        && !knowsKey(texts)
                        && (kind.isNumbering(texts) || !kind.units(texts).isEmpty())
                ? Optional.of(RowResult.NOTHING)
                : Optional.empty();
    }

    private Optional<RowResult> totals(Line line) {
        return RowKind.total(line.texts(), key.index())
                .or(() -> whole(line))
                .map(cell -> totals(line.row(), line.texts(), RowKind.isSubtotal(cell)));
    }

    /** The cell by which a row is that of the whole place: its name, which no subject goes by. */
    private Optional<Cell> whole(Line line) {
        if (!sheet.isOfSubjects() || sheet.whole.isEmpty() || knowsKey(line.texts())) {
            return Optional.empty();
        }
        for (int i = 0; i < line.texts().size() && line.texts().cell(i).at().column() <= key.index(); i++) {
            if (line.texts().cell(i).value() instanceof CellValue.Text text
                    && sheet.whole.contains(Register.key(text.plain()))) {
                return Optional.of(line.texts().cell(i));
            }
        }
        return Optional.empty();
    }

    private RowResult totals(SheetRow row, CellTexts texts, boolean subtotal) {
        List<ControlTotal> totals = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (HeaderColumn heading : sheet.numeric) {
            Column column = heading.column();
            Cell cell = texts.at(heading.index());
            if (cell == null) {
                continue;
            }
            CellRef at = new CellRef(row.index(), heading.index());
            FigureCell read =
                    new FigureCell.Reading(column.kind(), column.amount().ofSums(), heading.unit()).read(cell.value());
            Optional<Finding> other =
                    column.kind() == Column.Kind.MONEY ? sheet.units.ofFormat(heading, cell) : Optional.empty();
            if (other.isPresent()) {
                findings.add(other.get());
            } else if (read instanceof FigureCell.Figure figure) {
                totals.add(new ControlTotal(dataset.id(), column.id(), at, subtotal, figure.value()));
            } else if (read instanceof FigureCell.Bad bad
                    && !(bad.code() == Code.E204 && sheet.failed.contains(heading.index()))) {
                findings.add(Finding.of(bad.code(), sheet.place(at))
                        .column(heading.heading())
                        .with("found", cell.value().shown()));
            }
        }
        return new RowResult(List.of(), Optional.empty(), totals, List.of(), findings);
    }

    private Optional<RowResult> partOfAnother(Line line) {
        return RowKind.partOfAnother(line.texts(), key.index()).map(cell -> hint(Code.N103, cell));
    }

    private Optional<RowResult> stray(Line line) {
        return line.far() && line.texts().size() == 1 ? Optional.of(hint(Code.N104, line.first())) : Optional.empty();
    }

    private Optional<RowResult> statistic(Line line) {
        return RowKind.statistic(line.texts(), key.index()).map(cell -> hint(Code.N102, cell));
    }

    /** Whether nothing but a number stands in the line, left of the table's names. */
    private Optional<RowResult> numberedOnly(Line line) {
        Cell only = line.first();
        boolean numbered = line.texts().size() == 1
                && only.at().column() < key.index()
                && header.columns().stream()
                        .noneMatch(column -> column.index() == only.at().column())
                && FigureCell.isAttempt(only.value());
        return numbered ? Optional.of(RowResult.NOTHING) : Optional.empty();
    }

    private Optional<RowResult> group(Line line) {
        return RowKind.group(line.texts(), key.index(), sheet.kinds)
                .filter(cell -> !knowsKey(line.texts()))
                .map(cell -> RowResult.of(dataset.told(Finding.of(Code.N102, sheet.place(cell.at()))
                        .with("found", cell.value().shown())
                        .with(Finding.VARIANT, "group"))));
    }

    private Optional<RowResult> nothing(Line line) {
        return dataset.presence() == Dataset.Presence.WITH_PLAN && RowKind.saysNothing(line.texts())
                ? Optional.of(RowResult.NOTHING)
                : Optional.empty();
    }

    /** Signatures and remarks are no finding, unless figures stand among them. */
    private Optional<RowResult> note(Line line) {
        CellTexts texts = line.texts();
        if (RowKind.isSignature(texts) && !knowsKey(texts)) {
            boolean figures = sheet.numeric.stream()
                    .map(column -> texts.at(column.index()))
                    .anyMatch(cell -> cell != null && FigureCell.isAttempt(cell.value()));
            return Optional.of(figures ? dropped(texts) : RowResult.NOTHING);
        }
        return isNote(texts) ? Optional.of(dropped(texts)) : Optional.empty();
    }

    /** A row that is not read is told by its words; a running number says nothing. */
    private RowResult dropped(CellTexts texts) {
        int first = texts.firstWord();
        return RowResult.of(
                Finding.of(Code.N102, sheet.place(texts.cell(first).at())).with("found", texts.shownFrom(first)));
    }

    /**
     * Whether a row is no data. Where a number identifies the dataset and is required: no value in any numeric column,
     * and a key that is no known subject. Where words alone identify it: fewer than two of them filled, and no such key.
     */
    private boolean isNote(CellTexts texts) {
        boolean filled = false;
        int identified = 0;
        boolean attempted = false;
        for (HeaderColumn column : header.columns()) {
            Cell cell = texts.at(column.index());
            if (cell != null) {
                filled = true;
                identified += column.column().identifying() && isFilled(cell) ? 1 : 0;
                attempted |= numberRequired
                        && column.column().kind().isNumeric()
                        && (FigureCell.isAttempt(cell.value()) || isDateOfItem(texts, cell));
            }
        }
        if (claims.isPresent()) {
            return identified < 2 && texts.size() < 3 && !knowsKey(texts);
        }
        if (!filled || !identifiedByNumber) {
            return !filled || (identified < 2 && !knowsKey(texts));
        }
        return numberRequired && !attempted && !knowsKey(texts);
    }

    /** Whether a figure of a fund or an item has got the format of a date; beside 日期 it is one. */
    private boolean isDateOfItem(CellTexts texts, Cell cell) {
        return cell.value() instanceof CellValue.Day
                && key.column().kind() == Column.Kind.LABEL
                && TextCell.read(texts.at(key.index()), true) instanceof TextCell.Said said
                && !said.text().matches(".{0,20}(?:日期|时间|[:：]).{0,20}");
    }

    /** Whether the key names a subject of the register, or a published figure that the rule asks for. */
    private boolean knowsKey(CellTexts texts) {
        if (!(TextCell.read(texts.at(key.index()), true) instanceof TextCell.Said said)) {
            return false;
        }
        return switch (key.column().kind()) {
            case SUBJECT -> sheet.known.register().named(said.text()).isPresent();
            case PARTY -> sheet.register(key).names().named(said.text()).isPresent();
            default -> sheet.isPublished() && sheet.known.published().containsKey(FactTable.itemKey(said.text()));
        };
    }

    private static boolean isFilled(Cell cell) {
        return !(cell.value() instanceof CellValue.Text text && NumberText.isMissing(text.text()));
    }

    private RowResult hint(Code code, Cell cell) {
        return RowResult.of(dataset.told(Finding.of(code, sheet.place(cell.at()))
                .with("found", cell.value().shown())));
    }
}
