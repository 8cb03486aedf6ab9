/**
 * Values that were read: a fact with its place, figures, summaries of records, who is in the register, and the table of
 * all of them that formulas ask; results as rows of a table.
 *
 * <p>Nothing here reads, checks or computes a result.
 */
@org.jspecify.annotations.NullMarked
package bankscore.facts;
