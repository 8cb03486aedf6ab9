/**
 * Sheets that every book ends with: what had to be verified, and how the revision came about.
 *
 * <p>What else a book holds is the business of who publishes it.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.book;
