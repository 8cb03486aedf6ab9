/** {@code 情况通报.xlsx}: who is behind and how far targets are, as formulas over the cells of the figures. */
@org.jspecify.annotations.NullMarked
package bankscore.watch.book;
