/**
 * Values that were read: a fact with its place, figures, summaries of records, and who is in the register.
 *
 * <p>Nothing here reads, checks or computes a result.
 */
@org.jspecify.annotations.NullMarked
package bankscore.facts;
