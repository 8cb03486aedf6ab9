package bankscore.intake.table;

import bankscore.contribution.load.RuleFiles;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.finding.ConfigException;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.header.HeaderSearch;
import bankscore.intake.row.RowContext;
import bankscore.intake.row.RowIntake;
import bankscore.intake.row.RowResult;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.RecordTally.Repeated;
import bankscore.intake.table.staged.RowsSaid;
import bankscore.intake.table.staged.SentAgain;
import bankscore.intake.table.staged.StagedTables;
import bankscore.load.WordsLoader;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.yaml.YamlFile;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sheets on their way to the checks of whole tables, as the offices send them.
 *
 * <p>Banks A, B and C are assessed, D is not. A sheet is written {@code header; row; row}, cells separated by commas;
 * several sheets by a slash. A finding is its code, its cell and its details.
 */
public final class StagedSheets {

    /** The columns that the rule of the tests uses. */
    public static final Set<String> USED = Set.of("tax", "loans", "loans_opening");

    /** The columns of records that earlier periods add up. */
    private static final Set<String> RECORDS = Set.of("survey.rating", "service.points");

    private static final Words WORDS = WordsLoader.load();

    private static final String CREDIT = "银行名称,存款余额,年初贷款余额,贷款余额; A,9,10,12; B,9,20,21; C,9,30,30";
    private static final String TAX = "银行名称,上缴税收; A,500; B,600; C,700";

    private static final String MONEY = "资金类别,次年调配总额; 社保,5 / 资金类别,银行名称,存款余额; 社保,A,5";

    /** The sheets that every situation has unless it says otherwise. */
    private static final String SOUND = CREDIT + " / " + TAX;

    private final Period period;
    private final Map<String, Subject> banks = new LinkedHashMap<>();
    private final List<Repeated> repeated = new ArrayList<>();
    private final List<SentAgain> sentAgain = new ArrayList<>();
    private final List<RecordSummary> summaries = new ArrayList<>();
    private final List<List<SheetRow>> sheets = new ArrayList<>();
    private final List<OnSheet<Fact>> recorded = new ArrayList<>();
    private final List<Finding> staged = new ArrayList<>();
    private final List<Earlier> earlier = new ArrayList<>();
    private final Map<String, List<String>> late = new LinkedHashMap<>();
    private Optional<Finding> setup = Optional.empty();

    /** @param text with the names of the sheets above */
    public StagedSheets(String period, String text) {
        this.period = Period.parse(period).orElseThrow();
        for (String code : List.of("A", "B", "C", "D")) {
            banks.put(code, bank(code, !code.equals("D")));
        }
        for (String sheet : named(text).split(" / ", -1)) {
            List<SheetRow> rows = new ArrayList<>();
            for (String row : sheet.split("; ", -1)) {
                List<Cell> cells = new ArrayList<>();
                String[] values = row.strip().split(",", -1);
                for (int column = 0; column < values.length; column++) {
                    if (!values[column].isEmpty()) {
                        cells.add(new Cell(new CellRef(rows.size(), column), new CellValue.Text(values[column])));
                    }
                }
                rows.add(new SheetRow(rows.size(), false, cells));
            }
            sheets.add(rows);
        }
    }

    private static String named(String sheets) {
        return sheets.replace("MONEY", MONEY)
                .replace("ADJUST", "资金类别,银行名称,调整金额,理由,批准人")
                .replace("RISK", "银行名称,风险类型,处置; D,流动性,暂停新增")
                .replace("SOUND", SOUND)
                .replace("CREDIT", CREDIT)
                .replace("TAX", TAX);
    }

    private static Subject bank(String code, boolean assessed) {
        return new Subject(code, code + "行", "", List.of(), "", Optional.empty(), assessed);
    }

    /** With other banks than A, B, C and D: all of them assessed, written {@code code} or {@code code=name}. */
    public StagedSheets among(String written) {
        banks.clear();
        for (String each : written.split(" ", -1)) {
            String[] parts = each.split("=", -1);
            String name = parts.length > 1 ? parts[1] : parts[0] + "行";
            banks.put(parts[0], new Subject(parts[0], name, "", List.of(), "", Optional.empty(), true));
        }
        return this;
    }

    /** With a bank as it is told here. */
    public StagedSheets with(Subject bank) {
        banks.put(bank.code(), bank);
        return this;
    }

    /** Nobody is to be assessed. */
    public StagedSheets assessingNobody() {
        banks.replaceAll((code, bank) -> bank(code, false));
        return this;
    }

    /** A record that says again what an earlier one said. */
    public StagedSheets with(Repeated record) {
        repeated.add(record);
        return this;
    }

    /** A sheet of records that only says again what an earlier one said. */
    public StagedSheets with(SentAgain sheet) {
        sentAgain.add(sheet);
        return this;
    }

    /** What records add up to. */
    public StagedSheets with(RecordSummary summary) {
        summaries.add(summary);
        return this;
    }

    /** The last published figures of a dataset's columns count for those that were not sent. */
    public StagedSheets late(String dataset, String... columns) {
        late.put(dataset, List.of(columns));
        return this;
    }

