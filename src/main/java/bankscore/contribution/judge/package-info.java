/**
 * What was judged: a quarter, its assessment and its placement; and worked cases of the rule.
 *
 * <p>Pure Java; how results are stored or printed is not known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.judge;
