/**
 * The commands, one class each: options in, a use case called, its answer shown.
 *
 * <p>No rule, no file and no database is opened here but through a use case.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli.command;
