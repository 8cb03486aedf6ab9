/**
 * The keys of those who sign: made, sealed by their passwords, kept beside the configuration, and opened.
 *
 * <p>Nothing else in the house sees a password, and nobody but who signs loads what this takes.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.keys;
