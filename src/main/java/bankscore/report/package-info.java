/**
 * What is published: the book, the letter, the page, JSON and the list of findings.
 *
 * <p>Here live POI's writing side, Word, HTML and JSON. Nothing here computes a result: everything shown is held by {@link
 * bankscore.report.Report} already, and its words are in {@code report.properties}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.report;
