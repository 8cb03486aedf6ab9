package bankscore.read.file;

import bankscore.sheet.FileLimits;
import java.nio.file.Path;

/**
 * One workbook that arrived: its name, what it weighs and the copy that is read.
 *
 * @param name path relative to the period's folder, with forward slashes
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param size in bytes
 * @param copy the copy in the work folder; the original is not opened again
 * @param limits what reading it may cost
 */
public record InputFile(String name, String sha256, long size, Path copy, FileLimits limits) {

    /** The name without folders. */
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
