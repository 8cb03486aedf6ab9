/**
 * A second application, as small as one can be: half of each household's heating bill. With it a run is tested without
 * banks, and shows how little it must be told.
 */
@org.jspecify.annotations.NullMarked
package bankscore.run.aid;
