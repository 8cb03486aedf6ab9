package bankscore.contribution.book.cells;

import bankscore.contribution.judge.Report;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.score.Assessment;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellStyles;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The book that is being written, with what all its sheets share. */
public final class Book implements BookFrame {

    /**
     * The sheets in their order, those that leaders get on paper first; the names are under {@code book.<name>.sheet}.
     */
    public enum Part {
        SUMMARY,
        /** Only where an approved plan is in force. */
        EXECUTION,
        SCORES,
        PLAN,
        TRANSFERS,
        FINDINGS,
        CHARTS,
        /** Only with {@link #EXECUTION}. */
        EXECUTED_ROWS,
        PLACING,
        LINES,
        TREND,
        DISTANCE,
        MEASURES,
        FIGURES,
        RULES,
        RECEIVED,
        RUN;

        /** Those that are printed for leaders, as one paper; the others are for audit, on the screen. */
        private static final List<Part> PRINTED = List.of(SUMMARY, EXECUTION, SCORES, PLAN, TRANSFERS, FINDINGS);

        public boolean isPrinted() {
            return PRINTED.contains(this);
        }

        public String key() {
            return "book." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Report report;
    private final Words words;
    private final SXSSFWorkbook workbook;
    private final CellStyles styles;
    private final Addresses<BookAddress> addresses;
    private final Map<Part, SXSSFSheet> sheets;

    public Book(Report report, Fonts fonts, Words words, SXSSFWorkbook workbook) {
        this.report = report;
        this.words = words;
        this.workbook = workbook;
        this.styles = new CellStyles(workbook.getXSSFWorkbook(), fonts);
        this.addresses = new Addresses<>();
        this.sheets = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (!isLeftOut(part)) {
                sheets.put(part, workbook.createSheet(words.text(part.key() + ".sheet")));
            }
        }
    }

    /** A trend needs a second period, a chart somebody who has points. */
    private boolean isLeftOut(Part part) {
        return switch (part) {
            case TREND -> report.earlier().isEmpty() || assessment().cards().isEmpty();
            case CHARTS -> assessment().cards().isEmpty();
            case EXECUTION, EXECUTED_ROWS -> report.execution().isEmpty();
            default -> false;
        };
    }

    /** Whether the book has a sheet. */
    public boolean has(Part part) {
        return sheets.containsKey(part);
    }

    /** Its parts that are printed for leaders, or those that are not, in their order. */
    public List<Part> parts(boolean printed) {
        return sheets.keySet().stream()
                .filter(part -> part.isPrinted() == printed)
                .toList();
    }

    /** Its sheets, in their order. */
    public List<SXSSFSheet> sheets() {
        return List.copyOf(sheets.values());
    }

    /**
     * An empty workbook whose rows stay in memory until the book is written: a tenth of what rows that are kept as XML
     * take, so that two thousand banks fit into the launcher's heap.
     */
    public static SXSSFWorkbook empty() {
        return new SXSSFWorkbook(new XSSFWorkbook(), -1, false, true);
    }

    @Override
    public SXSSFWorkbook workbook() {
        return workbook;
    }

    public Report report() {
        return report;
    }

