package bankscore.contribution.book.cells;

import bankscore.contribution.judge.Report;
import bankscore.contribution.scheme.Excluded;
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
import java.util.List;
import java.util.Optional;
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

        @Override
        public boolean isPrinted() {
            return PRINTED.contains(this);
        }
    }

    private final Report report;
    private final Addresses<BookAddress> addresses;

    public Book(Report report, Fonts fonts, Words words, SXSSFWorkbook workbook) {
        super(Part.class, workbook, fonts, words);
        this.report = report;
        this.addresses = new Addresses<>();
        for (Part part : Part.values()) {
            if (!isLeftOut(part)) {
                add(part, words.text(part.key() + ".sheet"));
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

    public Report report() {
        return report;
    }

    public Assessment assessment() {
        return report.assessment();
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
        String title = text(part, "title", "jurisdiction", report.run().jurisdiction(), "year", period());
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
