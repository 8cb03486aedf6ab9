package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.Figure;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks staged tables as a whole: what must be there, who must have a row, what came twice, what totals state.
 *
 * <p>All findings are collected. A cell or subject that staging has accused already is not accused again for the same
 * cause.
 */
public final class TableCheck {

    private static final Fraction TOLERANCE = Fraction.of(1, 100);

    /** What is wrong with a sheet whose dataset is known, or nearly. */
    private static final Set<Code> MISSING_HEADINGS = Set.of(Code.E112, Code.E116);

    private final StagedTables tables;
    private final Demand demand;
    private final Consumer<Finding> findings;
    private final Set<String> present = new LinkedHashSet<>();
    private final Map<String, Map<Integer, Row>> rows = new HashMap<>();

    /** @param findings takes what is found, in the order of the checks */
    public TableCheck(StagedTables tables, Demand demand, Consumer<Finding> findings) {
        this.tables = tables;
        this.demand = demand;
        this.findings = findings;
        tables.sheets().values().forEach(header -> present.add(header.dataset().id()));
        Map<String, Integer> next = new HashMap<>();
        for (OnSheet<Fact> each : tables.figures()) {
            Fact figure = each.value();
            Map<Integer, Row> ofDataset = rows.computeIfAbsent(figure.dataset(), id -> new TreeMap<>());
            int last = next.getOrDefault(figure.dataset(), 0);
            Row open = ofDataset.get(last - 1);
            if (open == null
                    || open.sheet() != each.sheet()
                    || open.row() != figure.at().row()) {
                open = new Row(each.sheet(), figure.at().row(), new LinkedHashMap<>());
                ofDataset.put(last, open);
                next.put(figure.dataset(), last + 1);
            }
            open.figures().put(figure.column(), figure);
        }
    }

    /**
     * What a rule asks of tables.
     *
     * @param columns every column that it uses
     * @param published the published items that it asks for, in its order
     * @param assessed whether a subject is judged, and must therefore have rows
     */
    public record Demand(Set<String> columns, List<String> published, Predicate<Subject> assessed) {
        public Demand {
            columns = Set.copyOf(columns);
            published = List.copyOf(published);
        }
    }

    /** One staged row of a dataset: its figures by column. */
    public record Row(int sheet, int row, Map<String, Fact> figures) {

        public Fact any() {
            return figures.values().iterator().next();
        }
    }

    /** The ids of the datasets that are there, if only with a header. */
    public Set<String> present() {
        return present;
    }

    /** The staged rows of a dataset, in the order of sheets and rows. */
    public List<Row> rows(String dataset) {
        return List.copyOf(rows.getOrDefault(dataset, Map.of()).values());
    }

    private SheetHeader header(int sheet) {
        SheetHeader header = tables.sheets().get(sheet);
        if (header == null) {
            throw new IllegalArgumentException("no such sheet: " + sheet);
        }
        return header;
    }

    /** A figure's cell. */
    public Place place(int sheet, Fact figure) {
        return header(sheet).sheet().at(figure.at().a1());
    }

    /** The cell of a row's subject, or of its label, such as a fund or an item, where a row has none or it is asked for. */
    public Place keyPlace(int sheet, int row, boolean label) {
        SheetHeader header = header(sheet);
        Optional<SheetHeader.HeaderColumn> column = label
                ? header.columns().stream()
                        .filter(each -> each.column().kind() == Column.Kind.LABEL)
                        .findFirst()
                : header.key();
        return column.map(each -> header.sheet().at(new CellRef(row, each.index()).a1()))
                .orElse(header.sheet());
    }

    /** A column's heading as the sender wrote it. */
    public String heading(int sheet, String column) {
        return header(sheet)
                .column(column)
                .map(SheetHeader.HeaderColumn::heading)
                .orElse("");
    }

    /** A subject's name; its code if it is not in the register. */
    public String subjectName(String code) {
        return tables.roster().subject(code).map(Subject::name).orElse(code);
    }

    /** A dataset's name; its id if there is none. */
    public String datasetName(String id) {
        return tables.datasets().stream()
                .filter(dataset -> dataset.id().equals(id))
                .map(Dataset::name)
                .findFirst()
                .orElse(id);
    }

    // What must be there.

