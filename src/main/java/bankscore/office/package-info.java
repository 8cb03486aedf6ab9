/**
 * What an office issues and does, as values: document numbers, approvals, revisions, entries of the history, the
 * letterhead, and the row of a database that is none of them.
 *
 * <p>Nothing here is stored, printed or decided.
 */
@org.jspecify.annotations.NullMarked
package bankscore.office;
