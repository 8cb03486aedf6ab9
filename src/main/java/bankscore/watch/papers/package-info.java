/** What is published of a rule that watches, besides its book: the result for programs, circular, notices and page. */
@org.jspecify.annotations.NullMarked
package bankscore.watch.papers;
