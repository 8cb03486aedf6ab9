package bankscore.sheet;

/** A merged range; only its first cell holds a value. */
public record MergedRange(CellRef first, CellRef last) {

    public MergedRange {
        if (last.row() < first.row() || last.column() < first.column()) {
            throw new IllegalArgumentException("no such range: " + first.a1() + ":" + last.a1());
        }
    }

    public boolean contains(CellRef cell) {
        return first.row() <= cell.row()
                && cell.row() <= last.row()
                && first.column() <= cell.column()
                && cell.column() <= last.column();
    }

    /** The range as Excel names it, such as {@code A1:C1}. */
    public String a1() {
        return first.a1() + ":" + last.a1();
    }
}
