/**
 * The sample input: quarters of an invented city, and the claims of three, written as their offices would send them.
 *
 * <p>Nothing here is used by the program. No bank, insurer, firm, person, sum or rating is real; names of counties are, and
 * so are the published loan prime rates. Every figure follows from a seed, so that the
 * committed files and this generator can be compared at every build.
 */
@org.jspecify.annotations.NullMarked
package bankscore.sample;
