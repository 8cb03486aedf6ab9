/**
 * What was judged: a quarter, its assessment and its placement; and worked cases of the rule.
 *
 * <p>Pure Java; which rows are kept of it is said here, but nothing is stored or printed.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.judge;
