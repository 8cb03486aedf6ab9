/**
 * Exact arithmetic, the period and the digest: fractions, money, rounding, sharing by largest remainder, SHA-256.
 *
 * <p>The only arithmetic of the program. Nothing here is inexact and nothing reads a file, a clock or a database.
 */
@org.jspecify.annotations.NullMarked
package bankscore.exact;
