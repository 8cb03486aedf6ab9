/**
 * The commands by which people answer for a revision: review, approval, keys.
 *
 * <p>Who may do what is decided elsewhere.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli.command.decision;
