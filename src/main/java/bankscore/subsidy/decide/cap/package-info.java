/** What a granted amount may not pass: sums of a group, shares of a column, budgets; and who lifts one. */
@org.jspecify.annotations.NullMarked
package bankscore.subsidy.decide.cap;
