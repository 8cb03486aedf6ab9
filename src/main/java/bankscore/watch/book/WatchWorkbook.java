package bankscore.watch.book;

import bankscore.finding.Words;
import bankscore.paper.book.FindingsSheet;
import bankscore.paper.book.ReceivedTable;
import bankscore.paper.book.RunSheet;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.recalculation.Recalculation;
import bankscore.watch.say.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * {@code 情况通报.xlsx}, for leadership and audit.
 *
 * <p>The sheets are filled in the order of the calculation, so that each can refer to the cells of those before it. Then every
 * formula is recalculated, so that 运行信息 can tell which gave way to values.
 */
public final class WatchWorkbook {

    private WatchWorkbook() {}

    /**
     * Writes the book; its content depends on report, fonts and words alone.
     *
     * @param report with its code
     * @param fonts the profile of fonts
     * @param words those of watching
     * @return the cells that did not recalculate to the engine's value; they hold that value now
     */
    public static List<Recalculation.Difference> write(Report report, String fonts, Words words, Path file)
            throws IOException {
        try (SXSSFWorkbook workbook = BookFile.empty()) {
            Book book = new Book(report, Fonts.of(fonts, words), words, workbook);
            List<Recalculation.Difference> differences = fill(book);
            new BookFile(
                            book.title(Book.Part.SUMMARY),
                            report.run().bureau(),
                            report.run().started())
                    .write(book, book.printed(true), book.sheets(), file);
            return differences;
        }
    }

    private static List<Recalculation.Difference> fill(Book book) {
        Report report = book.report();
        List<SXSSFSheet> calculated = new ArrayList<>();
        RulesSheet.fill(book);
        FiguresSheet.fill(book);
        calculated.add(book.sheet(Book.Part.FIGURES));
        report.judgement().groups().forEach(group -> {
            GroupSheet.fill(book, group);
            calculated.add(book.sheet(group.group()));
        });
        if (book.has(Book.Part.NAMED)) {
            NamedSheet.fill(book);
            calculated.add(book.sheet(Book.Part.NAMED));
        }
        if (book.has(Book.Part.TARGETS)) {
            TargetsSheet.fill(book);
            calculated.add(book.sheet(Book.Part.TARGETS));
        }
        if (book.has(Book.Part.INDEX)) {
            IndexSheet.fill(book);
            calculated.add(book.sheet(Book.Part.INDEX));
        }
        SummarySheet.fill(book);
        List<Recalculation.Difference> differences = Recalculation.of(book, calculated);
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
                        report.rule().id(),
                        report.rule().digest(),
                        report.run()),
                differences);
        return differences;
    }
}
