package bankscore.bench;

import bankscore.contribution.ContributionPapers;
import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.papers.OfficialLetter;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultPage;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.RecordSummary;
import bankscore.finding.Finding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.intake.row.RowIntake;
import bankscore.intake.row.RowResult;
import bankscore.intake.table.staged.StagedTables;
import bankscore.load.WordsLoader;
import bankscore.office.Letterhead;
import bankscore.office.RunFacts;
import bankscore.paper.json.CodedResult;
import bankscore.paper.returns.CheckSummary;
import bankscore.read.InputFolder.Taken;
import bankscore.read.InputFolder;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.Workbook;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.publish.Publisher;
import bankscore.run.request.Deletion;
import bankscore.run.request.PeriodFolder;
import bankscore.run.stage.MergedKeys;
import bankscore.run.take.Configuration;
import bankscore.run.take.Recognition;
import bankscore.sheet.CellRef;
import bankscore.sheet.FileLimits;
import bankscore.sheet.SheetRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The same reading and writing as {@code check} or {@code run}, by a plain program without Spring, database and checks.
 *
 * <p>What is written needs figures. They are computed in memory in between; the milliseconds of that are printed, so that
 * the benchmark can take them off: the floor is reading and writing alone.
 */
public final class Floor {

    private Floor() {}

    /** Arguments: {@code check} or {@code run}, the period, the folders config, input and output. */
    public static void main(String[] arguments) throws Exception {
        Period period = Period.parse(arguments[1]).orElseThrow();
        Path config = Path.of(arguments[2]);
        Path output = Files.createDirectories(Path.of(arguments[4]));
        Words words = WordsLoader.load();
        Configuration<Scheme> configuration = Configuration.load(config, period, Optional.empty(), SchemeLoader::load);
        Path work = output.resolve("floor");
        Deletion.of(work);
        Taken taken = new InputFolder(Path.of(arguments[3]).resolve(arguments[1]), FileLimits.USUAL).take(work);
        long cells = read(taken);
        long before = System.nanoTime();
        Computed computed = Computed.of(taken, configuration, period, words);
        long computing = (System.nanoTime() - before) / 1_000_000;
        if (arguments[0].equals("run")) {
            publish(computed.report(), configuration, period, words, work);
        } else {
            CheckSummary summary = new CheckSummary(
                    configuration.settings().jurisdiction(),
                    period,
                    taken.files().size(),
                    cells,
                    1,
                    now(),
                    computed.reception().offices(),
                    java.util.List.of());
            new FindingsFolder(new PeriodFolder(output, period, "")).replace(computed.report().findings(), summary, taken.files(), words);
        }
        Deletion.of(work);
        System.out.println(computing);
    }

    /** A quarter with the rule it is scored by. */
    public record Sample(Scheme scheme, Quarter quarter) {}

    /** A period's quarter, computed in memory. */
    public static Sample sample(Path config, Path input, Period period) throws Exception {
        Words words = WordsLoader.load();
        Configuration<Scheme> configuration = Configuration.load(config, period, Optional.empty(), SchemeLoader::load);
        Path work = Files.createTempDirectory("floor");
        Taken taken = new InputFolder(input.resolve(period.toString()), FileLimits.USUAL).take(work);
        Quarter quarter =
                Computed.of(taken, configuration, period, words).report().quarter();
        Deletion.of(work);
        return new Sample(configuration.rule(), quarter);
    }

    private static ZonedDateTime now() {
        return ZonedDateTime.now(ZoneId.systemDefault());
    }

