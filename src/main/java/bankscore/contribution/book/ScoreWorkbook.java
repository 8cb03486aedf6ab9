package bankscore.contribution.book;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.sheets.ChartsSheet;
import bankscore.contribution.book.sheets.DistanceSheet;
import bankscore.contribution.book.sheets.ExecutedRowsSheet;
import bankscore.contribution.book.sheets.ExecutionSheet;
import bankscore.contribution.book.sheets.FiguresSheet;
import bankscore.contribution.book.sheets.LinesSheet;
import bankscore.contribution.book.sheets.MeasuresSheet;
import bankscore.contribution.book.sheets.PlacingSheet;
import bankscore.contribution.book.sheets.PlanSheet;
import bankscore.contribution.book.sheets.ReceivedRows;
import bankscore.contribution.book.sheets.RulesSheet;
import bankscore.contribution.book.sheets.ScoresSheet;
import bankscore.contribution.book.sheets.SummarySheet;
import bankscore.contribution.book.sheets.TransfersSheet;
import bankscore.contribution.book.sheets.TrendSheet;
import bankscore.contribution.judge.Report;
import bankscore.finding.Words;
import bankscore.paper.book.FindingsSheet;
import bankscore.paper.book.RunSheet;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.recalculation.Recalculation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * {@code 考核结果.xlsx}, for leadership and audit.
 *
 * <p>The sheets that are printed for leaders come first, those for audit after them. They are filled in the order of the calculation, so that each
 * can refer to the cells of those before it. Then every formula is recalculated, so that 运行信息 can tell which gave way to
 * values.
 */
public final class ScoreWorkbook {

    /** The sheets with formulas, in the order of the calculation. */
    private static final List<Book.Part> CALCULATED = List.of(
            Book.Part.FIGURES,
            Book.Part.MEASURES,
            Book.Part.SCORES,
            Book.Part.PLACING,
            Book.Part.PLAN,
            Book.Part.TRANSFERS,
            Book.Part.EXECUTED_ROWS,
            Book.Part.EXECUTION,
            Book.Part.LINES,
            Book.Part.TREND,
            Book.Part.DISTANCE,
            Book.Part.CHARTS);

    private ScoreWorkbook() {}

    /**
     * Writes the book; its content depends on report, fonts and words alone.
     *
     * @param report with its code
     * @param fonts the profile of fonts
     * @return the cells that did not recalculate to the engine's value; they hold that value now
     * @throws IOException if the file cannot be written
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
                    .write(
                            book,
                            book.parts(true).stream()
                                    .flatMap(part -> book.sheets(part).stream())
                                    .toList(),
                            book.sheets(),
                            file);
            return differences;
        }
    }

    private static List<Recalculation.Difference> fill(Book book) {
        FiguresSheet.fill(book);
        RulesSheet.fill(book);
        MeasuresSheet.fill(book);
        for (Book each : book.parts()) {
            if (each != book) {
                MeasuresSheet.fill(each);
            }
            ScoresSheet.fill(each);
        }
        PlacingSheet.fill(book);
        PlanSheet.fill(book);
        TransfersSheet.fill(book);
        ExecutedRowsSheet.fill(book);
        ExecutionSheet.fill(book);
        book.parts().forEach(LinesSheet::fill);
        if (book.has(Book.Part.TREND)) {
            TrendSheet.fill(book);
        }
        book.parts().forEach(DistanceSheet::fill);
        for (Book each : book.parts()) {
            if (each.has(Book.Part.CHARTS)) {
                ChartsSheet.fill(each);
            }
        }
        List<Recalculation.Difference> differences = Recalculation.of(
                book,
                CALCULATED.stream().flatMap(part -> book.sheets(part).stream()).toList());
        FindingsSheet.fill(
                book,
                book.sheet(Book.Part.FINDINGS),
                book.title(Book.Part.FINDINGS),
                book.report().findings());
        ReceivedRows.fill(book);
        RunSheet.fill(
                book,
                book.sheet(Book.Part.RUN),
                new RunSheet.About(
                        book.title(Book.Part.RUN),
                        book.report().quarter().period(),
                        book.assessment().scheme().id(),
                        book.assessment().scheme().digest(),
                        book.report().run()),
                differences);
        SummarySheet.fill(book);
        return differences;
    }
}
