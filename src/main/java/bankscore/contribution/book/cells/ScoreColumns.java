package bankscore.contribution.book.cells;

/** Where the sheet 得分汇总 has its columns, from 0. */
public final class ScoreColumns {

    /** The names. */
    public static final int BANK = 2;

    /** The first item; the others follow, then five columns from the total on. */
    public static final int FIRST = 3;

    /** Two rows of headings stand between the head and the first bank. */
    public static final int HEADINGS = 2;

    /** The last of the columns beside, counted from the first of them. */
    public static final int EXTRA = 6;

    private ScoreColumns() {}
}
