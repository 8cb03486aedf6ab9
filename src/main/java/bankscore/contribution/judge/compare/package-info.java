/**
 * Two results held against each other, with causes that add up.
 *
 * <p>What was published is opened elsewhere.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.judge.compare;
