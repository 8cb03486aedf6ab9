/**
 * Configuration: YAML with the place of every node, settings, datasets, words, and which version of a rule is in
 * force.
 *
 * <p>Here lives the YAML library. Loading is strict: all mistakes at once, each with file, line and what is allowed.
 */
@org.jspecify.annotations.NullMarked
package bankscore.load;
