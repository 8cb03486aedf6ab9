package bankscore.contribution.book.cells;

/** Where the sheet 得分汇总 has its columns, from 0. */
public final class ScoreColumns {

    /** The names, after the rank. */
    public static final int BANK = 1;

    /** The first item; the others follow, then the total and the printed share. */
    public static final int FIRST = 2;

    /** Two rows of headings stand between the head and the first bank. */
    public static final int HEADINGS = 2;

    /** The last of the steps to the printed share, counted from the first of the columns beside. */
    public static final int EXTRA = 9;

    private ScoreColumns() {}

    /** The column of the printed shares. */
    public static int percent(int items) {
        return FIRST + items + 1;
    }
}
