/**
 * Findings as values: code, level, details and place; the words they are printed in; what is wrong with a
 * configuration, or with input that does not hold still.
 *
 * <p>Who finds something is elsewhere; nothing here looks at a file.
 */
@org.jspecify.annotations.NullMarked
package bankscore.finding;
