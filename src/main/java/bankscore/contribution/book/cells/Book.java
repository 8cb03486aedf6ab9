package bankscore.contribution.book.cells;

import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.paper.ApprovalSentence;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.LiveFormula;
import bankscore.paper.workbook.PartedBook;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The book that is being written, with what all its sheets share. */
public final class Book extends PartedBook<Book.Part> {

    /** The sheets in their order. */
    public enum Part implements PartedBook.Part {
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

        private static final List<Part> PRINTED = List.of(SUMMARY, EXECUTION, SCORES, PLAN, TRANSFERS, FINDINGS);
        /** What is one sheet a fund where scores are those of each fund. */
        private static final List<Part> OF_FUNDS = List.of(SCORES, CHARTS, LINES, DISTANCE, MEASURES);

        @Override
        public boolean isPrinted() {
            return PRINTED.contains(this);
        }
    }

    private final Report report;
    private final Assessment assessment;
    private final Addresses<BookAddress> addresses;
    private final Optional<Book> around;
    private final Map<String, Book> funds = new LinkedHashMap<>();

    public Book(Report report, Fonts fonts, Words words, SXSSFWorkbook workbook) {
        super(Part.class, workbook, fonts, words);
        this.report = report;
        this.assessment = report.assessment();
        this.addresses = new Addresses<>();
        this.around = Optional.empty();
        for (Assessment each : assessment.isPerFund() ? assessment.parts() : List.<Assessment>of()) {
            funds.put(each.fund().orElseThrow(), new Book(this, each));
        }
        for (Part part : Part.values()) {
            String name = words.text(part.key() + ".sheet");
            boolean ofFunds = assessment.isPerFund() && Part.OF_FUNDS.contains(part);
            if (part == Part.MEASURES || (!ofFunds && !isLeftOut(part))) {
                add(part, name);
            }
            if (ofFunds) {
                int number = 0;
                for (Map.Entry<String, Book> fund : funds.entrySet()) {
                    // The number keeps apart what is cut to the length that a sheet's name may have.
                    fund.getValue().add(part, WorkbookUtil.createSafeSheetName(name + ++number + "·" + fund.getKey()));
                }
            }
        }
    }

    /** What is of one fund alone, in the same file. */
    private Book(Book around, Assessment assessment) {
        super(around);
        this.report = around.report;
        this.assessment = assessment;
        this.addresses = around.addresses.within();
        this.around = Optional.of(around);
    }

    /** The part of a fund; the book itself where scores are not those of each fund. */
    public Book of(String fund) {
        return funds.getOrDefault(fund, this);
    }

    /** The parts that have totals, ranks and shares: the book itself, or those of the funds. */
    public List<Book> parts() {
        return assessment.isPerFund() ? List.copyOf(funds.values()) : List.of(this);
    }

    /** The whole book, by whose cells is computed what is scored once a bank. */
    public Book whole() {
        return around.orElse(this);
    }

    /** The items whose points are computed by cells of this part. */
    public List<Item> items() {
        return assessment.scheme().items().stream()
                .filter(item -> item.fund().isPresent() == around.isPresent())
                .toList();
    }

    /**
     * The measures that have cells in this part: of a fund those that depend on its bids, and others with which its items
     * compare.
     */
    public List<Definition.Measure> measures() {
        Scheme scheme = assessment.scheme();
        if (around.isEmpty()) {
            return scheme.measures().stream()
                    .filter(measure -> !scheme.isBid(measure.id()))
                    .toList();
        }
        Set<String> named =
                items().stream().flatMap(item -> item.named().stream()).collect(Collectors.toSet());
        return scheme.measures().stream()
                .filter(measure -> scheme.isBid(measure.id()) || named.contains(measure.id()))
                .toList();
    }

    /** The cell of the whole book that has a measure; empty where this part computes it. */
    public Optional<String> elsewhere(Definition.Measure measure, String bank) {
        return around.filter(outer -> !assessment.scheme().isBid(measure.id()))
                .flatMap(outer -> outer.addresses.absolute(BookAddress.MEASURE, measure.id(), bank));
    }

    /** What is known of the period: of a fund with what is bid for it. */
    public Quarter quarter() {
        return assessment.fund().map(report.quarter()::of).orElse(report.quarter());
    }

    /** The plans of its fund, or of all. */
    public List<FundPlan> plans() {
        return report.placement().funds().stream()
                .filter(plan ->
                        assessment.fund().map(plan.pool().fund()::equals).orElse(true))
                .toList();
    }

