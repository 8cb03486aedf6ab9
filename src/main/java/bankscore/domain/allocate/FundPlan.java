package bankscore.domain.allocate;

import bankscore.domain.Money;
import bankscore.domain.quarter.Pool;
import bankscore.domain.roster.Bank;
import bankscore.domain.scheme.AllocationRule;
import java.util.List;

/**
 * The plan of one fund. Targets and what is not placed add up to the pool; this is checked when the plan is made.
 *
 * @param rows in roster order
 * @param unplaced what nobody may take (未安排)
 * @param outside money at banks that are not assessed: it stays and does not count against the pool (D18)
 */
public record FundPlan(
        Pool pool,
        AllocationRule rule,
        List<PlanRow> rows,
        Money unplaced,
        List<Outside> outside,
        List<Transfer> transfers) {

    public FundPlan {
        rows = List.copyOf(rows);
        outside = List.copyOf(outside);
        transfers = List.copyOf(transfers);
        Money placed = Money.sum(rows.stream().map(PlanRow::target).toList());
        if (!placed.plus(unplaced).equals(pool.amount()) || unplaced.isNegative()) {
            throw new IllegalArgumentException("the plan of " + pool.fund() + " does not add up to its pool: placed "
                    + placed + ", unplaced " + unplaced + ", pool " + pool.amount());
        }
    }

    /** Money that stays outside the plan. */
    public record Outside(Bank bank, Money current) {}

    public Money current() {
        return Money.sum(rows.stream().map(PlanRow::current).toList());
    }

    public Money target() {
        return Money.sum(rows.stream().map(PlanRow::target).toList());
    }

    public Money now() {
        return Money.sum(rows.stream().map(PlanRow::now).toList());
    }

    public Money atMaturity() {
        return Money.sum(rows.stream().map(PlanRow::atMaturity).toList());
    }
}
