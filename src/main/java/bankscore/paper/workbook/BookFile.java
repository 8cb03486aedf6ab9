package bankscore.paper.workbook;

import bankscore.paper.Imprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * A filled book becomes a file; its bytes depend on what is in it alone.
 *
 * @param title what its properties call it
 * @param office who made it
 * @param made when the run began: any later time would give the same run different bytes
 */
public record BookFile(String title, String office, ZonedDateTime made) {

    /** An empty workbook. */
    public static SXSSFWorkbook empty() {
        return new LargeBook();
    }

    /**
     * Writes it with a footer on every page.
     *
     * @param printed the sheets that are printed as one paper, in their order
     * @param all of them, in their order
     */
    public void write(BookFrame book, List<SXSSFSheet> printed, List<SXSSFSheet> all, Path file) throws IOException {
        all.forEach(sheet -> GridPrint.footer(book, sheet));
        GridPrint.footers(book, printed);
        // In the order of the sheets, so that equal books number their strings alike.
        for (SXSSFSheet sheet : all) {
            sheet.flushRows();
        }
        properties(book.workbook());
        try (OutputStream out = Files.newOutputStream(file)) {
            book.workbook().write(out);
        }
    }

    private void properties(SXSSFWorkbook workbook) throws IOException {
        String started = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
                .format(made.withZoneSameInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        try {
            core.setCreated(started);
            core.setModified(started);
        } catch (InvalidFormatException e) {
            throw new IOException("the run's start is no date: " + started, e);
        }
        Imprint.put(core, office, title);
        core.setLastModifiedByUser(core.getCreator());
    }
}
