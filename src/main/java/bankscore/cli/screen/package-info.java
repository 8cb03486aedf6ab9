/**
 * The terminal: tables, progress, log, exit codes.
 *
 * <p>No command is known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli.screen;
