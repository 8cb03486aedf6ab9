package bankscore.subsidy.book;

import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.paper.ApprovalSentence;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.PartedBook;
import bankscore.rule.Mark;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.Shown;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The book of a batch that is being written, with what all its sheets share. Its money is in 元. */
final class Book extends PartedBook<Book.Part> {

    static final CellLook AMOUNT = CellLook.POINTS;

    /** So many rows at a list's end stay on a page with its sum. */
    static final int WITH_SUM = 3;

    /** The sheets in their order. */
    enum Part implements PartedBook.Part {
        SUMMARY,
        TOTALS,
        /** Only where anybody is paid. */
        PAYMENTS,
        BURDENS,
        REFUSALS,
        /** Only where anybody is paid; not of a large batch. */
        LISTED,
        FINDINGS,
        RECEIVED,
        /** Not of a large batch. */
        LINES,
        RULES,
        RUN;

        @Override
        public boolean isPrinted() {
            return compareTo(RECEIVED) < 0;
        }
    }

    private final Report report;
    private final Shown shown;
    private final Addresses<BookAddress> addresses = new Addresses<>();
    private final List<Decision> lines;

    /** @param words those of subsidies */
    Book(Report report, Shown shown, Fonts fonts, Words words, SXSSFWorkbook workbook) {
        super(Part.class, workbook, fonts, words);
        this.report = report;
        this.shown = shown;
        this.lines = report.lines();
        for (Part part : Part.values()) {
            if (!isLeftOut(part)) {
                add(part, name(part));
            }
        }
    }

    private boolean isLeftOut(Part part) {
        return switch (part) {
            case PAYMENTS -> !report.pays();
            case LISTED -> !report.pays() || report.isLarge();
            case LINES -> report.isLarge();
            default -> false;
        };
    }

    /** What its tab says. */
    String name(Part part) {
        return text(part, part == Part.BURDENS && isShared() ? "sheet.shared" : "sheet");
    }

    /** Whether nobody is paid because each level bears its own part: the paper tells how a loss is shared. */
    boolean isShared() {
        return !report.pays() && !report.isEstimate();
    }

    Report report() {
        return report;
    }

    Shown shown() {
        return shown;
    }

    /** The lines in decided order; none of a large batch. */
    List<Decision> lines() {
        return lines;
    }

    Addresses<BookAddress> addresses() {
        return addresses;
    }

    @Override
    public List<String> headLines() {
        return ApprovalSentence.of(report.approval(), report.run().revision(), words()).stream()
                .toList();
    }

    @Override
    public String office() {
        return words().text("book.office", "bureau", report.run().bureau());
    }

    @Override
    public String periodLine() {
        return words().text("book.period.line", "period", report.period(words()));
    }

    @Override
    public String subject() {
        return words().text("book.subject", "rule", report.scheme().title(), "period", report.period(words()));
    }

    @Override
    public String mark() {
        return words().text("book.footer.code", "code", report.run().code());
    }

    /** A title with the rule's own, marked where it is an estimate. */
    String title(Part part) {
        String rule = report.scheme().title();
        String jurisdiction = report.run().jurisdiction();
        String title = words().text(
                        "book.title",
                        "jurisdiction",
                        rule.startsWith(jurisdiction) ? "" : jurisdiction,
                        "rule",
                        rule,
                        "sheet",
                        name(part));
        return report.isEstimate() ? words().text("book.title.estimate", "title", title) : title;
    }

    String mark(Mark mark) {
        return words().text("mark." + mark.name());
    }

    /** What a subsidy is called. */
    String subsidy(String id) {
        return report.scheme().subsidy(id).orElseThrow().name();
    }

    /** An amount in 元. */
    static BigDecimal yuan(Money amount) {
        return new BigDecimal(amount.fen(), 2);
    }
}
