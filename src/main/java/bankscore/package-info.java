/** Scores banks by a city's published rule and allocates its fiscal deposits by the scores. */
@org.jspecify.annotations.NullMarked
package bankscore;
