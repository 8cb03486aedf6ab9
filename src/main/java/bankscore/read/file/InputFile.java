package bankscore.read.file;

import java.nio.file.Path;

/**
 * One workbook that arrived: its name, what it weighs and the copy that is read.
 *
 * @param name path relative to the period's folder, with forward slashes
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param size in bytes
 * @param copy the copy in the work folder; the original is not opened again
 */
public record InputFile(String name, String sha256, long size, Path copy) {

    /** The name without folders. */
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
