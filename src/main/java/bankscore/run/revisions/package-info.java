/**
 * What was published before: verification, approvals, the history.
 *
 * <p>A published revision is never changed here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.revisions;
