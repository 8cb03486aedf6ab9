package bankscore.contribution.place;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Pool;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import java.util.List;

/**
 * The plan of one fund. Targets and what is not placed add up to the pool, and what leaders change adds up to zero; this is
 * checked when the plan is made.
 *
 * @param rows in roster order
 * @param unplaced what nobody may take (未安排)
 * @param outside money at banks that are not assessed: it stays and does not count against the pool (D18)
 * @param adjustments what leaders changed, in the order of their rows; the targets hold it already
 */
public record FundPlan(
        Pool pool,
        AllocationRule rule,
        List<PlanRow> rows,
        Money unplaced,
        List<Outside> outside,
        List<Transfer> transfers,
        List<Adjustment> adjustments) {

    public FundPlan {
        rows = List.copyOf(rows);
        outside = List.copyOf(outside);
        transfers = List.copyOf(transfers);
        adjustments = List.copyOf(adjustments);
        Money placed = Money.sum(rows.stream().map(PlanRow::target).toList());
        if (!placed.plus(unplaced).equals(pool.amount()) || unplaced.isNegative()) {
            throw new IllegalArgumentException("the plan of " + pool.fund() + " does not add up to its pool: placed "
                    + placed + ", unplaced " + unplaced + ", pool " + pool.amount());
        }
        Money changed = Money.sum(rows.stream().map(PlanRow::adjustment).toList());
        Money named = Money.sum(adjustments.stream().map(Adjustment::amount).toList());
        if (!changed.isZero() || !named.isZero()) {
            throw new IllegalArgumentException("the adjustments of " + pool.fund() + " do not add up to zero: in rows "
                    + changed + ", named " + named);
        }
    }

    /** What is moved now, or when it matures. */
    public Money moved(boolean atMaturity) {
        return Money.sum(transfers.stream()
                .filter(transfer -> transfer.atMaturity() == atMaturity)
                .map(Transfer::amount)
                .toList());
    }

    /** All the equal claims to parts of this fund, each once. */
    public List<Draw> draws() {
        return rows.stream().flatMap(row -> row.draws().stream()).distinct().toList();
    }

    public Money computed() {
        return Money.sum(rows.stream().map(PlanRow::computed).toList());
    }

    /** Money that stays outside the plan. */
    public record Outside(Subject bank, Money current) {}

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
