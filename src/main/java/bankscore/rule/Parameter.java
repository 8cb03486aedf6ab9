package bankscore.rule;

/**
 * One parameter as the file writes it.
 *
 * @param path where it stands, such as {@code items.tax.bands[1].points}
 * @param value the text
 * @param clause the clause of the document; empty if none is named
 * @param line the line in the file, from 1
 */
public record Parameter(String path, String value, String clause, Mark mark, int line) {

    /** Whether it is what a path names, or a part of it. */
    public boolean isWithin(String whole) {
        return path.equals(whole) || path.startsWith(whole + ".") || path.startsWith(whole + "[");
    }
}