    @Override
    public List<Part> parts(boolean printed) {
        return Stream.of(Part.values())
                .filter(part -> part.isPrinted() == printed && !sheets(part).isEmpty())
                .toList();
    }

    /** Its own, or that of the whole book. */
    @Override
    public SXSSFSheet sheet(Part part) {
        return has(part)
                ? super.sheet(part)
                : around.map(outer -> outer.sheet(part)).orElseThrow();
    }

    /** The sheets of a part: its own, then one for each fund. */
    public List<SXSSFSheet> sheets(Part part) {
        return Stream.concat(Stream.of(this), funds.values().stream())
                .filter(book -> book.has(part))
                .map(book -> book.sheet(part))
                .distinct()
                .toList();
    }

    @Override
    public List<SXSSFSheet> sheets() {
        return Stream.of(Part.values()).flatMap(part -> sheets(part).stream()).toList();
    }

    /** A trend needs a second period, a chart somebody who has points. */
    private boolean isLeftOut(Part part) {
        return switch (part) {
            case TREND ->
                report.earlier().isEmpty()
                        || assessment().isPerFund()
                        || assessment().cards().isEmpty();
            case CHARTS -> assessment().cards().isEmpty();
            case EXECUTION, EXECUTED_ROWS -> report.execution().isEmpty();
            default -> false;
        };
    }

    public Report report() {
        return report;
    }

    public Assessment assessment() {
        return assessment;
    }

    /** Where the cells are that others refer to. */
    public Addresses<BookAddress> addresses() {
        return addresses;
    }

    @Override
    public List<String> headLines() {
        return ApprovalSentence.of(report.approval(), report.run().revision(), words()).stream()
                .toList();
    }

    @Override
    public String mark() {
        return words().text("book.footer.code", "code", report.run().code());
    }

    /** 上饶市 2022年度, or a quarter marked as monitoring (D19). */
    @Override
    public String subject() {
        return words().text("book.subject", "jurisdiction", report.run().jurisdiction(), "period", period());
    }

    String period() {
        Period period = report.quarter().period();
        if (report.annual()) {
            return words().text("book.period.annual", "year", period.year());
        }
        return report.binding()
                ? report.period(words())
                : words().text("book.period.interim", "year", period.year(), "quarter", period.quarter());
    }

    @Override
    public String office() {
        return words().text("book.office", "bureau", report.run().bureau());
    }

    @Override
    public String periodLine() {
        return words().text("book.period.line", "period", period());
    }

    /** A title with the mark of a monitoring quarter, if it is one. */
    public String title(Part part) {
        String whole = text(part, "title", "jurisdiction", report.run().jurisdiction(), "year", period());
        String title = assessment
                .fund()
                .map(fund -> words().text("book.title.fund", "title", whole, "fund", fund))
                .orElse(whole);
        return report.binding() ? title : words().text("book.title.interim", "title", title);
    }

    public String mark(Mark mark) {
        return words().text("mark." + mark.name());
    }

    /** A parameter's cell; the number itself where the scheme leaves the parameter out. */
    public String parameter(String path, Fraction value) {
        return addresses.absolute(BookAddress.PARAMETER, path, "").orElseGet(() -> LiveFormula.literal(value));
    }

    boolean hasParameter(String path) {
        return addresses.find(BookAddress.PARAMETER, path, "").isPresent();
    }

    /**
     * A remainder and, among equal ones, an order as one number, the larger the earlier: one RANK over the banks finds the
     * place, where counting the ties apart would run over all of them once more. Remainders have 8 decimals and banks are
     * fewer than 100,000, so that the number has no more than 13 digits and is exact.
     */
    public static String key(String remainder, String order) {
        return "ROUND(" + remainder + "*10^8,0)*10^5-" + order;
    }

    /** What users call a column: the datasets say it, for the program's own tables the words(). */
    public String column(String id) {
        return report.column(id, words());
    }

    /** What users call a column, measure or benchmark. */
    public String name(String id) {
        return assessment().scheme().definition(id).map(Definition::name).orElseGet(() -> column(id));
    }

    public Optional<String> unit(String id) {
        return Optional.ofNullable(report.columns().get(id))
                .map(ColumnWords::unit)
                .filter(unit -> !unit.isEmpty())
                .or(() -> words().find("book.column." + id + ".unit"));
    }

    /** What tables call a bank. */
    public String label(String code) {
        return report.quarter().roster().label(code);
    }

    public String excluded(Excluded bank) {
        String detail =
                bank.reason() == Excluded.Reason.TOO_NEW ? words().date(LocalDate.parse(bank.detail())) : bank.detail();
        return words().text("excluded." + bank.reason().name(), "detail", detail);
    }
}
