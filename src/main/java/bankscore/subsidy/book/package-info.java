/** The workbook of a batch: what leaders read first, then a live formula for each figure of each line. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.book;
