/**
 * Forms of paper without business; each room below holds one form.
 *
 * <p>Nothing here computes what is shown.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper;
