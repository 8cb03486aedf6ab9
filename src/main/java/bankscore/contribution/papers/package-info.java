/**
 * Letter, page and JSON: one class for each paper, none of which feeds another.
 *
 * <p>Nothing is computed here that a result does not hold.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.papers;