    private List<Dataset> own() {
        if (late.isEmpty()) {
            return datasets();
        }
        try {
            Set<String> ids = datasets().stream().map(Dataset::id).collect(Collectors.toSet());
            return RuleFiles.datasets(late).stream()
                    .filter(dataset -> ids.contains(dataset.id()))
                    .toList();
        } catch (ConfigException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An earlier period; a later one is given first. */
    public StagedSheets after(StagedSheets period) {
        StagedTables then = period.tables();
        earlier.add(new Earlier(then.period(), then.datasets(), RECORDS, new Then(then, period.recorded)));
        return this;
    }

    /** What an earlier period staged. */
    private record Then(StagedTables tables, List<OnSheet<Fact>> records) implements Earlier.Stored {

        @Override
        public Map<Integer, Earlier.Sheet> sheets() {
            Map<Integer, Earlier.Sheet> sheets = new TreeMap<>();
            tables.sheets()
                    .forEach((number, header) -> sheets.put(
                            number,
                            new Earlier.Sheet(
                                    header.sheet(),
                                    header.dataset().id(),
                                    of(number).count())));
            return sheets;
        }

        @Override
        public Register register() {
            return tables.roster();
        }

        @Override
        public List<OnSheet<Fact>> figures(List<String> butDatasets) {
            return tables.figures();
        }

        @Override
        public void figures(int sheet, String dataset, Consumer<Fact> to) {
            of(sheet).forEach(to);
        }

        private Stream<Fact> of(int sheet) {
            return Stream.concat(tables.figures().stream(), records.stream())
                    .filter(each -> each.sheet() == sheet)
                    .map(OnSheet::value);
        }
    }

    /** What was found before any row was read. */
    public StagedSheets with(Finding found) {
        setup = Optional.of(found);
        return this;
    }

    /** The datasets that the sheets may be. */
    public static List<Dataset> datasets() {
        return datasets(
                "credit",
                "tax",
                "survey",
                "service",
                "pools",
                "holdings",
                "risk",
                "parameters",
                "projects",
                "adjustments");
    }

    private static List<Dataset> datasets(String... ids) {
        try {
            List<YamlFile> files = new ArrayList<>();
            for (String id : ids) {
                files.add(YamlFile.read(Path.of("config/datasets", id + ".yaml"), "config/datasets/" + id + ".yaml"));
            }
            return DatasetLoader.load(files);
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables as they come out of the database. */
    public StagedTables tables() {
        List<Dataset> all = new ArrayList<>(own());
        all.addAll(datasets("roster"));
        staged.clear();
        recorded.clear();
        Map<Integer, RowsSaid> said = new LinkedHashMap<>();
        setup.ifPresent(staged::add);
        Register roster = new Register(List.copyOf(banks.values()));
        Map<Integer, SheetHeader> headers = new LinkedHashMap<>();
        List<OnSheet<Fact>> figures = new ArrayList<>();
        List<OnSheet<ControlTotal>> totals = new ArrayList<>();
        Set<Integer> filled = new HashSet<>();
        for (int i = 0; i < sheets.size(); i++) {
            HeaderSearch search = new HeaderSearch(Place.of("a.xlsx", Integer.toString(i)), all, USED, period, "无");
            for (SheetRow row : sheets.get(i)) {
                search.offer(row);
            }
            if (!(search.result() instanceof HeaderSearch.Recognised recognised)) {
                throw new AssertionError("not recognised: " + sheets.get(i) + " " + search.result());
            }
            headers.put(i, recognised.header());
            if (recognised.header().dataset().rows() == Dataset.Rows.REGISTER) {
                continue;
            }
            RowIntake intake = new RowIntake(
                    recognised.header(),
                    new RowContext(
                            roster,
                            true,
                            Subject::assessed,
                            USED,
                            Map.of(),
                            period,
                            "无",
                            new RowContext.Bounds(Map.of(), Map.of())));
            for (SheetRow row : sheets.get(i).subList(1, sheets.get(i).size())) {
                RowResult result = intake.take(row);
                int sheet = i;
                if (!result.figures().isEmpty() || !result.reasons().isEmpty()) {
                    filled.add(sheet);
                }
                boolean record = recognised.header().dataset().rows() == Dataset.Rows.RECORD;
                result.figures().forEach(figure -> (record ? recorded : figures).add(new OnSheet<>(sheet, figure)));
                result.totals().forEach(total -> totals.add(new OnSheet<>(sheet, total)));
                staged.addAll(result.findings());
            }
        }
        for (OnSheet<Fact> each : recorded) {
            RowsSaid.Sum sum = new RowsSaid.Sum();
            recorded.stream().filter(other -> other.sheet() == each.sheet()).forEach(other -> sum.add(other.value()));
            said.put(each.sheet(), sum.said());
        }
        return new StagedTables(
                period,
                own(),
                new StagedTables.Registered(roster, Map.of(), true),
                headers,
                filled,
                figures,
                new StagedTables.Totals(
                        totals, (sheet, column, after, before) -> sum(figures, sheet, column, after, before)),
                new StagedTables.Records(summaries, repeated, sentAgain, said),
                earlier,
                List.copyOf(staged));
    }

    private static ColumnSum sum(List<OnSheet<Fact>> figures, int sheet, String column, int after, int before) {
        List<Fraction> between = figures.stream()
                .filter(each -> each.sheet() == sheet
                        && each.value().column().equals(column)
                        && each.value().at().row() > after
                        && each.value().at().row() < before)
                .flatMap(each -> each.value().value().stream())
                .map(Fraction::of)
                .toList();
        return new ColumnSum(Fraction.sum(between), between.size());
    }

    /** Findings, each with its cell and its details. */
    public static String brief(List<Finding> findings) {
        return findings.stream().map(StagedSheets::brief).collect(Collectors.joining(", "));
    }

    private static String brief(Finding finding) {
        Map<String, String> details = new TreeMap<>(finding.details());
        if (!finding.subject().isEmpty()) {
            details.put("bank", finding.subject());
        }
        if (!finding.column().isEmpty()) {
            details.put("column", finding.column());
        }
        details.remove(Finding.CAUSE);
        WORDS.print(finding);
        return (finding.code() + " " + finding.place().cell() + " "
                        + details.entrySet().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .replaceAll(" +", " ")
                .strip();
    }
}
