package bankscore.report;

import bankscore.domain.finding.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * {@code 考核结果.xlsx}, for leadership and audit.
 *
 * <p>Print sheets come first, flat data sheets after them. They are filled in the order of the calculation, so that each
 * can refer to the cells of those before it.
 */
public final class ScoreWorkbook {

    private ScoreWorkbook() {}

    /**
     * Writes the book; its content depends on the report and the words alone.
     *
     * @throws IOException if the file cannot be written
     */
    public static void write(Report report, Words words, Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Book book = new Book(report, words, workbook);
            FiguresSheet.fill(book);
            RulesSheet.fill(book);
            MeasuresSheet.fill(book);
            ScoresSheet.fill(book);
            PlanSheet.fill(book);
            TransfersSheet.fill(book);
            LinesSheet.fill(book);
            FindingsSheet.fill(book);
            RunSheet.fill(book);
            SummarySheet.fill(book);
            properties(book, workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    /** The document's own properties: no time but the run's, or the same run would give different bytes. */
    private static void properties(Book book, XSSFWorkbook workbook) throws IOException {
        String started = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
                .format(book.report().run().started().withZoneSameInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        try {
            core.setCreated(started);
            core.setModified(started);
        } catch (InvalidFormatException e) {
            throw new IOException("the run's start is no date: " + started, e);
        }
        core.setCreator(book.office());
        core.setLastModifiedByUser(book.office());
        core.setTitle(book.title(Book.Part.SUMMARY));
    }
}
