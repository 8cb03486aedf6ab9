/**
 * Configuration: where its files come from, settings, letter and words. What YAML says is read in {@code yaml}, dataset files in
 * {@code dataset}, rule files in {@code rule}, changes of them in {@code change}.
 *
 * <p>Loading is strict: all mistakes at once, each with file, line and what is allowed.
 */
@org.jspecify.annotations.NullMarked
package bankscore.load;
