/**
 * Whole tables against each other and against the roster: what one cell alone cannot tell.
 *
 * <p>Start at {@link bankscore.domain.check.QuarterCheck}: staged tables go in, a quarter ready to be scored and all
 * findings come out.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.check;
