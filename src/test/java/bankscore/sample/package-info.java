/**
 * The sample input: four quarters of an invented city, written as its offices would send them.
 *
 * <p>Nothing here is used by the program. No bank, sum or rating is real. Every figure follows from a seed, so that the
 * committed files and this generator can be compared at every build.
 */
@org.jspecify.annotations.NullMarked
package bankscore.sample;
