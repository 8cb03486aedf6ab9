/**
 * The page 结果: what is published of a period, each number with its explanation down to the cell, and all its files.
 *
 * <p>Start at {@link bankscore.desk.result.ResultPage}. It shows the published page itself within the desk's frame; what is
 * shown is computed again and found the same before.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.result;
