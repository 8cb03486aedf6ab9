/**
 * The commands: what users type, what they read on the screen, and the exit codes.
 *
 * <p>Start at {@link bankscore.cli.Main}. Words are in {@code cli.properties}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli;
