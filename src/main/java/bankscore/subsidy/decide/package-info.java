/** Claims are decided line by line: eligible or not, base, rate, caps over earlier periods, budgets, who bears what. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.decide;
