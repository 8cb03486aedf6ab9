/**
 * The page 历史: what happened, and whether a paper, a file or a revision is still what was published.
 *
 * <p>Start at {@link bankscore.desk.history.HistoryPage}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.history;
