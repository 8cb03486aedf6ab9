/**
 * Methods of scoring: each with its parameters and how it makes points of a value.
 *
 * <p>No bank, no sheet and no sentence is known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.method;
