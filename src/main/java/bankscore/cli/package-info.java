/**
 * The command line: a thin front that parses, calls a use case and shows its answer.
 *
 * <p>Start at {@link bankscore.cli.Main}. Nothing is decided here; words are in {@code cli.properties}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.cli;
