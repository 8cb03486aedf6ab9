/**
 * The keys of the application's YAML and the values made of them: schemes, allocation, methods, cases.
 *
 * <p>Knows the nodes of {@code load}, not the YAML library.
 */
@org.jspecify.annotations.NullMarked
package bankscore.contribution.load;
