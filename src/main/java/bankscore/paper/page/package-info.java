/**
 * A result on one self-contained page: its form, and the parts that every page has.
 *
 * <p>What a page is about is none of its business.
 */
@org.jspecify.annotations.NullMarked
package bankscore.paper.page;
