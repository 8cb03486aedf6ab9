/**
 * Worked cases: a quarter's figures and what a rule must make of them, to the last digit.
 *
 * <p>Cases are written by people who know the rule, not the program; they are read in {@code load}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.cases;
