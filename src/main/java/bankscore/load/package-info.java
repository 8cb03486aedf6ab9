/**
 * Configuration files: schemes, datasets, settings and words.
 *
 * <p>Here lives YAML. Loading is strict: whatever is not understood is refused with file, line, the offending text and what
 * is allowed. Numbers are taken from their text and stay exact.
 */
@org.jspecify.annotations.NullMarked
package bankscore.load;
