package bankscore.sheet;

import java.util.Comparator;

/**
 * Where something was found: file, sheet and cell, as the sender sees them. Places are ordered by file and sheet, then from
 * top to bottom; what has no cell follows from what has one.
 *
 * @param file path relative to the period's folder, with forward slashes; empty if no file is meant
 * @param sheet the sheet's name; empty if none is meant
 * @param cell the cell as Excel names it ({@code D7}), or a range ({@code C4:C310}); empty if none is meant
 */
public record Place(String file, String sheet, String cell) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparing(Place::sheet)
            .thenComparing(place -> row(place.cell()))
            .thenComparing(place -> place.cell().length())
            .thenComparing(Place::cell);

    /** No place at all. */
    public static final Place NONE = new Place("", "", "");

    public static Place of(String file, String sheet) {
        return new Place(file, sheet, "");
    }

    public Place at(String cellOrRange) {
        return new Place(file, sheet, cellOrRange);
    }

    /** The same file and sheet without the cell. */
    public Place sheetOnly() {
        return new Place(file, sheet, "");
    }

    private static int row(String cell) {
        String digits = cell.replaceAll(":.*", "").replaceAll("[^0-9]", "");
        return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** As one line, such as {@code 税务局.xlsx › 税收 › D7}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(file);
        for (String part : new String[] {sheet, cell}) {
            if (!part.isEmpty()) {
                line.append(line.isEmpty() ? "" : " › ").append(part);
            }
        }
        return line.toString();
    }
}
