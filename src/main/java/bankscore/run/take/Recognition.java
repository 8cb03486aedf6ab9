package bankscore.run.take;

import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.register.PartyRegister;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Ratio;
import bankscore.intake.SheetHeader;
import bankscore.intake.header.HeaderSearch;
import bankscore.intake.header.MergedCells;
import bankscore.intake.header.NearMiss;
import bankscore.intake.header.StatedPeriods;
import bankscore.intake.header.UnitSearch;
import bankscore.intake.row.RowContext;
import bankscore.intake.row.RowIntake;
import bankscore.intake.text.UnitText;
import bankscore.read.InputFolder.Taken;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.rule.Rule;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.MergedRange;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import bankscore.store.SheetStore;
import bankscore.store.database.Ahead;
import bankscore.store.database.Portions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What arrived: which sheet is which dataset, and who is in the register. It is worked out anew at every start from the
 * copies of the files, so that a restarted run sees what the first one saw.
 */
public final class Recognition {

    /** So many rows of a register are taken in while those behind them are read. */
    private static final int AT_ONCE = 256;

    /** Or rows of so many characters, each cell with what it takes besides: a few portions are in memory. */
    private static final int CHARACTERS = 1 << 18;

    private static final long OF_A_CELL = 64;

    private final Period period;
    private final Rule rule;
    private final Set<String> used;
    private final Predicate<Dataset> uses;
    private final String none;
    private final RowContext.Bounds bounds;
    private final String whole;
    private final Map<Integer, SheetHeader> headers = new TreeMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Registers registers;
    private final List<UnrecognisedSheets.Unknown> unknown = new ArrayList<>();
    private int sheetsSeen;
    private long cellsSeen;

    /** A recognised sheet in its file. */
    public record Source(int number, InputFile file, Sheet sheet) {}

    private Recognition(Period period, Configuration<?> configuration, Words words) {
        this.period = period;
        this.rule = configuration.rule();
        this.uses = configuration::uses;
        this.used = rule.columns();
        this.none = words.text("word.none");
        this.whole = configuration.settings().jurisdiction();
        this.bounds = bounds(configuration.datasets(), rule);
        this.registers = new Registers(none);
    }

    /**
     * Recognises what was taken.
     *
     * @param before the sheets of the last published period: what was a dataset then is looked for again
     */
    public static Recognition of(
            Taken taken,
            Configuration<?> configuration,
            Period period,
            Words words,
            Collection<SheetStore.StagedSheet> before) {
        Recognition reception = new Recognition(period, configuration, words);
        if (configuration.byHand()) {
            reception.noteForeignRule(words);
        }
        reception.findings.addAll(taken.findings());
        for (InputFile file : taken.files()) {
            reception.recognise(file, configuration.datasets());
        }
        reception.judgeUnrecognised(configuration.datasets(), before);
        reception.readRegisters();
        return reception;
    }

    /** Whoever picks a version by hand is told, on every paper, that it is not the one that the period would take. */
    private void noteForeignRule(Words words) {
        String span = rule.to()
                .map(last -> words.text("word.span", "from", rule.from(), "to", last))
                .orElseGet(() -> words.text("word.span.open", "from", rule.from()));
        findings.add(Finding.of(Code.W311, Place.NONE)
                .with("found", rule.title() + " " + rule.id())
                .with("expected", span));
    }

    /** The sheets that are staged row by row: all recognised ones but those of registers. */
    public List<Source> sources() {
        return sources.stream().filter(source -> !isRegister(source.number())).toList();
    }

    /** How much of the recognised sheets lies before one of them, by the size of their files, in thousandths. */
    public int permilleBefore(int sheet) {
        Map<InputFile, Long> sharing =
                sources().stream().collect(Collectors.groupingBy(Source::file, Collectors.counting()));
        long all = 0;
        long before = 0;
        for (Source source : sources()) {
            long size = source.file().size() / sharing.getOrDefault(source.file(), 1L);
            all += size;
            before += source.number() < sheet ? size : 0;
        }
        return all == 0 ? 1000 : (int) (1000 * before / all);
    }

