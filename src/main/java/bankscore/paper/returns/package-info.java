/**
 * What goes back to the senders: the list of findings, the marked copy, the blank template.
 *
 * <p>Nothing is found here; findings come in and are shown at their cells.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.returns;
