package bankscore.contribution.book;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.sheets.ChartsSheet;
import bankscore.contribution.book.sheets.DistanceSheet;
import bankscore.contribution.book.sheets.ExecutedRowsSheet;
import bankscore.contribution.book.sheets.ExecutionSheet;
import bankscore.contribution.book.sheets.FiguresSheet;
import bankscore.contribution.book.sheets.FindingsSheet;
import bankscore.contribution.book.sheets.LinesSheet;
import bankscore.contribution.book.sheets.MeasuresSheet;
import bankscore.contribution.book.sheets.PlacingSheet;
import bankscore.contribution.book.sheets.PlanSheet;
import bankscore.contribution.book.sheets.ReceivedRows;
import bankscore.contribution.book.sheets.RulesSheet;
import bankscore.contribution.book.sheets.RunSheet;
import bankscore.contribution.book.sheets.ScoresSheet;
import bankscore.contribution.book.sheets.SummarySheet;
import bankscore.contribution.book.sheets.TransfersSheet;
import bankscore.contribution.book.sheets.TrendSheet;
import bankscore.contribution.judge.Report;
import bankscore.finding.Words;
import bankscore.paper.Imprint;
import bankscore.paper.workbook.FixedZip;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.GridPrint;
import bankscore.paper.workbook.Recalculation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.streaming.SXSSFSheet;
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
        try (SXSSFWorkbook workbook = Book.empty()) {
            Book book = new Book(report, Fonts.of(fonts, words), words, workbook);
            List<Recalculation.Difference> differences = fill(book);
            book.sheets().forEach(sheet -> GridPrint.footer(book, sheet));
            GridPrint.footers(book, book.parts(true).stream().map(book::sheet).toList());
            // In the order of the sheets, so that equal books number their strings alike.
            for (SXSSFSheet sheet : book.sheets()) {
                sheet.flushRows();
            }
            properties(book, workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            FixedZip.rewrite(file);
            return differences;
        }
    }

    private static List<Recalculation.Difference> fill(Book book) {
        FiguresSheet.fill(book);
        RulesSheet.fill(book);
        MeasuresSheet.fill(book);
        ScoresSheet.fill(book);
        PlacingSheet.fill(book);
        PlanSheet.fill(book);
        TransfersSheet.fill(book);
        ExecutedRowsSheet.fill(book);
        ExecutionSheet.fill(book);
        LinesSheet.fill(book);
        if (book.has(Book.Part.TREND)) {
            TrendSheet.fill(book);
        }
        DistanceSheet.fill(book);
        if (book.has(Book.Part.CHARTS)) {
            ChartsSheet.fill(book);
        }
        List<Recalculation.Difference> differences = Recalculation.of(
                book, CALCULATED.stream().filter(book::has).map(book::sheet).toList());
        FindingsSheet.fill(book);
        ReceivedRows.fill(book);
        RunSheet.fill(book, differences);
        SummarySheet.fill(book);
        return differences;
    }

    /** The document's own properties: no time but the run's, or the same run would give different bytes. */
    private static void properties(Book book, SXSSFWorkbook workbook) throws IOException {
        String started = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
                .format(book.report().run().started().withZoneSameInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        try {
            core.setCreated(started);
            core.setModified(started);
        } catch (InvalidFormatException e) {
            throw new IOException("the run's start is no date: " + started, e);
        }
        Imprint.put(core, book.report().run().bureau(), book.title(Book.Part.SUMMARY));
        core.setLastModifiedByUser(core.getCreator());
    }
}
