/** What else is published of a batch: the request to the government, the page, the result for programs, the lines of a large batch. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.papers;
