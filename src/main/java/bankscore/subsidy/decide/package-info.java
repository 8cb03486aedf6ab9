/**
 * Claims are decided line by line: eligible or not, base, rate, who bears what. What limits an amount is in {@code cap}, what
 * lines said before in {@code seen}.
 */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.decide;
