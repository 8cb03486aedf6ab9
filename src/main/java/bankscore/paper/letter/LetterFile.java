package bankscore.paper.letter;

import bankscore.finding.Words;
import bankscore.paper.Imprint;
import bankscore.paper.NewDocuments;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * A Word file with a letter in it.
 *
 * @param title what its properties call it
 * @param office who issues it, by its properties
 * @param issued when, by its properties; never the moment of writing, which would make every copy another
 * @param code the verification code in its footers
 */
public record LetterFile(String title, String office, Instant issued, String code) {

    /** Writes the file; the content is put on its sheet. */
    public void write(Path file, Words words, Consumer<LetterSheet> content) throws IOException {
        try (XWPFDocument document = NewDocuments.letter();
                OutputStream out = Files.newOutputStream(file)) {
            content.accept(new LetterSheet(document, words, code));
            POIXMLProperties.CoreProperties properties =
                    document.getProperties().getCoreProperties();
            properties.setCreated(Optional.of(Date.from(issued)));
            Imprint.put(properties, office, title);
            document.write(out);
        }
    }
}
