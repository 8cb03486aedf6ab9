/**
 * One neutral document: sections of lines, tables and entries, which a terminal and Word render.
 *
 * <p>No business and no form of paper is known here.
 */
@org.jspecify.annotations.NullMarked
package bankscore.answer;
