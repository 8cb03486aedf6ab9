/**
 * The words of {@code allocation}: how money is placed, as types that compute their own part.
 *
 * <p>A form, a limit, an order is one file: its parameters, its computation, its bounds. What is written of it elsewhere, in
 * words or in cells, is a reader. Nothing here knows a quarter, a score card or a plan.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.allocation;