    /** The recognised sheets by number. */
    public Map<Integer, SheetHeader> headers() {
        return headers;
    }

    public Register roster() {
        return registers.roster().register();
    }

    /** The registers that the rule reads, the one of subjects among them, by the id of their dataset. */
    public Map<String, PartyRegister> registers() {
        return registers.all();
    }

    /** How many entries of a register each of its sheets has, by number. */
    public Map<Integer, Integer> entries() {
        return registers.entries();
    }

    /** What the staged tables are read by. */
    public Received received() {
        return new Received(
                roster(),
                registers.roster().rows(),
                registers.roster().namesAreSure(),
                registers.all(),
                registers.unsure(),
                headers);
    }

    /** What files, headers and the register brought up. */
    public List<Finding> findings() {
        return findings;
    }

    /** Who sends what was recognised in a file, by the file's name. */
    public Map<String, String> offices() {
        Map<String, Set<String>> senders = new TreeMap<>();
        headers.values()
                .forEach(header -> senders.computeIfAbsent(header.sheet().file(), file -> new LinkedHashSet<>())
                        .add(header.dataset().sender()));
        Map<String, String> offices = new TreeMap<>();
        senders.forEach((file, names) -> offices.put(file, String.join("、", names)));
        return offices;
    }

    /** How many sheets were looked at, recognised or not. */
    public int sheetsSeen() {
        return sheetsSeen;
    }

    /** How many filled cells were looked at: down to each header, and the register's. */
    public long cellsSeen() {
        return cellsSeen;
    }

    /** Whether files, sheets, columns or units are wrong; then rows are not looked at. */
    public boolean setupFails() {
        return findings.stream()
                .anyMatch(finding ->
                        finding.level() == Level.ERROR && finding.code().stage() == Code.Stage.SETUP);
    }

    /** A fresh reader of a sheet's rows. */
    public RowIntake intake(int sheet) {
        Optional<String> about = header(sheet).dataset().about();
        PartyRegister subjects = about.map(registers::of).orElseGet(registers::ofSubjects);
        return new RowIntake(
                header(sheet),
                new RowContext(
                        subjects.names(),
                        about.map(register -> !registers.unsure().contains(register))
                                .orElse(registers.roster().namesAreSure()),
                        subject -> rule.isAssessed(subjects, subject, period),
                        used,
                        published(),
                        period,
                        none,
                        bounds,
                        registers.all(),
                        whole));
    }

    private static RowContext.Bounds bounds(List<Dataset> datasets, Rule rule) {
        Map<String, Column.Range> published = new TreeMap<>();
        datasets.stream()
                .flatMap(dataset -> dataset.checks().witnesses().ratios().stream())
                .filter(Ratio::percent)
                .forEach(ratio -> ratio.published()
                        .filter(item -> !item.growth())
                        .flatMap(item -> ratio.range().map(range -> Map.entry(FactTable.itemKey(item.item()), range)))
                        .ifPresent(item -> published.put(item.getKey(), item.getValue())));
        Map<String, RowContext.Most> most = new TreeMap<>();
        rule.most().forEach((column, each) -> most.put(column, new RowContext.Most(each.points(), each.item())));
        return new RowContext.Bounds(published, most);
    }

    private Map<String, String> published() {
        Map<String, String> units = new TreeMap<>();
        rule.publishedUnits().forEach((item, unit) -> units.put(FactTable.itemKey(item), unit));
        return units;
    }

    public SheetHeader header(int sheet) {
        SheetHeader header = headers.get(sheet);
        if (header == null) {
            throw new IllegalArgumentException("no such sheet: " + sheet);
        }
        return header;
    }

    private boolean isRegister(int sheet) {
        return header(sheet).dataset().isRegister();
    }

    private void recognise(InputFile file, List<Dataset> datasets) {
        read(file, workbook -> {
            for (Sheet sheet : workbook.sheets()) {
                recognise(file, workbook, sheet, datasets);
            }
        });
    }

