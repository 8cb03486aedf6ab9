/** Reads rules that watch and their worked cases from their files, strictly. */
@org.jspecify.annotations.NullMarked
package bankscore.watch.load;
