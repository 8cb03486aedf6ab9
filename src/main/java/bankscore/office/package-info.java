/**
 * What an office issues and does, as values: document numbers, approvals, revisions, entries of the history, the
 * letterhead, who decides and how far a revision has come, and the row of a database that is none of them.
 *
 * <p>Nothing here is stored or printed.
 */
@org.jspecify.annotations.NullMarked
package bankscore.office;
