package bankscore.contribution.quarter;

import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.EarlierCheck;
import bankscore.intake.table.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.math.BigDecimal;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks staged tables as a whole and arranges them as a {@link Quarter}.
 *
 * <p>All findings are collected. A cell or bank that staging has accused already is not accused again for the same cause.
 */
public final class QuarterCheck {

    private static final Fraction TOLERANCE = Fraction.of(1, 100);
    private static final String HOLDINGS = "holdings";
    private static final String POOLS = "pools";
    private static final String ADJUSTMENTS = "adjustments";
    private static final String RISK = "risk";
    private static final String PARAMETERS = "parameters";

    private final Scheme scheme;
    private final StagedTables tables;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> present = new LinkedHashSet<>();
    private final Map<String, Map<Integer, Row>> rows = new HashMap<>();

    private QuarterCheck(Scheme scheme, StagedTables tables) {
        this.scheme = scheme;
        this.tables = tables;
    }

    /** What came out of the check; the quarter may be scored only if no finding of any step is an error. */
    public record Checked(Quarter quarter, List<Finding> findings) {

        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /** One staged row of a dataset: its figures by column. */
    private record Row(int sheet, int row, Map<String, Fact> figures) {

        Fact any() {
            return figures.values().iterator().next();
        }
    }

    public static Checked check(Scheme scheme, StagedTables tables) {
        return new QuarterCheck(scheme, tables).check();
    }

    private Checked check() {
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

        checkPresence();
        Map<String, Map<String, Figure>> figures = perBankFigures();
        List<Pool> pools = pools();
        List<Holding> holdings = holdings(pools);
        Quarter quarter = new Quarter(
                new FactTable(tables.period(), tables.roster(), present, figures, summaries(), parameters()),
                holdings,
                pools,
                risks(),
                adjustments(pools));
        checkSomebodyIsAssessed(quarter);
        checkEveryAssessedBankHasARow(quarter);
        checkRepeatedRecords();
        checkRepeatedHoldings();
        checkTotals();
        findings.addAll(EarlierCheck.check(tables));
        return new Checked(quarter, findings);
    }

    private List<Row> rows(String dataset) {
        return List.copyOf(rows.getOrDefault(dataset, Map.of()).values());
    }

    private SheetHeader header(int sheet) {
        SheetHeader header = tables.sheets().get(sheet);
        if (header == null) {
            throw new IllegalArgumentException("no such sheet: " + sheet);
        }
        return header;
    }

    private Place place(int sheet, Fact figure) {
        return header(sheet).sheet().at(figure.at().a1());
    }

    /** The cell of a row's bank, or of its fund or item where a row has no bank. */
    private Place keyPlace(int sheet, int row, boolean label) {
        SheetHeader header = header(sheet);
        Optional<SheetHeader.HeaderColumn> column = label
                ? header.columns().stream()
                        .filter(each -> each.column().kind() == Column.Kind.LABEL)
                        .findFirst()
                : header.key();
        return column.map(each -> header.sheet().at(new CellRef(row, each.index()).a1()))
                .orElse(header.sheet());
    }

    private String heading(int sheet, String column) {
        return header(sheet)
                .column(column)
                .map(SheetHeader.HeaderColumn::heading)
                .orElse("");
    }

    private String bankName(String code) {
        return tables.roster().subject(code).map(Subject::name).orElse(code);
    }

    // What must be there.

    private void checkPresence() {
        boolean unreadable = tables.staging().stream()
                .anyMatch(finding -> finding.level() == Level.ERROR
                        && finding.code().stage() == Code.Stage.SETUP
                        && finding.code() != Code.E112);
        Set<String> used = scheme.columns();
        for (Dataset dataset : tables.datasets()) {
            if (present.contains(dataset.id())) {
                continue;
            }
            boolean isUsed = dataset.numeric().stream().anyMatch(column -> used.contains(dataset.formulaId(column)));
            boolean missing = switch (dataset.presence()) {
                case REQUIRED -> true;
                case IF_USED -> isUsed;
                case ANNUAL -> tables.period().isAnnual();
                case NOTED, OPTIONAL -> false;
            };
            if (missing && !unreadable) {
                findings.add(missing(dataset));
            } else if (dataset.presence() == Dataset.Presence.NOTED && isUsed) {
                findings.add(Finding.of(Code.W101, Place.NONE).with("expected", dataset.name()));
            }
        }
        if (!tables.period().isAnnual() && present.contains(HOLDINGS) != present.contains(POOLS)) {
            boolean pools = present.contains(POOLS);
            findings.add(Finding.of(Code.W102, Place.NONE)
                    .with("found", datasetName(pools ? POOLS : HOLDINGS))
                    .with("expected", datasetName(pools ? HOLDINGS : POOLS)));
        }
    }

