package bankscore.subsidy.book;

/** What can stand in a cell of the book. */
enum BookAddress {
    /** A numeric parameter of the rule, by path. */
    PARAMETER,
    /** The days and the values of a table by day, by the table's id; a cell for each row. */
    TABLE_DAY,
    TABLE_VALUE,
    /** A share of a table by words, by the table's id and row; a cell for each level. */
    TABLE_SHARE,
    /** A figure of the line that is being written, by column. */
    FIGURE,
    /** Figures of lines, by subsidy; a cell for each line. */
    CLAIM,
    AMOUNT,
    GRANTED,
    OFF,
    PAYABLE,
    RESULT,
    /** What a level bears, by subsidy and level; a cell for each line. */
    LEVEL,
    /** What is paid of a subsidy for a payee and account, by subsidy and both. */
    PAID,
    /** Totals of a subsidy. */
    TOTAL_GRANTED,
    TOTAL_OFF
}
