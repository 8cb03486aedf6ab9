/** Reads subsidy rules and their worked cases from their files, strictly. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.load;
