/**
 * What the pages about published revisions share: which of them is looked at, and answers as text and tables.
 *
 * <p>Start at {@link bankscore.desk.pick.Bookcase}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.desk.pick;
