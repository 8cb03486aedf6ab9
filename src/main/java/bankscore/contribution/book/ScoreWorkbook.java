package bankscore.contribution.book;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.sheets.DistanceSheet;
import bankscore.contribution.book.sheets.FiguresSheet;
import bankscore.contribution.book.sheets.FindingsSheet;
import bankscore.contribution.book.sheets.LinesSheet;
import bankscore.contribution.book.sheets.MeasuresSheet;
import bankscore.contribution.book.sheets.PlanSheet;
import bankscore.contribution.book.sheets.RulesSheet;
import bankscore.contribution.book.sheets.RunSheet;
import bankscore.contribution.book.sheets.ScoresSheet;
import bankscore.contribution.book.sheets.SummarySheet;
import bankscore.contribution.book.sheets.TransfersSheet;
import bankscore.contribution.book.sheets.TrendSheet;
import bankscore.contribution.judge.Report;
import bankscore.finding.Finding;
import bankscore.finding.Words;
import bankscore.paper.workbook.FixedZip;
import bankscore.paper.workbook.Grid;
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
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * {@code 考核结果.xlsx}, for leadership and audit.
 *
 * <p>Print sheets come first, flat data sheets after them. They are filled in the order of the calculation, so that each
 * can refer to the cells of those before it. Then every formula is recalculated, because its differences are findings,
 * and findings belong into the result and its code; last come the sheets that show findings and code.
 */
public final class ScoreWorkbook implements AutoCloseable {

    /** The sheets with formulas, in the order of the calculation. */
    private static final List<Book.Part> CALCULATED = List.of(
            Book.Part.FIGURES,
            Book.Part.MEASURES,
            Book.Part.SCORES,
            Book.Part.PLAN,
            Book.Part.TRANSFERS,
            Book.Part.LINES,
            Book.Part.TREND,
            Book.Part.DISTANCE);

    private final SXSSFWorkbook workbook;
    private final Book book;
    private final List<Finding> differences;

    private ScoreWorkbook(Report report, Words words, String file) {
        this.workbook = Book.empty();
        this.book = new Book(report, words, workbook);
        FiguresSheet.fill(book);
        RulesSheet.fill(book);
        MeasuresSheet.fill(book);
        ScoresSheet.fill(book);
        PlanSheet.fill(book);
        TransfersSheet.fill(book);
        LinesSheet.fill(book);
        TrendSheet.fill(book);
        DistanceSheet.fill(book);
        this.differences = Recalculation.of(
                book, file, CALCULATED.stream().map(book::sheet).toList());
    }

    /**
     * The book with all that is calculated, recalculated once.
     *
     * @param report without the findings of the book itself, and without its code
     * @param file the name the book is published under
     */
    public static ScoreWorkbook calculated(Report report, Words words, String file) {
        return new ScoreWorkbook(report, words, file);
    }

    /** Writes a book whose recalculation has nobody waiting for it; its content depends on report and words alone. */
    static void write(Report report, Words words, Path file) throws IOException {
        try (ScoreWorkbook book = calculated(report, words, file.getFileName().toString())) {
            book.write(report, file);
        }
    }

    /** The cells that did not recalculate to the engine's value; they hold that value now. */
    public List<Finding> differences() {
        return differences;
    }

    /**
     * Fills what is left and writes the file; only once.
     *
     * @param report the same with all findings and the code
     * @throws IOException if the file cannot be written
     */
    public void write(Report report, Path file) throws IOException {
        Book last = book.with(report);
        FindingsSheet.fill(last);
        RunSheet.fill(last);
        SummarySheet.fill(last);
        for (Book.Part part : Book.Part.values()) {
            Grid.footer(last, last.sheet(part));
        }
        // In the order of the sheets, so that equal books number their strings alike.
        for (Book.Part part : Book.Part.values()) {
            last.sheet(part).flushRows();
        }
        properties(last, workbook);
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        FixedZip.rewrite(file);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
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
        core.setCreator(book.report().run().bureau());
        core.setLastModifiedByUser(book.report().run().bureau());
        core.setTitle(book.title(Book.Part.SUMMARY));
    }
}
