/** The report on a province, of what the database holds of its counties: a book, a page, and the same for machines. */
@NullMarked
package bankscore.province.report;

import org.jspecify.annotations.NullMarked;
