/** What a rule that watches for those behind says: whom, by which measures, against what, and what follows; no file, no figure. */
@org.jspecify.annotations.NullMarked
package bankscore.watch.scheme;
