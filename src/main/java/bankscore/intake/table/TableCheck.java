package bankscore.intake.table;

import bankscore.facts.Fact;
import bankscore.facts.Figure;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.Told;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.RegisterRow;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.RecordTally;
import bankscore.intake.table.staged.SentAgain;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import bankscore.sheet.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks staged tables as a whole: what must be there, who must have a row, what came twice, what totals state.
 *
 * <p>All findings are collected. A cell or subject that staging has accused already is not accused again for the same
 * cause.
 */
public final class TableCheck {

    private final StagedTables tables;
    private final Demand demand;
    private final Consumer<Finding> findings;
    private final Set<String> present = new LinkedHashSet<>();
    private final Map<String, Map<Integer, Row>> rows = new HashMap<>();
    private final LateFigures late;

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
        this.late = new LateFigures(tables, demand);
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
                        .filter(each -> each.column().kind().isLabel())
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

    /** Every dataset that the rule needs is there. */
    public void checkPresence() {
        presence().checkDatasets();
    }

    /** Every sheet has rows, or says why it has none. */
    public void checkSheetsHaveRows() {
        presence().checkSheets();
    }

    private PresenceCheck presence() {
        return new PresenceCheck(tables, demand.columns(), demand.required(), demand.plan(), late, findings);
    }

    // Figures per subject.

