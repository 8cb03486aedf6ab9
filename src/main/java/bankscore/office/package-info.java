/**
 * What an office issues and does, as values: document numbers, approvals, revisions, entries of the history, the
 * letterhead.
 *
 * <p>Nothing here is stored, printed or decided.
 */
@org.jspecify.annotations.NullMarked
package bankscore.office;
