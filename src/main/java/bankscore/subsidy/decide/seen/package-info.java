/** What lines said before, found by an index: the same key, the same reference, an overlap in time. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.decide.seen;