    /** What is done with a workbook that may have to be refused. */
    @FunctionalInterface
    private interface Work {
        void with(Workbook workbook) throws UnreadableFile;
    }

    private void read(InputFile file, Work work) {
        try {
            Workbooks.reading(file, workbook -> {
                work.with(workbook);
                return true;
            });
        } catch (UnreadableFile e) {
            findings.add(e.finding());
        }
    }

    private void recognise(InputFile file, Workbook workbook, Sheet sheet, List<Dataset> datasets)
            throws UnreadableFile {
        Place place = Place.of(file.name(), sheet.name());
        Searched searched = search(workbook, sheet, new HeaderSearch(place, datasets, used, period, none), List.of());
        if (searched.first().isEmpty() || isOurLists(searched.first().get())) {
            return;
        }
        if (isDoubtful(searched.result())) {
            List<MergedRange> merged = workbook.mergedRanges(sheet);
            if (!merged.isEmpty()) {
                HeaderSearch again = new HeaderSearch(place, datasets, used, period, none);
                Searched filled = search(workbook, sheet, again, merged);
                searched = filled.result() instanceof HeaderSearch.Unrecognised ? searched : filled;
            }
        }
        int number = ++sheetsSeen;
        cellsSeen += searched.cells();
        if (isPassedOver(searched.result())) {
            return;
        }
        if (searched.result() instanceof HeaderSearch.Recognised recognised) {
            if (new OthersFigures(recognised.header(), rule).holdsNothingElse(workbook, sheet)) {
                return;
            }
            headers.put(number, withUnitsBelow(workbook, sheet, recognised.header()));
            sources.add(new Source(number, file, sheet));
            findings.addAll(recognised.findings());
            StatedPeriods.unstated(recognised.header(), period).ifPresent(findings::add);
            findings.addAll(hidden(sheet, recognised.header(), searched.hiddenColumns()));
        } else if (searched.result() instanceof HeaderSearch.Ambiguous ambiguous) {
            findings.add(ambiguous.finding());
        } else {
            unknown.add(new UnrecognisedSheets.Unknown(
                    place.at(searched.first().get().at().a1()), searched.rows(), resembled(searched.result())));
        }
    }

    private static List<NearMiss> resembled(HeaderSearch.Result result) {
        return result instanceof HeaderSearch.Unrecognised unrecognised ? unrecognised.resembled() : List.of();
    }

    /** Whether a sheet is plainly of another business. */
    private boolean isPassedOver(HeaderSearch.Result result) {
        return (result instanceof HeaderSearch.Recognised recognised
                        && !uses.test(recognised.header().dataset()))
                || (result instanceof HeaderSearch.Ambiguous ambiguous
                        && ambiguous.tied().stream().noneMatch(uses));
    }

    private void judgeUnrecognised(List<Dataset> datasets, Collection<SheetStore.StagedSheet> before) {
        Map<Place, Dataset> now = new LinkedHashMap<>();
        headers.values().forEach(header -> now.put(header.sheet(), header.dataset()));
        UnrecognisedSheets judge =
                new UnrecognisedSheets(datasets.stream().filter(uses).toList(), now, before);
        List<Finding> found = judge.judge(unknown);
        findings.addAll(found);
        findings.addAll(judge.lost(found));
    }