    public Assessment assessment() {
        return report.assessment();
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public CellStyles styles() {
        return styles;
    }

    /** Where the cells are that others refer to. */
    public Addresses<BookAddress> addresses() {
        return addresses;
    }

    public SXSSFSheet sheet(Part part) {
        return Objects.requireNonNull(sheets.get(part));
    }

    public Grid grid(Part part, int... widest) {
        return new Grid(this, sheet(part), widest);
    }

    /** The words of a part, such as {@code book.plan.title}. */
    public String text(Part part, String key, Object... namesAndValues) {
        return words.text(part.key() + "." + key, namesAndValues);
    }

    /** The words of a part under several keys, such as a table's headings; an empty key has none. */
    public String[] texts(Part part, String... keys) {
        return Stream.of(keys)
                .filter(key -> !key.isEmpty())
                .map(key -> text(part, key))
                .toArray(String[]::new);
    }

    @Override
    public List<String> headLines() {
        return report.approvalLine(words).stream().toList();
    }

    @Override
    public String mark() {
        return words.text("book.footer.code", "code", report.run().code());
    }

    /** 上饶市 2022年度, or a quarter marked as monitoring (D19). */
    @Override
    public String subject() {
        return words.text("book.subject", "jurisdiction", report.run().jurisdiction(), "period", period());
    }

    String period() {
        Period period = report.quarter().period();
        return report.annual()
                ? words.text("book.period.annual", "year", period.year())
                : words.text("book.period.interim", "year", period.year(), "quarter", period.quarter());
    }

    @Override
    public String office() {
        return words.text("book.office", "bureau", report.run().bureau());
    }

    @Override
    public String periodLine() {
        return words.text("book.period.line", "period", period());
    }

    /** A title with the mark of a monitoring quarter, if it is one. */
    public String title(Part part) {
        String title = text(part, "title", "jurisdiction", report.run().jurisdiction(), "year", period());
        return report.annual() ? title : words.text("book.title.interim", "title", title);
    }

    public String mark(Mark mark) {
        return words.text("mark." + mark.name());
    }

    /** A parameter's cell; the number itself where the scheme leaves the parameter out. */
    public String parameter(String path, Fraction value) {
        return addresses.absolute(BookAddress.PARAMETER, path, "").orElseGet(() -> literal(value));
    }

    boolean hasParameter(String path) {
        return addresses.find(BookAddress.PARAMETER, path, "").isPresent();
    }

    /** A number as formulas write it. */
    static String literal(Fraction value) {
        String text = value.decimal().isPresent() ? value.toString() : value.numerator() + "/" + value.denominator();
        return value.isNegative() || value.decimal().isEmpty() ? "(" + text + ")" : text;
    }

    /** A formula's value rounded to decimals; guarded, because doubles miss exact halves. */
    static String rounded(String formula, Rounding.Mode mode, String decimals) {
        String guarded = "ROUND(" + formula + ",10)";
        String halfUp = "ROUND(" + guarded + "," + decimals + ")";
        return switch (mode) {
            case HALF_UP -> halfUp;
            case DOWN -> "ROUNDDOWN(" + guarded + "," + decimals + ")";
            // Half up, but a half above an even digit stays below.
            case HALF_EVEN ->
                "ROUND(" + halfUp + "-IF(ROUND(MOD(ABS(" + guarded + ")*10^" + decimals + ",2),8)=0.5,SIGN(" + guarded
                        + ")/10^" + decimals + ",0)," + decimals + ")";
        };
    }

    /**
     * A remainder and, among equal ones, an order as one number, the larger the earlier: one RANK over the banks finds the
     * place, where counting the ties apart would run over all of them once more. Remainders have 8 decimals and banks are
     * fewer than 100,000, so that the number has no more than 13 digits and is exact.
     */
    public static String key(String remainder, String order) {
        return "ROUND(" + remainder + "*10^8,0)*10^5-" + order;
    }

    /** What users call a column: the datasets say it, for the program's own tables the words. */
    public String column(String id) {
        return report.column(id, words);
    }

    /** What users call a column, measure or benchmark. */
    public String name(String id) {
        return assessment().scheme().definition(id).map(Definition::name).orElseGet(() -> column(id));
    }

    public Optional<String> unit(String id) {
        return Optional.ofNullable(report.columns().get(id))
                .map(ColumnWords::unit)
                .filter(unit -> !unit.isEmpty())
                .or(() -> words.find("book.column." + id + ".unit"));
    }

    /** What tables call a bank. */
    public String label(String code) {
        return report.quarter().roster().label(code);
    }

    public String excluded(Excluded bank) {
        String detail =
                bank.reason() == Excluded.Reason.TOO_NEW ? words.date(LocalDate.parse(bank.detail())) : bank.detail();
        return words.text("excluded." + bank.reason().name(), "detail", detail);
    }
}
