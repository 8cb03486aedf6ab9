/** Dataset files: what a kind of sheet may hold, under which headings, and what its rows are held against. */
@org.jspecify.annotations.NullMarked
package bankscore.load.dataset;
