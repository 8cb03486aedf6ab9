package bankscore.intake.row;

import bankscore.exact.Fraction;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.FactTable;
import bankscore.facts.Nearest;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.facts.WrittenReason;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.Unit;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.DayText;
import bankscore.intake.text.Heading;
import bankscore.intake.text.NumberText;
import bankscore.intake.text.RowKind;
import bankscore.intake.text.UnitText;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import bankscore.sheet.SheetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows below a header into staged figures, control totals and findings.
 *
 * <p>Total rows (合计, 总计, 小计), rows beginning with 其中, repeated headers and lines of notes are told from data
 * first. A data row gives at most one finding per cell, the deepest; a row whose subject, fund or date cannot be read stages
 * nothing. For registers see {@link RegisterIntake}.
 *
 * <p>Rows come in order. The only memory is in which columns a formula failed, and the last row that held anything: a
 * single cell more than {@value #FAR} rows below it is a stray one.
 */
public final class RowIntake {

    private static final int FAR = 20;

    private final SheetHeader header;
    private final Dataset dataset;
    private final RowContext known;
    private final HeaderColumn key;
    private final List<HeaderColumn> numeric;
    private final boolean identifiedByNumber;
    private final boolean numberRequired;
    private final boolean wordsOnly;
    private final RowKind kind;
    private final List<Part> parts;
    /** Of each kind of words the id of the dataset's first column. */
    private final Map<Column.Kind, String> firsts = new EnumMap<>(Column.Kind.class);
    /** The columns in which a formula failed: the formula of their total fails for the same cause. */
    private final Set<Integer> failed = new HashSet<>();

    private int lastRow;

    /** Two columns of which one is a part of the other. */
    private record Part(HeaderColumn part, HeaderColumn whole) {}

    /** An intake for one sheet. */
    public RowIntake(SheetHeader header, RowContext known) {
        this.header = header;
        this.dataset = header.dataset();
        this.known = known;
        this.key = header.key().orElseGet(() -> header.columns().get(0));
        this.lastRow = header.row();
        this.numeric = header.columns().stream()
                .filter(column -> column.column().kind().isNumeric())
                .toList();
        this.identifiedByNumber =
                dataset.identifying().stream().anyMatch(column -> column.kind().isNumeric());
        this.numberRequired = dataset.rows() == Dataset.Rows.SUBJECT
                || dataset.numeric().stream().anyMatch(Column::required);
        this.wordsOnly = dataset.numeric().isEmpty();
        this.kind = new RowKind(header);
        this.parts = header.columns().stream()
                .flatMap(part ->
                        part.column().partOf().flatMap(header::column).stream().map(whole -> new Part(part, whole)))
                .toList();
        dataset.columns().forEach(column -> firsts.putIfAbsent(column.kind(), column.id()));
    }

    /** What a row below the header gives. */
    public RowResult take(SheetRow row) {
        CellTexts line = CellTexts.of(row);
        if (line.isEmpty()) {
            return RowResult.NOTHING;
        }
        Cell first = line.cell(0);
        boolean far = row.index() - lastRow > FAR;
        lastRow = row.index();
        Optional<Cell> other = kind.otherHeader(line);
        if (other.isPresent()) {
            return RowResult.of(Finding.of(Code.E111, place(other.get().at()))
                    .with("first", dataset.name())
                    .with("second", row.index() + 1)
                    .with(Finding.VARIANT, "below"));
        }
        Optional<RowResult> unit = otherUnit(row, line);
        if (unit.isPresent()) {
            return unit.get();
        }
        boolean below = row.index() == header.row() + 1;
        if (kind.repeatsHeader(line)) {
            return below ? RowResult.NOTHING : RowResult.of(hint(Code.N102, first));
        }
        if (row.index() <= header.row() + 2
                && !knowsKey(line)
                && (kind.isNumbering(line) || !kind.units(line).isEmpty())) {
            return RowResult.NOTHING;
        }
        Optional<Cell> total = RowKind.total(line, key.index());
        if (total.isPresent()) {
            return totals(row, line, RowKind.isSubtotal(total.get()));
        }
        Optional<Cell> part = RowKind.partOfAnother(line, key.index());
        if (part.isPresent()) {
            return RowResult.of(hint(Code.N103, part.get()));
        }
        if (far && line.size() == 1) {
            return RowResult.of(hint(Code.N104, first));
        }
        Optional<Cell> statistic = RowKind.statistic(line, key.index());
        if (statistic.isPresent()) {
            return RowResult.of(hint(Code.N102, statistic.get()));
        }
        if (isNumberedOnly(line)) {
            return RowResult.NOTHING;
        }
        if ((RowKind.isSignature(line) && !knowsKey(line)) || isNote(line)) {
            return RowResult.of(hint(Code.N102, first));
        }
        return new Row(row, line).result();
    }

    /** Whether a form's blank line holds nothing but its number, left of the table's names. */
    private boolean isNumberedOnly(CellTexts line) {
        Cell only = line.cell(0);
        return line.size() == 1
                && only.at().column() < key.index()
                && header.columns().stream()
                        .noneMatch(column -> column.index() == only.at().column())
                && FigureCell.isAttempt(only.value());
    }

    /**
     * What a line that is no data says of units, if it is not what the figures were taken for: a second table's
     * 单位：元, a note below, a repeated heading with another bracket.
     */
    private Optional<RowResult> otherUnit(SheetRow row, CellTexts line) {
        if (!line.isAllText() || knowsKey(line)) {
            return Optional.empty();
        }
        Map<Integer, UnitText> stated = new LinkedHashMap<>();
        if (row.index() <= header.row() + 2) {
            stated.putAll(kind.units(line));
        }
        boolean repeated = kind.repeatsHeader(line);
        for (HeaderColumn column : header.columns()) {
            Cell cell = line.at(column.index());
            if (repeated && cell != null && column.column().kind() == Column.Kind.MONEY) {
                Heading.of(cell.value().shown()).unit().ifPresent(unit -> stated.put(column.index(), unit));
            }
        }
        for (Map.Entry<Integer, UnitText> each : stated.entrySet()) {
            Optional<HeaderColumn> column = header.columns().stream()
                    .filter(one -> one.index() == each.getKey() && isOther(one, each.getValue()))
                    .findFirst();
            if (column.isPresent()) {
                return Optional.of(otherUnit(new CellRef(row.index(), each.getKey()), line));
            }
        }
        for (int i = 0; stated.isEmpty() && i < line.size(); i++) {
            String next = i + 1 < line.size() ? line.cell(i + 1).value().shown() : "";
            Optional<UnitText> unit = UnitText.inLine(line.cell(i).value().shown(), next);
            boolean other = unit.isPresent()
                    && header.columns().stream()
                            .filter(column ->
                                    Heading.of(column.heading()).unit().isEmpty())
                            .anyMatch(column -> isOther(column, unit.get()));
            if (other) {
                return Optional.of(otherUnit(line.cell(i).at(), line));
            }
        }
        return Optional.empty();
    }

    private static boolean isOther(HeaderColumn column, UnitText stated) {
        return column.column().kind() == Column.Kind.MONEY
                && !(stated instanceof UnitText.NoMoney)
                && !(stated instanceof UnitText.Known known && known.unit() == column.unit());
    }

    private RowResult otherUnit(CellRef at, CellTexts line) {
        Cell cell = line.at(at.column());
        return RowResult.of(Finding.of(Code.E113, place(at))
                .with("found", cell == null ? "" : cell.value().shown()));
    }

    private Finding hint(Code code, Cell cell) {
        return Finding.of(code, place(cell.at())).with("found", cell.value().shown());
    }

    private Place place(CellRef at) {
        return header.sheet().at(at.a1());
    }

    /**
     * Whether a row is no data. Where a number identifies the dataset and is required: no value in any numeric column,
     * and a key that is no known subject. Where words alone identify it: fewer than two of them filled.
     */
    private boolean isNote(CellTexts line) {
        boolean filled = false;
        int identified = 0;
        boolean attempted = false;
        for (HeaderColumn column : header.columns()) {
            Cell cell = line.at(column.index());
            if (cell != null) {
                filled = true;
                identified += column.column().identifying() && isFilled(cell) ? 1 : 0;
                attempted |= numberRequired && column.column().kind().isNumeric() && FigureCell.isAttempt(cell.value());
            }
        }
        if (!filled || !identifiedByNumber) {
            return !filled || identified < 2;
        }
        return numberRequired && !attempted && !knowsKey(line);
    }

    /** Whether the key names a subject of the register, or a published figure that the scheme asks for. */
    private boolean knowsKey(CellTexts line) {
        if (!(TextCell.read(line.at(key.index()), true) instanceof TextCell.Said said)) {
            return false;
        }
        return key.column().kind() == Column.Kind.SUBJECT
                ? known.roster().named(said.text()).isPresent()
                : isParameters() && known.published().containsKey(FactTable.itemKey(said.text()));
    }

    private boolean isParameters() {
        return dataset.id().equals("parameters");
    }

    private static boolean isFilled(Cell cell) {
        return !(cell.value() instanceof CellValue.Text text && NumberText.isMissing(text.text()));
    }

    private RowResult totals(SheetRow row, CellTexts line, boolean subtotal) {
        List<ControlTotal> totals = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (HeaderColumn column : header.columns()) {
            Cell cell = line.at(column.index());
            if (!column.column().kind().isNumeric() || cell == null) {
                continue;
            }
            CellRef at = new CellRef(row.index(), column.index());
            HeaderColumn sums =
                    new HeaderColumn(column.column().ofSums(), column.index(), column.heading(), column.unit());
            FigureCell read = FigureCell.read(sums, cell.value());
            if (read instanceof FigureCell.Figure figure) {
                totals.add(new ControlTotal(dataset.id(), column.column().id(), at, subtotal, figure.value()));
            } else if (read instanceof FigureCell.Bad bad
                    && !(bad.code() == Code.E204 && failed.contains(column.index()))) {
                findings.add(Finding.of(bad.code(), place(at))
                        .column(column.heading())
                        .with("found", cell.value().shown()));
            }
        }
        return new RowResult(List.of(), totals, List.of(), findings);
    }

    /** One row of data while it is read. */
    private final class Row {

        private final SheetRow row;
        private final CellTexts line;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Integer> accused = new HashSet<>();
        private final Map<String, BigDecimal> values = new HashMap<>();
        private final Map<String, String> words = new HashMap<>();
        private Optional<Subject> subject = Optional.empty();
        private String subjectName = "";
        private Optional<LocalDate> day = Optional.empty();
        private boolean keysRead = true;

        Row(SheetRow row, CellTexts line) {
            this.row = row;
            this.line = line;
        }

        RowResult result() {
            readKeys();
            readFigures();
            comparePartsWithWholes();
            compareDueWithPeriod();
            if (row.hidden()) {
                accuse(Code.W201, key, Map.of("row", Integer.toString(row.index() + 1)));
            }
            List<Finding> named = findings.isEmpty()
                    ? List.of()
                    : findings.stream()
                            .map(finding ->
                                    finding.subject(subject.map(Subject::name).orElse(subjectName)))
                            .toList();
            if (!keysRead) {
                return new RowResult(List.of(), List.of(), List.of(), named);
            }
            if (dataset.id().equals("reasons")) {
                return new RowResult(List.of(), List.of(), List.of(reason()), named);
            }
            return new RowResult(figures(), List.of(), List.of(), named);
        }

        private @Nullable Cell cell(HeaderColumn column) {
            return line.at(column.index());
        }

        /** What stands in a column, as findings show it; empty if nothing does. */
        private String shown(HeaderColumn column) {
            Cell cell = cell(column);
            return cell == null ? "" : cell.value().shown();
        }

        private CellRef at(HeaderColumn column) {
            return new CellRef(row.index(), column.index());
        }

        /** The first accusation of a cell stands; later ones would name the same cause again. */
        private void accuse(Code code, HeaderColumn column, Map<String, String> details) {
            if (!accused.add(column.index())) {
                return;
            }
            Finding finding = Finding.of(code, place(at(column))).column(column.heading());
            String found = shown(column);
            finding = finding.with("found", found.isEmpty() ? known.none() : found);
            for (Map.Entry<String, String> detail : details.entrySet()) {
                finding = finding.with(detail.getKey(), detail.getValue());
            }
            findings.add(finding);
        }

        private void refuse(Code code, HeaderColumn column, Map<String, String> details) {
            accuse(code, column, details);
            keysRead = false;
        }

        private void readKeys() {
            for (HeaderColumn column : header.columns()) {
                switch (column.column().kind()) {
                    case MONEY, NUMBER, PERCENT -> {}
                    case DATE -> readDay(column);
                    default -> readWords(column);
                }
            }
        }

        private void readWords(HeaderColumn column) {
            Column.Kind kind = column.column().kind();
            TextCell read = TextCell.read(cell(column), kind != Column.Kind.TEXT && kind != Column.Kind.CHOICE);
            if (read instanceof TextCell.Bad bad) {
                if (kind == Column.Kind.SUBJECT) {
                    subjectName = shown(column);
                }
                refuse(bad.code(), column, Map.of());
            } else if (read instanceof TextCell.Said said) {
                readWord(column, said.text());
            } else if (kind == Column.Kind.SUBJECT || column.column().required()) {
                boolean disposal = column.column().id().equals("disposal");
                refuse(disposal ? Code.E212 : Code.E206, column, disposal ? choices(column) : Map.of());
            } else {
                column.column()
                        .empty()
                        .ifPresent(word -> words.put(column.column().id(), word));
            }
        }

        private void readWord(HeaderColumn column, String text) {
            Column.Kind kind = column.column().kind();
            if (kind == Column.Kind.SUBJECT) {
                subjectName = text;
                subject = known.roster().named(text);
                if (subject.isEmpty() && !known.namesAreSure()) {
                    keysRead = false;
                } else if (subject.isEmpty()) {
                    refuse(
                            Code.E301,
                            column,
                            Map.of("suggestions", Nearest.to(Register.key(text), spellings(), known.none())));
                }
            } else if (kind == Column.Kind.CHOICE) {
                String plain = PlainText.of(text);
                if (column.column().choices().contains(plain)) {
                    words.put(column.column().id(), plain);
                } else {
                    boolean disposal = column.column().id().equals("disposal");
                    refuse(disposal ? Code.E212 : Code.E209, column, choices(column));
                }
            } else {
                words.put(column.column().id(), text);
            }
        }

        private Map<String, String> choices(HeaderColumn column) {
            return Map.of("choices", String.join("、", column.column().choices()));
        }

        private Map<String, List<String>> spellings() {
            Map<String, List<String>> spellings = new LinkedHashMap<>();
            for (Subject each : known.roster().subjects()) {
                List<String> names = new ArrayList<>(each.aliases());
                names.add(each.name());
                names.add(each.shortName());
                spellings.put(each.name(), names.stream().map(Register::key).toList());
            }
            return spellings;
        }

        private void readDay(HeaderColumn column) {
            Cell cell = cell(column);
            if (cell != null && cell.value() instanceof CellValue.Failure) {
                refuse(Code.E204, column, Map.of());
                return;
            }
            if (cell != null && cell.value() instanceof CellValue.Uncached) {
                refuse(Code.E205, column, Map.of());
                return;
            }
            DayText read = cell == null ? new DayText.Missing() : DayText.read(cell.value());
            if (read instanceof DayText.Unreadable) {
                refuse(Code.E211, column, Map.of());
            } else if (read instanceof DayText.Missing) {
                if (column.column().required()) {
                    refuse(Code.E206, column, Map.of());
                }
            } else if (read instanceof DayText.Read date) {
                day = day.isPresent() ? day : Optional.of(date.day());
                boolean counts = !date.day().isBefore(known.period().firstDayOfYear())
                        && !date.day().isAfter(known.period().end());
                if (column.column().withinYear() && !counts) {
                    accuse(
                            Code.W204,
                            column,
                            Map.of(
                                    "from", known.period().firstDayOfYear().toString(),
                                    "to", known.period().end().toString()));
                } else if (dataset.id().equals("risk")
                        && date.day().isAfter(known.period().end())) {
                    accuse(Code.W204, column, Map.of("to", known.period().end().toString(), Finding.VARIANT, "later"));
                }
            }
        }

        private void readFigures() {
            for (HeaderColumn column : numeric) {
                HeaderColumn asked = asked(column);
                Cell cell = cell(column);
                FigureCell read = cell == null ? new FigureCell.Missing() : FigureCell.read(asked, cell.value());
                if (read instanceof FigureCell.Bad bad) {
                    if (bad.code() == Code.E204) {
                        failed.add(column.index());
                    }
                    accuse(bad.code(), column, bad.details());
                } else if (read instanceof FigureCell.Figure figure) {
                    values.put(column.column().id(), figure.value());
                    figure.doubt().ifPresent(doubt -> accuse(doubt.code(), column, doubt.details()));
                } else {
                    readMissing(column);
                }
            }
        }

        /** A published figure is in the unit of what it is used for, whatever the column holds besides. */
        private HeaderColumn asked(HeaderColumn column) {
            String unit = isParameters()
                    ? known.published().getOrDefault(FactTable.itemKey(word(Column.Kind.LABEL)), "")
                    : "";
            if (unit.isEmpty()) {
                return column;
            }
            Unit stated = Heading.of(column.heading())
                    .unit()
                    .filter(UnitText.Known.class::isInstance)
                    .map(text -> ((UnitText.Known) text).unit())
                    .orElse(column.unit());
            boolean money = unit.equals(Unit.WAN.text());
            if (!money
                    && Heading.of(column.heading())
                            .unit()
                            .filter(UnitText.Known.class::isInstance)
                            .isPresent()) {
                findings.add(Finding.of(Code.E113, place(new CellRef(header.row(), column.index())))
                        .column(column.heading())
                        .with("found", column.heading()));
            }
            return new HeaderColumn(
                    column.column().as(money ? Column.Kind.MONEY : Column.Kind.NUMBER, unit.equals("%")),
                    column.index(),
                    column.heading(),
                    stated);
        }

        private void readMissing(HeaderColumn heading) {
            Column column = heading.column();
            if (column.empty().isPresent()) {
                values.put(column.id(), new BigDecimal(column.empty().get()));
                return;
            }
            if (!keysRead) {
                return;
            }
            Optional<Column.Need> need =
                    column.neededWhen().filter(each -> each.word().equals(words.get(each.column())));
            if (need.isPresent()) {
                accuse(Code.E210, heading, Map.of("choice", need.get().word()));
            } else if (column.required() || isMissedFigure(column)) {
                accuse(Code.E206, heading, isParameters() ? Map.of(Finding.VARIANT, "published") : Map.of());
            }
        }

        private boolean isMissedFigure(Column column) {
            return dataset.rows() == Dataset.Rows.SUBJECT
                    && known.used().contains(dataset.formulaId(column))
                    && subject.filter(known.assessed()).isPresent();
        }

        private void comparePartsWithWholes() {
            for (Part each : parts) {
                BigDecimal value = values.get(each.part().column().id());
                BigDecimal bound = values.get(each.whole().column().id());
                if (value != null && bound != null && Fraction.of(value).isGreater(Fraction.of(bound))) {
                    accuse(
                            Code.W205,
                            each.part(),
                            Map.of("whole", each.whole().heading(), "limit", shown(each.whole())));
                }
            }
        }

        /** What has fallen due is no longer unmatured. */
        private void compareDueWithPeriod() {
            BigDecimal unmatured = values.getOrDefault("unmatured", BigDecimal.ZERO);
            if (unmatured.signum() > 0
                    && day.filter(each -> !each.isAfter(known.period().end())).isPresent()) {
                header.column("due")
                        .ifPresent(column -> accuse(
                                Code.W204,
                                column,
                                Map.of("to", known.period().end().toString(), Finding.VARIANT, "due")));
            }
        }

        private List<Fact> figures() {
            List<Fact> figures = new ArrayList<>(numeric.size());
            for (HeaderColumn column : numeric) {
                Optional<BigDecimal> value =
                        Optional.ofNullable(values.get(column.column().id()));
                boolean unread = value.isEmpty() && accused.contains(column.index());
                if (!unread && (value.isPresent() || dataset.rows() != Dataset.Rows.SUBJECT)) {
                    figures.add(figure(column, value));
                }
            }
            if (wordsOnly) {
                HeaderColumn word = header.columns().stream()
                        .filter(column -> column.column().kind() == Column.Kind.CHOICE)
                        .findFirst()
                        .orElse(key);
                figures.add(figure(word, Optional.empty()));
            }
            return figures;
        }

        private Fact figure(HeaderColumn column, Optional<BigDecimal> value) {
            return new Fact(
                    dataset.id(),
                    column.column().id(),
                    at(column),
                    subject.map(Subject::code).orElse(""),
                    word(Column.Kind.LABEL),
                    word(Column.Kind.CHOICE),
                    day,
                    value,
                    word(Column.Kind.TEXT),
                    word(Column.Kind.PERSON));
        }

        /** The word of the dataset's first column of a kind; empty if there is none. */
        private String word(Column.Kind kind) {
            String column = firsts.get(kind);
            return column == null ? "" : words.getOrDefault(column, "");
        }

        private WrittenReason reason() {
            return new WrittenReason(
                    said("code").toUpperCase(Locale.ROOT),
                    said("file"),
                    said("cell").toUpperCase(Locale.ROOT),
                    said("reason"),
                    said("by"));
        }

        private String said(String column) {
            return words.getOrDefault(column, "");
        }
    }
}
