/**
 * Points: every bank's measures held against the rule, item by item.
 *
 * <p>Money is not known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.score;