    /**
     * By column, then by subject; a subject's second row is no row. What was not sent may be that of an earlier period; each
     * such figure is told.
     */
    public Map<String, Map<String, Figure>> perSubject() {
        Map<String, Map<String, Figure>> figures = new HashMap<>();
        for (Dataset dataset : tables.datasets()) {
            if (!dataset.isOfSubjects()) {
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
                    findings.accept(dataset.told(Finding.of(Code.E302, place)
                            .subject(subjectName(bank))
                            .with("found", subjectName(bank))
                            .with("first", first.sheetOnly().equals(place.sheetOnly()) ? first.cell() : first)
                            .with(Finding.VARIANT, "at")));
                    continue;
                }
                for (Fact figure : row.figures().values()) {
                    Figure.of(figure.column(), figure, place(row.sheet(), figure))
                            .ifPresent(known -> figures.computeIfAbsent(figure.column(), id -> new HashMap<>())
                                    .put(bank, known));
                }
            }
        }
        late.figures()
                .forEach((column, own) ->
                        figures.computeIfAbsent(column, id -> new HashMap<>()).putAll(own));
        late.findings().forEach(findings);
        return figures;
    }

    /** What the columns of words that the rule names say of subjects, by code, then by column; the register's own among them. */
    public Map<String, Map<String, Told>> words() {
        Map<String, Map<String, Told>> words = new HashMap<>();
        tables.registered()
                .told()
                .forEach((subject, told) -> told.forEach((column, text) -> {
                    RegisterRow row = tables.registered().rows().get(subject);
                    if (demand.columns().contains(column) && !PlainText.of(text).isEmpty()) {
                        words.computeIfAbsent(subject, code -> new HashMap<>())
                                .put(column, new Told(PlainText.of(text), row == null ? Place.NONE : row.at(column)));
                    }
                }));
        for (Dataset dataset : tables.datasets()) {
            for (Row row : dataset.rows() == Dataset.Rows.SUBJECT ? rows(dataset.id()) : List.<Row>of()) {
                for (Fact fact : row.figures().values()) {
                    if (dataset.column(fact.column())
                            .filter(column -> column.kind().isWords())
                            .isPresent()) {
                        words.computeIfAbsent(fact.subject(), code -> new HashMap<>())
                                .putIfAbsent(fact.column(), new Told(fact.note(), place(row.sheet(), fact)));
                    }
                }
            }
        }
        return words;
    }

    /**
     * What a subject bids for a fund: a row.
     *
     * @param fund as the row writes it
     * @param place the cell of the fund
     * @param figures by column; those that are missing have no entry
     */
    public record Bid(String dataset, String subject, String fund, Place place, Map<String, Figure> figures) {
        public Bid {
            figures = Map.copyOf(figures);
        }
    }

    /** What subjects bid for funds, in the order of datasets and rows; a subject's second row for a fund is no row. */
    public List<Bid> bids() {
        List<Bid> bids = new ArrayList<>();
        for (Dataset dataset : tables.datasets()) {
            if (dataset.rows() != Dataset.Rows.BID) {
                continue;
            }
            Map<List<String>, Place> seen = new HashMap<>();
            Set<Integer> again = sheetsSentAgain(rows(dataset.id()), row -> String.join("|", bidKey(row)), Code.E302);
            for (Row row : rows(dataset.id())) {
                if (again.contains(row.sheet())) {
                    continue;
                }
                String name = subjectName(row.any().subject());
                Place place = keyPlace(row.sheet(), row.row(), false);
                Place first = seen.putIfAbsent(bidKey(row), place);
                if (first != null) {
                    findings.accept(Finding.of(Code.E302, place)
                            .subject(name)
                            .with("found", name)
                            .with("fund", row.any().label())
                            .with("first", first.sheetOnly().equals(place.sheetOnly()) ? first.cell() : first)
                            .with(Finding.VARIANT, "fund"));
                    continue;
                }
                Map<String, Figure> figures = new HashMap<>();
                for (Fact figure : row.figures().values()) {
                    Figure.of(figure.column(), figure, place(row.sheet(), figure))
                            .ifPresent(known -> figures.put(figure.column(), known));
                }
                bids.add(new Bid(
                        dataset.id(),
                        row.any().subject(),
                        row.any().label(),
                        keyPlace(row.sheet(), row.row(), true),
                        figures));
            }
        }
        return bids;
    }

    private static List<String> bidKey(Row row) {
        return List.of(Register.key(row.any().label()), row.any().subject());
    }

    /**
     * The sheets of two and more rows that repeat what earlier sheets have, such as a corrected file beside the first
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
            // Figures of a subject may not stand twice; money may, as in one sheet for each kind of account.
            int few = code.level() == Level.ERROR ? rows.size() / 2 : rows.size() - 1;
            if (rows.size() > 1 && earlier.size() > few) {
                again.add(sheet);
                findings.accept(header(sheet)
                        .dataset()
                        .told(Finding.of(code, header(sheet).headingOfNames())
                                .with("found", header(earlier.get(0)).sheet())
                                .with(Finding.VARIANT, "sheet")));
            }
            rows.forEach(row -> first.putIfAbsent(key.apply(row), sheet));
        });
        return again;
    }

    /** Every subject that is judged has one row in each dataset of subjects that the rule uses, if it is there. */
    public void checkEverySubjectHasARow() {
        if (!tables.registered().namesAreSure()) {
            return;
        }
        for (Dataset dataset : tables.datasets()) {
            if (!dataset.isOfSubjects() || !present.contains(dataset.id()) || !dataset.isUsedBy(demand.columns())) {
                continue;
            }
            SheetHeader first = List.copyOf(tables.sheetsOf(dataset).values()).get(0);
            Set<String> there = tables.subjectsIn(dataset);
            for (Subject subject : tables.roster().subjects()) {
                if (!there.contains(subject.code())
                        && !late.standForRow(dataset, subject.code())
                        && demand.assessed().test(subject)) {
                    Finding finding =
                            Finding.of(Code.E303, first.sheet().sheetOnly()).subject(subject.name());
                    findings.accept(
                            late.hasNothingForRow(dataset, subject.code())
                                    ? finding.with(Finding.VARIANT, "late")
                                    : dataset.told(
                                            dataset.first(Column.Kind.MONEY).isPresent()
                                                    ? finding
                                                    : finding.with(Finding.VARIANT, "other")));
                }
            }
        }
    }

    // Records.

    /** What records add up to, by column, then by subject. */
    public Map<String, Map<String, List<RecordSummary>>> summaries() {
        Map<String, Map<String, List<RecordSummary>>> summaries = new HashMap<>();
        for (RecordSummary summary : tables.records().summaries()) {
            summaries
                    .computeIfAbsent(summary.column(), column -> new HashMap<>())
                    .computeIfAbsent(summary.subject(), bank -> new ArrayList<>())
                    .add(summary);
        }
        return summaries;
    }

    /** Lists without figures are joined, unless one came twice. */
    public void checkListsSentAgain() {
        new ListCheck(tables, findings).check();
    }

    /** A sheet of records sent again would count twice. */
    public void checkSheetsSentAgain() {
        for (SentAgain each : tables.records().sentAgain()) {
            SheetHeader own = header(each.sheet());
            findings.accept(own.dataset()
                    .checks()
                    .edition()
                    .twice(own.headingOfNames(), header(each.first()).sheet())
                    .with("count", each.repeated())
                    .with("rows", each.rows()));
        }
    }

    /** D9: two ratings of one bank by one unit both count, and so do two records that are the same in everything. */
    public void checkRepeatedRecords() {
        for (RecordTally.Repeated record : tables.records().repeated()) {
            boolean unique = header(record.sheet()).dataset().columns().stream().anyMatch(Column::unique);
            findings.accept(Finding.of(unique ? Code.W206 : Code.W211, keyPlace(record.sheet(), record.row(), false))
                    .subject(subjectName(record.subject()))
                    .with("found", unique ? record.label() : subjectName(record.subject())));
        }
    }

    /** A total row must be the sum of its rows. */
    public void checkTotals() {
        new TotalCheck(tables, findings).check();
    }

    /** Where a sheet has columns of a figure's parts, whoever has the figure has a part. */
    public void checkParts() {
        new PartCheck(tables, findings).check();
    }

    /** Whether staging found an error in a sheet of a dataset. */
    public boolean isAccused(String dataset) {
        return tables.sheets().values().stream()
                .filter(header -> header.dataset().id().equals(dataset))
                .anyMatch(tables::isAccused);
    }
}
