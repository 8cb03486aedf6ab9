/**
 * From scores to money: what each bank is to hold of each fund, and the transfers that bring it about (policy D13–D18).
 *
 * <p>Start at {@link bankscore.domain.allocate.Allocator}. A {@link bankscore.domain.allocate.FundPlan} that does not add
 * up to its pool cannot be made.
 */
@org.jspecify.annotations.NullMarked
package bankscore.domain.allocate;