    /** Every filled cell once. */
    private static long read(Taken taken) throws Exception {
        long cells = 0;
        for (InputFile file : taken.files()) {
            try (Workbook workbook = Workbooks.open(file)) {
                for (Sheet sheet : workbook.sheets()) {
                    try (Rows rows = workbook.rows(sheet)) {
                        for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                            cells += row.get().cells().size();
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static void publish(Report report, Configuration<Scheme> configuration, Period period, Words words, Path work)
            throws Exception {
        CodedResult result = ResultJson.of(report, words);
        Files.write(work.resolve(Publisher.RESULT), result.bytes());
        Report coded = report.with(report.run().withCode(result.code()));
        ScoreWorkbook.write(coded, configuration.settings().fonts(), words, work.resolve(ContributionPapers.BOOK));
        Letterhead head = new Letterhead(
                configuration.settings().bureau(),
                configuration.settings().government(),
                configuration.letter().issue(period).number(),
                configuration.letter().issue(period).date(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        OfficialLetter.write(coded, head, words, work.resolve(ContributionPapers.LETTER));
        ResultPage.write(coded, words, work.resolve(ContributionPapers.PAGE));
    }

    /** What the files show, computed in memory. */
    private record Computed(Recognition reception, Report report) {

        static Computed of(Taken taken, Configuration<Scheme> configuration, Period period, Words words) throws Exception {
            Recognition reception = Recognition.of(taken, configuration, period, words, List.of());
            List<OnSheet<Fact>> figures = new ArrayList<>();
            List<OnSheet<ControlTotal>> totals = new ArrayList<>();
            List<Finding> found = new ArrayList<>(reception.findings());
            for (Recognition.Source source : reception.sources()) {
                RowIntake intake = reception.intake(source.number());
                int header = reception.header(source.number()).row();
                try (Workbook workbook = Workbooks.open(source.file());
                        Rows rows = workbook.rows(source.sheet())) {
                    MergedKeys merged =
                            new MergedKeys(workbook, source.sheet(), reception.header(source.number()));
                    for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                        if (row.get().index() > header) {
                            RowResult result = intake.take(merged.fill(row.get()));
                            result.figures().forEach(each -> figures.add(new OnSheet<>(source.number(), each)));
                            result.totals().forEach(each -> totals.add(new OnSheet<>(source.number(), each)));
                            found.addAll(result.findings());
                        }
                    }
                }
            }
            StagedTables tables = tables(configuration, reception, period, figures, totals);
            QuarterCheck.Checked checked = QuarterCheck.check(configuration.rule(), tables);
            Quarter quarter = checked.quarter();
            found.addAll(checked.findings());
            List<PrintedFinding> printed = found.stream().map(words::print).toList();
            RunFacts facts = new RunFacts(
                    configuration.settings().jurisdiction(),
                    1,
                    "",
                    "floor",
                    "floor",
                    configuration.digest(),
                    List.of(),
                    "",
                    "",
                    now());
            Judgement judged = Judgement.of(configuration.rule(), quarter);
            return new Computed(
                    reception,
                    new Report(judged, printed, facts, new WorkingSentence(words).all(judged.assessment())));
        }

        private static StagedTables tables(
                Configuration<Scheme> configuration,
                Recognition reception,
                Period period,
                List<OnSheet<Fact>> figures,
                List<OnSheet<ControlTotal>> totals) {
            Map<String, Dataset> records = new HashMap<>();
            Set<String> dated = new HashSet<>();
            for (Dataset dataset : configuration.datasets()) {
                if (dataset.rows() == Dataset.Rows.RECORD) {
                    records.put(dataset.id(), dataset);
                }
                if (dataset.columns().stream().anyMatch(column -> column.days().withinYear())) {
                    dated.add(dataset.id());
                }
            }
            Map<List<Object>, List<OnSheet<Fact>>> groups = new LinkedHashMap<>();
            for (OnSheet<Fact> each : figures) {
                Fact figure = each.value();
                boolean counts = !dated.contains(figure.dataset())
                        || figure.day()
                                .filter(day -> !day.isBefore(period.firstDayOfYear()) && !day.isAfter(period.end()))
                                .isPresent();
                String id = figure.dataset() + "." + figure.column();
                if (records.containsKey(figure.dataset()) && counts && configuration.rule().columns().contains(id)) {
                    groups.computeIfAbsent(
                                    List.of(each.sheet(), id, figure.subject(), figure.choice()), key -> new ArrayList<>())
                            .add(each);
                }
            }
            return new StagedTables(
                    period,
                    configuration.datasets(),
                    new StagedTables.Registered(reception.roster(), Map.of(), true),
                    reception.headers(),
                    reception.headers().keySet(),
                    figures.stream()
                            .filter(each -> !records.containsKey(each.value().dataset()))
                            .toList(),
                    new StagedTables.Totals(
                            totals, (sheet, column, after, before) -> sum(figures, sheet, column, after, before)),
                    new StagedTables.Records(
                            groups.values().stream()
                                    .map(group -> summary(group, reception))
                                    .toList(),
                            List.of(),
                            List.of(),
                            Map.of()),
                    List.of(),
                    List.of());
        }

        private static RecordSummary summary(List<OnSheet<Fact>> group, Recognition reception) {
            Fact first = group.get(0).value();
            CellRef last = group.get(group.size() - 1).value().at();
            List<Fraction> numbers = group.stream()
                    .flatMap(each -> each.value().value().stream())
                    .map(Fraction::of)
                    .toList();
            return new RecordSummary(
                    first.dataset() + "." + first.column(),
                    first.subject(),
                    first.choice(),
                    group.size(),
                    group.size() - numbers.size(),
                    numbers.stream().reduce(Fraction.ZERO, Fraction::plus),
                    numbers.stream().reduce((a, b) -> a.isGreater(b) ? a : b),
                    numbers.stream().reduce((a, b) -> a.isGreater(b) ? b : a),
                    reception.header(group.get(0).sheet()).sheet().at(first.at().a1() + ":" + last.a1()));
        }

        private static ColumnSum sum(
                List<OnSheet<Fact>> figures, int sheet, String column, int after, int before) {
            List<Fraction> within = figures.stream()
                    .filter(each -> each.sheet() == sheet)
                    .map(OnSheet::value)
                    .filter(figure -> Objects.equals(figure.column(), column)
                            && figure.at().row() > after
                            && figure.at().row() < before)
                    .flatMap(figure -> figure.value().stream())
                    .map(Fraction::of)
                    .toList();
            return new ColumnSum(within.stream().reduce(Fraction.ZERO, Fraction::plus), within.size());
        }
    }
}
