package bankscore.contribution.book.cells;

/** What can stand in a cell of the book. */
public enum BookAddress {
    /** A per-bank figure, by column id and bank. */
    FIGURE,
    /** Records of one bank, sheet and word, by column id and bank; several cells each. */
    RECORD_COUNT,
    RECORD_EMPTY,
    RECORD_SUM,
    RECORD_MAX,
    RECORD_MIN,
    /** A published figure, by item. */
    PUBLISHED,
    /** Money held, by fund and bank; several cells where a bank has several rows. */
    HELD,
    UNMATURED,
    /** What leaders changed, by fund and bank; several cells where they did so in several rows. */
    ADJUSTED,
    /** A pool, by fund. */
    POOL,
    /** What a risk does to a bank; several cells where it has several. */
    RISK,
    /** A numeric parameter of the scheme, by path. */
    PARAMETER,
    /** A benchmark, by id. */
    BENCHMARK,
    /** A measure, by id and bank. */
    MEASURE,
    /** A statistic over banks, by function, and by measure and kind of the banks. */
    STATISTIC,
    /** An item's points, by id and bank. */
    ITEM,
    /** The first line of a bank on 得分说明, by bank. */
    LINE,
    /** The name of a bank on 得分汇总. */
    SCORED,
    /** The name of a bank in a chart of the best only, by bank. */
    CHARTED,
    /** Results of a bank. */
    TOTAL,
    RANK,
    /** The rank with ties settled by the roster. */
    ORDER,
    SHARE,
    SHARE_PERCENT,
    /** What became of the approved plan, by fund; a cell for each of the plan's banks in its order. */
    EXECUTED_CHANGE,
    EXECUTED_CARRIED,
    EXECUTED_OPEN,
    EXECUTED_HELD,
    /** The printed plan: the title of a fund's block, what of it nobody may take; a bank's name and what it holds. */
    FUND,
    PRINTED_UNPLACED,
    PLANNED,
    PRINTED_CURRENT,
    /** The exact plan: what a fund's banks hold and shall hold together, what nobody may take, the pool, by fund. */
    FUND_CURRENT,
    FUND_TARGET,
    FUND_UNPLACED,
    FUND_POOL,
    /** A line of the exact plan, by fund and bank: its name, what leaders changed, its amounts. */
    EXACT,
    CHANGED,
    CURRENT,
    TARGET,
    CHANGE,
    NOW,
    AT_MATURITY
}
