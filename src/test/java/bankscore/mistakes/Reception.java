package bankscore.mistakes;

import bankscore.contribution.Program;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.exact.Fraction;
import bankscore.finding.PrintedFinding;
import bankscore.machine.FolderCopy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Where the clerk's files arrive: the program, with or without earlier quarters published, and what it makes of them. */
final class Reception implements AutoCloseable {

    /** What was published before. */
    enum History {
        NONE,
        THREE_QUARTERS
    }

    private static final String SURVEY = "满意度";
    private static final int RATINGS = 300;

    private final Program program;
    private final History history;
    private final Clerk clerk;
    private final Set<String> usual = new LinkedHashSet<>();
    private final Result clean;

    /** How much of the sample's surveys arrives. */
    enum Surveys {
        WHOLE,
        /** The first ratings of each: most of a quarter's rows are ratings, and they are read again for each mistake. */
        SHORT
    }

    Reception(Path folder, History history, Surveys surveys) throws Exception {
        this.history = history;
        Path input = folder.resolve("input");
        FolderCopy.of(Path.of("input"), input);
        if (surveys == Surveys.SHORT) {
            shorten(input);
        }
        clerk = new Clerk(input);
        program = new Program(input, folder.resolve("output"));
        if (history == History.THREE_QUARTERS) {
            for (String quarter : List.of("2022Q1", "2022Q2", "2022Q3")) {
                program.run(quarter);
            }
        }
        Report report = program.quietly("2022Q4").report().orElseThrow();
        report.findings().forEach(finding -> usual.add(identity(finding)));
        clean = Result.of(report);
    }

    /** Of four sheets in a year all have as many ratings in each quarter, one sheet's or three sheets'. */
    static void shorten(Path input) throws IOException {
        try (Stream<Path> files = Files.walk(input)) {
            for (Path file : files.filter(path ->
                            path.toString().endsWith("xlsx") && path.toString().contains(SURVEY))
                    .toList()) {
                XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
                int left = file.toString().contains("2022Q4") ? RATINGS / 3 : RATINGS;
                for (Sheet sheet : book) {
                    for (int row = sheet.getLastRowNum(); row >= left; row--) {
                        Optional.ofNullable(sheet.getRow(row)).ifPresent(sheet::removeRow);
                    }
                }
                try (OutputStream out = Files.newOutputStream(file)) {
                    book.write(out);
                }
            }
        }
    }

    Clerk clerk() {
        return clerk;
    }

    History history() {
        return history;
    }

    /**
     * What became of the clerk's files.
     *
     * @param findings what is not found in the sample
     * @param same whether scores and plan are those of the sample
     * @param money the sum of the changes of all targets, in parts of all pools; 1 without a plan
     */
    record Outcome(boolean stopped, List<PrintedFinding> findings, boolean same, BigDecimal money) {}

    /** Reads what the clerk saved, then brings the sample back. */
    Outcome outcome() throws Exception {
        Program.Checked checked = checked();
        List<PrintedFinding> found = checked.ended().findings().stream()
                .filter(finding -> !usual.contains(identity(finding)))
                .toList();
        boolean stopped = checked.ended().stopped();
        Optional<Result> result = checked.report().map(Result::of);
        return new Outcome(
                stopped,
                found,
                result.filter(clean::equals).isPresent(),
                result.map(clean::moved).orElse(stopped ? BigDecimal.ZERO : BigDecimal.ONE));
    }

    /** Everything that is found in what the clerk saved; then the sample is back. */
    List<PrintedFinding> everything() throws Exception {
        return checked().ended().findings();
    }

    private Program.Checked checked() throws Exception {
        try {
            clerk.save();
            return program.quietly("2022Q4");
        } finally {
            clerk.restore();
        }
    }

    /** A finding of a bank stays the same when its row moves. */
    private static String identity(PrintedFinding finding) {
        String cell = finding.subject().isEmpty()
                ? finding.place().cell()
                : column(finding.place().cell()) + " of " + finding.subject();
        return finding.code() + " " + finding.place().sheetOnly() + " " + cell;
    }

    /** The letters of a cell's name. */
    static String column(String cell) {
        int end = 0;
        while (end < cell.length() && Character.isLetter(cell.charAt(end))) {
            end++;
        }
        return cell.substring(0, end);
    }

    /** Points by bank and item, and what each bank holds, is to hold, and moves, by fund and bank. */
    private record Result(
            Map<String, Fraction> points, Map<String, List<BigDecimal>> plan, Map<String, BigDecimal> pools) {

        static Result of(Report report) {
            Map<String, Fraction> points = new LinkedHashMap<>();
            report.assessment()
                    .cardsByCode()
                    .forEach((code, card) -> card.lines()
                            .forEach(line -> points.put(code + " " + line.item().id(), line.points())));
            Map<String, List<BigDecimal>> plan = new LinkedHashMap<>();
            Map<String, BigDecimal> pools = new LinkedHashMap<>();
            for (FundPlan fund : report.placement().funds()) {
                String name = fund.pool().fund();
                pools.put(name, new BigDecimal(fund.pool().amount().fen()));
                for (PlanRow row : fund.rows()) {
                    plan.put(name + " " + row.bank().code(), figures(row));
                }
            }
            return new Result(points, plan, pools);
        }

        private static List<BigDecimal> figures(PlanRow row) {
            List<BigDecimal> figures = new ArrayList<>();
            List.of(row.target(), row.current(), row.now(), row.atMaturity())
                    .forEach(money -> figures.add(new BigDecimal(money.fen())));
            return figures;
        }

        /** How much of all pools is to lie elsewhere by another result. */
        BigDecimal moved(Result other) {
            BigDecimal moved = BigDecimal.ZERO;
            Set<String> all = new LinkedHashSet<>(plan.keySet());
            all.addAll(other.plan.keySet());
            for (String row : all) {
                moved = moved.add(target(row).subtract(other.target(row)).abs());
            }
            BigDecimal sum = pools.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return moved.divide(sum, 4, RoundingMode.HALF_UP);
        }

        private BigDecimal target(String row) {
            return plan.getOrDefault(row, List.of(BigDecimal.ZERO)).get(0);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
