package bankscore.contribution.place;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Pool;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The plan of one fund. Targets and what is not placed add up to the pool, what leaders change adds up to zero, and every
 * change is what moves, if the fund moves; this is checked when the plan is made.
 *
 * @param sections the sums that were shared, each by its rule: one, or the parts of groups in the file's order
 * @param rows in roster order
 * @param unplaced what nobody may take (未安排)
 * @param outside money at banks that are not assessed: it stays and does not count against the pool (D18)
 * @param adjustments what leaders changed, in the order of their rows; the targets hold it already
 */
public record FundPlan(
        Pool pool,
        AllocationRule rule,
        List<Section> sections,
        List<PlanRow> rows,
        Money unplaced,
        List<Outside> outside,
        List<Transfer> transfers,
        List<Adjustment> adjustments) {

    public FundPlan {
        sections = List.copyOf(sections);
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
        for (PlanRow row : rows) {
            boolean isMoved = row.change().equals(row.now().plus(row.atMaturity()));
            if (!isMoved && (rule.moves() || row.isWithdrawn())) {
                throw new IllegalArgumentException("the change of " + row.bank().code() + " in " + pool.fund()
                        + " is not what moves: change " + row.change() + ", now " + row.now() + ", at maturity "
                        + row.atMaturity());
            }
        }
    }

    /** A plan in which all share what there is. */
    public FundPlan(
            Pool pool,
            AllocationRule rule,
            List<PlanRow> rows,
            Money unplaced,
            List<Outside> outside,
            List<Transfer> transfers,
            List<Adjustment> adjustments) {
        this(pool, rule, List.of(), rows, unplaced, outside, transfers, adjustments);
    }

    /** The rule by which a bank takes part: that of its group, if groups have money of their own. */
    public AllocationRule rule(Subject bank) {
        return section(bank).map(Section::rule).orElse(rule);
    }

    /** The part of a group that a bank shares; empty if all share the pool. */
    public Optional<Section> section(Subject bank) {
        return sections.stream()
                .filter(section -> section.group().isPresent() && section.has(bank.code()))
                .findFirst();
    }

    /** The group whose money a bank shares. */
    public Optional<String> group(Subject bank) {
        return section(bank).flatMap(Section::group);
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