    /** What lies unread beside may be the dataset that is missing. */
    private Finding missing(Dataset dataset) {
        Finding finding = Finding.of(Code.E110, Place.NONE)
                .with("expected", dataset.name())
                .with(
                        "headings",
                        dataset.identifying().stream().map(Column::name).collect(Collectors.joining("、")));
        List<String> unread = tables.staging().stream()
                .filter(other -> other.code() == Code.N101 || other.code() == Code.N106)
                .map(other -> other.place().toString())
                .toList();
        return unread.isEmpty()
                ? finding
                : finding.with(Finding.VARIANT, "unread").with("unread", String.join("、", unread));
    }

    private String datasetName(String id) {
        return tables.datasets().stream()
                .filter(dataset -> dataset.id().equals(id))
                .map(Dataset::name)
                .findFirst()
                .orElse(id);
    }

    // Per-bank figures.

    private Map<String, Map<String, Figure>> perBankFigures() {
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
                    findings.add(Finding.of(Code.E302, place)
                            .subject(bankName(bank))
                            .with("found", bankName(bank))
                            .with("first", first.sheetOnly().equals(place.sheetOnly()) ? first.cell() : first)
                            .with(Finding.VARIANT, "at"));
                    continue;
                }
                for (Fact figure : row.figures().values()) {
                    figure.value()
                            .ifPresent(value -> figures.computeIfAbsent(figure.column(), id -> new HashMap<>())
                                    .put(
                                            bank,
                                            new Figure(
                                                    figure.column(), Fraction.of(value), place(row.sheet(), figure))));
                }
            }
        }
        return figures;
    }

    /**
     * The sheets of two and more rows that only repeat what earlier sheets have, such as a corrected file beside the first
     * one: one finding each, at the heading of the names.
     */
    private Set<Integer> sheetsSentAgain(List<Row> all, Function<Row, String> key, Code code) {
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
                findings.add(Finding.of(
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

    private void checkSomebodyIsAssessed(Quarter quarter) {
        boolean nobody =
                quarter.roster().subjects().stream().noneMatch(bank -> scheme.isAssessed(bank, quarter.period()));
        if (present.contains("roster") && nobody && tables.namesAreSure()) {
            findings.add(Finding.of(Code.E312, Place.NONE));
        }
    }

    /** Every assessed bank has one row in each per-bank dataset that the scheme uses, if it is there. */
    private void checkEveryAssessedBankHasARow(Quarter quarter) {
        if (!tables.namesAreSure()) {
            return;
        }
        Set<String> used = scheme.columns();
        for (Dataset dataset : tables.datasets()) {
            boolean isUsed = dataset.numeric().stream().anyMatch(column -> used.contains(column.id()));
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
            for (PrintedFinding finding : tables.staging()) {
                if (places.contains(finding.place().sheetOnly())) {
                    tables.roster().named(finding.subject()).ifPresent(bank -> there.add(bank.code()));
                }
            }
            for (Subject bank : quarter.roster().subjects()) {
                if (!there.contains(bank.code()) && scheme.isAssessed(bank, quarter.period())) {
                    findings.add(Finding.of(Code.E303, sheets.get(0).sheet().sheetOnly())
                            .subject(bank.name()));
                }
            }
        }
    }

    // Records.

    private Map<String, Map<String, List<RecordSummary>>> summaries() {
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
    private void checkRepeatedRecords() {
        for (StagedTables.Repeated record : tables.repeated()) {
            boolean unique = header(record.sheet()).dataset().columns().stream().anyMatch(Column::unique);
            findings.add(Finding.of(unique ? Code.W206 : Code.W211, keyPlace(record.sheet(), record.row(), false))
                    .subject(bankName(record.subject()))
                    .with("found", unique ? record.label() : bankName(record.subject())));
        }
    }

    /** Rows of one fund and bank add up, so that one sent twice doubles the money. */
    private void checkRepeatedHoldings() {
        List<Row> all = rows(HOLDINGS);
        Set<Integer> again = sheetsSentAgain(
                all, row -> Register.key(row.any().label()) + "|" + row.any().subject(), Code.W211);
        Set<String> seen = new HashSet<>();
        for (Row row : all) {
            String said = Stream.of(
                            Register.key(row.any().label()),
                            row.any().subject(),
                            money(row, "held"),
                            money(row, "unmatured"),
                            row.any().day(),
                            row.any().note())
                    .map(Object::toString)
                    .collect(Collectors.joining("|"));
            if (!seen.add(said) && !again.contains(row.sheet())) {
                findings.add(Finding.of(Code.W211, keyPlace(row.sheet(), row.row(), false))
                        .subject(bankName(row.any().subject()))
                        .with("found", bankName(row.any().subject())));
            }
        }
    }

    // Money.

    private List<Pool> pools() {
        Set<String> funds = new HashSet<>();
        rows(HOLDINGS).forEach(row -> funds.add(Register.key(row.any().label())));
        Map<String, Pool> pools = new LinkedHashMap<>();
        for (Row row : rows(POOLS)) {
            Fact figure = row.any();
            String key = Register.key(figure.label());
            Place cell = keyPlace(row.sheet(), row.row(), true);
            Optional<Fraction> amount = figure.value().map(Fraction::of);
            if (amount.isEmpty()) {
                findings.add(
                        funds.contains(key)
                                ? Finding.of(Code.E305, place(row.sheet(), figure))
                                        .column(heading(row.sheet(), figure.column()))
                                        .with("found", figure.label())
                                : Finding.of(Code.N102, cell).with("found", figure.label()));
            } else if (pools.containsKey(key)) {
                findings.add(Finding.of(Code.E310, cell).with("found", figure.label()));
            } else {
                Money.exactly(amount.get())
                        .filter(money -> !money.isNegative())
                        .ifPresent(money ->
                                pools.put(key, new Pool(figure.label(), money, place(row.sheet(), figure))));
            }
        }
        return List.copyOf(pools.values());
    }

    private List<Holding> holdings(List<Pool> pools) {
        Map<String, String> fundByKey = new HashMap<>();
        pools.forEach(pool -> fundByKey.put(Register.key(pool.fund()), pool.fund()));
        Set<String> named = namedPools();
        // A pool whose cell was refused is no missing pool.
        boolean judged = present.contains(POOLS) && !isAccused(POOLS);
        Set<String> withoutPool = new HashSet<>();
        List<Holding> holdings = new ArrayList<>();
        for (Row row : rows(HOLDINGS)) {
            Fact any = row.any();
            String key = Register.key(any.label());
            if (judged && !named.contains(key) && withoutPool.add(key)) {
                findings.add(Finding.of(Code.E304, keyPlace(row.sheet(), row.row(), true))
                        .with("found", any.label()));
            }
            Optional<Money> held = money(row, "held");
            if (held.isEmpty()) {
                continue;
            }
            Money unmatured = money(row, "unmatured").orElse(Money.ZERO);
            if (unmatured.compareTo(held.get()) > 0) {
                Fact cell = row.figures().getOrDefault("unmatured", any);
                findings.add(Finding.of(Code.E306, place(row.sheet(), cell))
                        .subject(bankName(any.subject()))
                        .column(heading(row.sheet(), "unmatured"))
                        .with("found", unmatured)
                        .with("expected", held.get()));
            }
            Fact heldCell = row.figures().getOrDefault("held", any);
            holdings.add(new Holding(
                    fundByKey.getOrDefault(key, any.label()),
                    any.subject(),
                    held.get(),
                    unmatured,
                    any.day(),
                    place(row.sheet(), heldCell)));
        }
        return holdings;
    }

    /** What leaders change; per fund it must add up to zero. Rows that change nothing are no adjustments. */
    private List<Adjustment> adjustments(List<Pool> pools) {
        Map<String, String> fundByKey = new HashMap<>();
        pools.forEach(pool -> fundByKey.put(Register.key(pool.fund()), pool.fund()));
        Set<String> named = namedPools();
        Set<String> withoutPool = new HashSet<>();
        List<Adjustment> adjustments = new ArrayList<>();
        for (Row row : rows(ADJUSTMENTS)) {
            Fact figure = row.any();
            String key = Register.key(figure.label());
            Optional<Money> amount = money(row, figure.column());
            if (!named.contains(key)) {
                if (!isAccused(POOLS) && withoutPool.add(key)) {
                    findings.add(Finding.of(Code.E313, keyPlace(row.sheet(), row.row(), true))
                            .with("found", figure.label()));
                }
            } else if (amount.isPresent() && amount.get().isZero()) {
                findings.add(Finding.of(Code.N102, place(row.sheet(), figure)).with("found", figure.label()));
            } else if (amount.isPresent()) {
                adjustments.add(new Adjustment(
                        fundByKey.getOrDefault(key, figure.label()),
                        figure.subject(),
                        amount.get(),
                        figure.note(),
                        figure.by(),
                        place(row.sheet(), figure)));
            }
        }
        if (!isAccused(ADJUSTMENTS)) {
            findings.addAll(notAddingUp(adjustments));
        }
        return adjustments;
    }

    /**
     * What adjustments do not add up to zero, fund by fund; the cell is that of the fund's last amount, with which the sum
     * should have become zero.
     */
    public static List<Finding> notAddingUp(List<Adjustment> adjustments) {
        List<Finding> found = new ArrayList<>();
        Map<String, Money> sums = new LinkedHashMap<>();
        Map<String, Adjustment> last = new HashMap<>();
        for (Adjustment adjustment : adjustments) {
            sums.merge(adjustment.fund(), adjustment.amount(), Money::plus);
            last.put(adjustment.fund(), adjustment);
        }
        sums.forEach((fund, sum) -> {
            Adjustment at = last.get(fund);
            if (at != null && !sum.isZero()) {
                found.add(Finding.of(Code.E314, at.place()).with("fund", fund).with("found", sum));
            }
        });
        return found;
    }

    /** The funds that sheet 资金池 names, also those without a usable amount, which are accused there. */
    private Set<String> namedPools() {
        Set<String> named = new HashSet<>();
        rows(POOLS).forEach(row -> named.add(Register.key(row.any().label())));
        return named;
    }

    private static Optional<Money> money(Row row, String column) {
        return Optional.ofNullable(row.figures().get(column))
                .flatMap(Fact::value)
                .flatMap(value -> Money.exactly(Fraction.of(value)));
    }

    private List<Risk> risks() {
        return rows(RISK).stream()
                .map(row -> new Risk(
                        row.any().subject(),
                        row.any().choice(),
                        row.any().note(),
                        keyPlace(row.sheet(), row.row(), false)))
                .toList();
    }

    private Map<String, Figure> parameters() {
        Map<String, Figure> parameters = new LinkedHashMap<>();
        Set<String> asked = scheme.publishedUnits().keySet().stream()
                .map(FactTable::itemKey)
                .collect(Collectors.toSet());
        Map<String, Place> strange = new LinkedHashMap<>();
        for (Row row : rows(PARAMETERS)) {
            Fact figure = row.any();
            if (figure.value().isEmpty()) {
                continue;
            }
            String item = FactTable.itemKey(figure.label());
            if (parameters.containsKey(item)) {
                findings.add(Finding.of(Code.E310, keyPlace(row.sheet(), row.row(), true))
                        .with("found", figure.label()));
                continue;
            }
            BigDecimal value = figure.value().get();
            if (!asked.contains(item)) {
                strange.put(figure.label(), keyPlace(row.sheet(), row.row(), true));
            }
            parameters.put(item, new Figure(figure.label(), Fraction.of(value), place(row.sheet(), figure)));
        }
        List<String> missing = scheme.benchmarks().stream()
                .flatMap(benchmark -> benchmark.published().stream())
                .filter(item -> !parameters.containsKey(FactTable.itemKey(item)))
                .toList();
        if (!missing.isEmpty() && !isAccused(PARAMETERS)) {
            strange.forEach((item, cell) -> findings.add(
                    Finding.of(Code.W212, cell).with("found", item).with("expected", String.join("、", missing))));
        }
        return parameters;
    }

    // Control totals.

    /** A total row must be the sum of its rows, but for 0.01 per row of rounding in the sheet's own unit. */
    private void checkTotals() {
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
            findings.add(nine ? finding.with(Finding.VARIANT, "nine") : finding);
        }
    }

    /** Whether staging found an error in a sheet of a dataset. */
    private boolean isAccused(String dataset) {
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