    /** Every dataset that the rule needs is there. */
    public void checkPresence() {
        boolean unreadable = tables.staging().stream()
                .anyMatch(finding -> finding.level() == Level.ERROR
                        && finding.code().stage() == Code.Stage.SETUP
                        && !MISSING_HEADINGS.contains(finding.code()));
        Set<String> nearlyThere = tables.staging().stream()
                .filter(finding -> finding.code() == Code.E116)
                .map(finding -> finding.details().getOrDefault("expected", ""))
                .collect(Collectors.toSet());
        for (Dataset dataset : tables.datasets()) {
            if (present.contains(dataset.id()) || nearlyThere.contains(dataset.name())) {
                continue;
            }
            boolean isUsed = dataset.numeric().stream()
                    .anyMatch(column -> demand.columns().contains(dataset.formulaId(column)));
            boolean missing = switch (dataset.presence()) {
                case REQUIRED -> true;
                case IF_USED -> isUsed;
                case ANNUAL -> tables.period().isAnnual();
                case NOTED, OPTIONAL -> false;
            };
            if (missing && !unreadable) {
                findings.accept(missing(dataset));
            } else if (dataset.presence() == Dataset.Presence.NOTED && isUsed) {
                findings.accept(
                        Unread.beside(tables, Finding.of(Code.W101, Place.NONE).with("expected", dataset.name())));
            }
        }
    }

    private Finding missing(Dataset dataset) {
        String headings = dataset.identifying().stream().map(Column::name).collect(Collectors.joining("、"));
        return Unread.beside(
                tables,
                Finding.of(Code.E110, Place.NONE)
                        .with("expected", dataset.name())
                        .with("headings", headings));
    }

    // Figures per subject.

    /** By column, then by subject; a subject's second row is no row. */
    public Map<String, Map<String, Figure>> perSubject() {
        Map<String, Map<String, Figure>> figures = new HashMap<>();
        for (Dataset dataset : tables.datasets()) {
            if (dataset.rows() != Dataset.Rows.SUBJECT) {
                continue;
            }
            Map<String, Place> seen = new HashMap<>();
            Set<Integer> again =
                    sheetsSentAgain(rows(dataset.id()), row -> row.any().subject(), Code.E302);
            for (Row row : rows(dataset.id())) {
                String bank = row.any().subject();
                if (again.contains(row.sheet())) {
                    continue;
                }
                Place place = keyPlace(row.sheet(), row.row(), false);
                Place first = seen.putIfAbsent(bank, place);
                if (first != null) {
                    findings.accept(Finding.of(Code.E302, place)
                            .subject(subjectName(bank))
                            .with("found", subjectName(bank))
                            .with("first", first.sheetOnly().equals(place.sheetOnly()) ? first.cell() : first)
                            .with(Finding.VARIANT, "at"));
                    continue;
                }
                for (Fact figure : row.figures().values()) {
                    Figure.of(figure.column(), figure, place(row.sheet(), figure))
                            .ifPresent(known -> figures.computeIfAbsent(figure.column(), id -> new HashMap<>())
                                    .put(bank, known));
                }
            }
        }
        return figures;
    }

    /**
     * The sheets of two and more rows that only repeat what earlier sheets have, such as a corrected file beside the first
     * one: one finding each, at the heading of the names.
     */
    public Set<Integer> sheetsSentAgain(List<Row> all, Function<Row, String> key, Code code) {
        Map<Integer, List<Row>> bySheet = new TreeMap<>();
        all.forEach(row ->
                bySheet.computeIfAbsent(row.sheet(), sheet -> new ArrayList<>()).add(row));
        Map<String, Integer> first = new HashMap<>();
        Set<Integer> again = new HashSet<>();
        bySheet.forEach((sheet, rows) -> {
            List<Integer> earlier = rows.stream()
                    .flatMap(row -> Optional.ofNullable(first.get(key.apply(row))).stream())
                    .toList();
            if (rows.size() > 1 && earlier.size() == rows.size()) {
                again.add(sheet);
                SheetHeader header = header(sheet);
                findings.accept(Finding.of(
                                code,
                                header.key()
                                        .map(column ->
                                                header.sheet().at(new CellRef(header.row(), column.index()).a1()))
                                        .orElse(header.sheet()))
                        .with("found", header(earlier.get(0)).sheet())
                        .with(Finding.VARIANT, "sheet"));
            }
            rows.forEach(row -> first.putIfAbsent(key.apply(row), sheet));
        });
        return again;
    }

    /** Every subject that is judged has one row in each dataset of subjects that the rule uses, if it is there. */
    public void checkEverySubjectHasARow() {
        if (!tables.namesAreSure()) {
            return;
        }
        for (Dataset dataset : tables.datasets()) {
            boolean isUsed = dataset.numeric().stream()
                    .anyMatch(column -> demand.columns().contains(column.id()));
            if (dataset.rows() != Dataset.Rows.SUBJECT || !present.contains(dataset.id()) || !isUsed) {
                continue;
            }
            List<SheetHeader> sheets = tables.sheets().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .filter(header -> header.dataset().id().equals(dataset.id()))
                    .toList();
            Set<Place> places = new HashSet<>();
            sheets.forEach(header -> places.add(header.sheet().sheetOnly()));
            Set<String> there = new HashSet<>();
            rows(dataset.id()).forEach(row -> there.add(row.any().subject()));
            for (Finding finding : tables.staging()) {
                if (places.contains(finding.place().sheetOnly())) {
                    tables.roster().named(finding.subject()).ifPresent(subject -> there.add(subject.code()));
                }
            }
            for (Subject subject : tables.roster().subjects()) {
                if (!there.contains(subject.code()) && demand.assessed().test(subject)) {
                    findings.accept(Finding.of(Code.E303, sheets.get(0).sheet().sheetOnly())
                            .subject(subject.name()));
                }
            }
        }
    }

