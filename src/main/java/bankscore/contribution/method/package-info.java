/**
 * Methods of scoring, a file each: its parameters, how it makes points of a value, its bounds, what it found.
 *
 * <p>No bank, no sheet and no sentence is known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.method;
