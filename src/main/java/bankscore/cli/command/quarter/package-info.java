/**
 * The commands that take what offices sent: check, run, blank tables, and the options they share.
 *
 * <p>The work is done by the job of the period.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli.command.quarter;