    // Records.

    /** What records add up to, by column, then by subject. */
    public Map<String, Map<String, List<RecordSummary>>> summaries() {
        Map<String, Map<String, List<RecordSummary>>> summaries = new HashMap<>();
        for (RecordSummary summary : tables.summaries()) {
            summaries
                    .computeIfAbsent(summary.column(), column -> new HashMap<>())
                    .computeIfAbsent(summary.subject(), bank -> new ArrayList<>())
                    .add(summary);
        }
        return summaries;
    }

    /** D9: two ratings of one bank by one unit both count, and so do two records that are the same in everything. */
    public void checkRepeatedRecords() {
        for (RecordTally.Repeated record : tables.repeated()) {
            boolean unique = header(record.sheet()).dataset().columns().stream().anyMatch(Column::unique);
            findings.accept(Finding.of(unique ? Code.W206 : Code.W211, keyPlace(record.sheet(), record.row(), false))
                    .subject(subjectName(record.subject()))
                    .with("found", unique ? record.label() : subjectName(record.subject())));
        }
    }

    // Control totals.

    /** A total row must be the sum of its rows, but for 0.01 per row of rounding in the sheet's own unit. */
    public void checkTotals() {
        if (!tables.namesAreSure()) {
            return;
        }
        Map<Integer, NavigableSet<Integer>> subtotalRows = new HashMap<>();
        for (OnSheet<ControlTotal> total : tables.totals()) {
            if (total.value().subtotal()) {
                subtotalRows
                        .computeIfAbsent(total.sheet(), sheet -> new TreeSet<>())
                        .add(total.value().at().row());
            }
        }
        for (OnSheet<ControlTotal> each : tables.totals()) {
            ControlTotal total = each.value();
            SheetHeader header = header(each.sheet());
            Optional<SheetHeader.HeaderColumn> column = header.column(total.column())
                    .filter(heading -> heading.column().kind() != Column.Kind.PERCENT);
            if (column.isEmpty() || isAccused(header, total.at().column())) {
                continue;
            }
            int row = total.at().row();
            NavigableSet<Integer> subtotals = subtotalRows.get(each.sheet());
            Integer above = total.subtotal() && subtotals != null ? subtotals.lower(row) : null;
            ColumnSum sum = tables.sums()
                    .between(
                            each.sheet(),
                            total.column(),
                            above == null ? header.row() : above,
                            total.subtotal() ? row : Integer.MAX_VALUE);
            compareTotal(header, column.get(), total, sum);
        }
    }

    /** Both are shown in the sheet's own unit. A difference that 9 divides is the mark of transposed digits. */
    private void compareTotal(SheetHeader header, SheetHeader.HeaderColumn column, ControlTotal total, ColumnSum sum) {
        Fraction stated = EarlierCheck.inUnit(Fraction.of(total.value()), column);
        Fraction expected = EarlierCheck.inUnit(sum.sum(), column);
        Fraction difference = stated.minus(expected).abs();
        if (difference.isGreater(TOLERANCE.times(Fraction.of(Math.max(sum.figures(), 1))))) {
            boolean nine = difference.numerator().mod(BigInteger.valueOf(9)).signum() == 0;
            Finding finding = Finding.of(Code.E307, header.sheet().at(total.at().a1()))
                    .column(column.heading())
                    .with("found", stated)
                    .with("expected", expected)
                    .with("difference", difference);
            findings.accept(nine ? finding.with(Finding.VARIANT, "nine") : finding);
        }
    }

    /** Whether staging found an error in a sheet of a dataset. */
    public boolean isAccused(String dataset) {
        return tables.sheets().values().stream()
                .filter(header -> header.dataset().id().equals(dataset))
                .anyMatch(header -> tables.staging().stream()
                        .anyMatch(finding -> finding.level() == Level.ERROR
                                && finding.place()
                                        .sheetOnly()
                                        .equals(header.sheet().sheetOnly())));
    }

    /** Whether staging accused a cell of this column or of the sheet's key: the total is then wrong for the same cause. */
    private boolean isAccused(SheetHeader header, int column) {
        Set<String> letters = new HashSet<>();
        letters.add(CellRef.letters(column));
        header.columns().stream()
                .filter(each -> !each.column().kind().isNumeric())
                .forEach(each -> letters.add(CellRef.letters(each.index())));
        return tables.staging().stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .filter(finding ->
                        finding.place().sheetOnly().equals(header.sheet().sheetOnly()))
                .anyMatch(finding -> letters.contains(finding.place().cell().replaceAll("[0-9]+.*", "")));
    }
}