    /** Reads the rest of a sheet only if nothing above states the unit of its money, and something in it may. */
    private static SheetHeader withUnitsBelow(Workbook workbook, Sheet sheet, SheetHeader header) {
        UnitSearch search = new UnitSearch(header);
        if (!search.isNeeded()) {
            return header;
        }
        try {
            if (!workbook.mayHold(sheet, UnitText.LINE_SIGNS, UnitSearch::mayState, UnitSearch::mayState)) {
                return header;
            }
            try (Rows rows = workbook.rows(sheet)) {
                rows.skipTo(header.row() + 1);
                for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                    search.offer(row.get());
                }
            }
        } catch (UnreadableFile e) {
            // Found again, and told, when its rows are taken.
            return header;
        }
        return search.result();
    }

    /**
     * What a search in a sheet came to.
     *
     * @param first the sheet's first filled cell
     * @param rows how many rows were looked at
     * @param cells how many filled cells were looked at, down to the header's row
     */
    private record Searched(
            HeaderSearch.Result result, Optional<Cell> first, int rows, long cells, Set<Integer> hiddenColumns) {}

    private static Searched search(Workbook workbook, Sheet sheet, HeaderSearch search, List<MergedRange> merged)
            throws UnreadableFile {
        Optional<Cell> first = Optional.empty();
        NavigableMap<Integer, Integer> counts = new TreeMap<>();
        long cells = 0;
        int seen = 0;
        try (Rows rows = workbook.rows(sheet)) {
            MergedCells fill = new MergedCells(merged);
            boolean done = false;
            for (Optional<SheetRow> row = rows.next(); row.isPresent() && !done; row = rows.next()) {
                if (first.isEmpty()) {
                    first = Optional.of(row.get().cells().get(0));
                }
                seen++;
                cells += row.get().cells().size();
                counts.put(row.get().index(), row.get().cells().size());
                if (counts.size() > 2) {
                    counts.pollFirstEntry();
                }
                done = search.offer(fill.fill(row.get()));
            }
            Set<Integer> hidden = new TreeSet<>();
            if (search.result() instanceof HeaderSearch.Recognised recognised) {
                SheetHeader header = recognised.header();
                cells -= counts.tailMap(header.row(), false).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                header.columns().stream()
                        .map(SheetHeader.HeaderColumn::index)
                        .filter(rows::isColumnHidden)
                        .forEach(hidden::add);
            }
            return new Searched(search.result(), first, seen, cells, hidden);
        }
    }

    /** The sheet with the words that our templates offer for choice. */
    private static boolean isOurLists(Cell first) {
        return first.value() instanceof CellValue.Text text && text.text().equals(Dataset.LISTS);
    }

    /** Whether merged cells, filled, might show a header, or a better one. */
    private static boolean isDoubtful(HeaderSearch.Result result) {
        return result instanceof HeaderSearch.Unrecognised
                || (result instanceof HeaderSearch.Recognised recognised
                        && recognised.findings().stream()
                                .anyMatch(finding -> finding.code() == Code.E112 || finding.code() == Code.E115));
    }

    /** A hidden column that is read is to be verified at its heading; so is a hidden sheet, once, at its first one. */
    private static List<Finding> hidden(Sheet sheet, SheetHeader header, Set<Integer> hiddenColumns) {
        return header.columns().stream()
                .filter(column -> hiddenColumns.contains(column.index())
                        || (sheet.hidden() && column.equals(header.columns().get(0))))
                .map(column -> Finding.of(Code.W201, header.headingOf(column)).column(column.heading()))
                .toList();
    }

    private void readRegisters() {
        for (Source source : sources) {
            if (isRegister(source.number())) {
                readRegister(source, header(source.number()));
            }
        }
        findings.addAll(registers.end());
    }

    /** Its rows are taken in while those behind them are read. */
    private void readRegister(Source source, SheetHeader header) {
        read(source.file(), workbook -> {
            try (Rows rows = workbook.rows(source.sheet());
                    Ahead<List<SheetRow>, Integer> taken = new Ahead<>(
                            "register",
                            some -> registers.take(source.number(), header, some),
                            cells -> cellsSeen += cells)) {
                Portions<SheetRow> portions = new Portions<>(
                        AT_ONCE,
                        row -> row.characters() + OF_A_CELL * row.cells().size(),
                        CHARACTERS,
                        taken::take);
                try {
                    for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        if (row.get().index() > header.row()) {
                            portions.add(row.get());
                        }
                    }
                } finally {
                    // Of a file that breaks off, those before too.
                    portions.end();
                    taken.end();
                }
            }
        });
    }
}
