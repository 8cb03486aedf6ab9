/**
 * The figures of one quarter, checked and ready to be judged: facts, holdings, pools, risks, adjustments.
 *
 * <p>Nothing is scored here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.quarter;
