package bankscore.subsidy.book;

import bankscore.finding.Words;
import bankscore.paper.book.FindingsSheet;
import bankscore.paper.book.ReceivedTable;
import bankscore.paper.book.RunSheet;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.recalculation.Recalculation;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * {@code 补助资金审核结果.xlsx}, for leadership and audit.
 *
 * <p>The sheets are filled in the order of the calculation, so that each can refer to the cells of those before it. Then every
 * formula is recalculated, so that 运行信息 can tell which gave way to values.
 */
public final class SubsidyWorkbook {

    /** The sheets with formulas, in the order of the calculation. */
    private static final List<Book.Part> CALCULATED = List.of(
            Book.Part.LINES,
            Book.Part.TOTALS,
            Book.Part.PAYMENTS,
            Book.Part.BURDENS,
            Book.Part.LISTED,
            Book.Part.SUMMARY);

    private SubsidyWorkbook() {}

    /**
     * Writes the book; its content depends on report, fonts and words alone.
     *
     * @param report with its code
     * @param shown of its lines
     * @param fonts the profile of fonts
     * @param words those of subsidies
     * @return the cells that did not recalculate to the engine's value; they hold that value now
     */
    public static List<Recalculation.Difference> write(Report report, Shown shown, String fonts, Words words, Path file)
            throws IOException {
        try (SXSSFWorkbook workbook = BookFile.empty()) {
            Book book = new Book(report, shown, Fonts.of(fonts, words), words, workbook);
            List<Recalculation.Difference> differences = fill(book);
            new BookFile(
                            book.title(Book.Part.SUMMARY),
                            report.run().bureau(),
                            report.run().started())
                    .write(book, book.parts(true).stream().map(book::sheet).toList(), book.sheets(), file);
            return differences;
        }
    }

    private static List<Recalculation.Difference> fill(Book book) {
        RulesSheet.fill(book);
        if (book.has(Book.Part.LINES)) {
            LinesSheet.fill(book);
        }
        TotalsSheet.fill(book);
        if (book.has(Book.Part.PAYMENTS)) {
            PaymentsSheet.fill(book);
        }
        if (book.has(Book.Part.LISTED)) {
            ListedSheet.fill(book);
        }
        BurdensSheet.fill(book);
        RefusalsSheet.fill(book);
        SummarySheet.fill(book);
        List<Recalculation.Difference> differences = Recalculation.of(
                book, CALCULATED.stream().filter(book::has).map(book::sheet).toList());
        Report report = book.report();
        FindingsSheet.fill(book, book.sheet(Book.Part.FINDINGS), book.title(Book.Part.FINDINGS), report.findings());
        ReceivedTable.fill(
                book,
                book.sheet(Book.Part.RECEIVED),
                book.title(Book.Part.RECEIVED),
                report.received(),
                (sheet, total) -> Optional.empty());
        RunSheet.fill(
                book,
                book.sheet(Book.Part.RUN),
                new RunSheet.About(
                        book.title(Book.Part.RUN),
                        report.period(),
                        report.scheme().id(),
                        report.scheme().digest(),
                        report.run()),
                differences);
        return differences;
    }
}
