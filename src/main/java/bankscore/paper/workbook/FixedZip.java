package bankscore.paper.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the moment of writing out of a zip file, so that equal content gives equal bytes. */
public final class FixedZip {

    static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FixedZip() {}

    /** Writes the file again with the same entries in the same order, all of one time. */
    public static void rewrite(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (ZipFile from = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(beside);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(ALWAYS);
                to.putNextEntry(same);
                try (InputStream content = from.getInputStream(entry)) {
                    content.transferTo(to);
                }
                to.closeEntry();
            }
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
