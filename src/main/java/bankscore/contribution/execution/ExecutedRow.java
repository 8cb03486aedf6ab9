package bankscore.contribution.execution;

import bankscore.exact.Money;
import bankscore.sheet.Place;
import java.util.List;

/**
 * One bank in one fund: what the approved plan says and what it holds now. Amounts of change are negative for a reduction.
 *
 * @param code as the register has it now; the plan's where the register no longer knows the bank
 * @param name as the register has it now; the plan's where the register no longer knows the bank
 * @param merged the names of the plan's banks, if they are several or the bank goes by another name now; else empty
 * @param gone whether the register no longer knows the bank
 * @param before what it held when the plan was made
 * @param target what it is to hold in the end
 * @param due the part of the change that was to have moved by now
 * @param late the part that has been due for longer than the settings allow
 * @param held what it holds
 * @param carried the part of the whole change that has moved
 * @param withdrawn whether all of its money is to be taken back (D15)
 * @param notWithdrawn money still there that was to be taken back and is due; zero elsewhere
 * @param against whether its money moved against the plan
 * @param cells where it is said what it holds; none if no row says anything
 */
public record ExecutedRow(
        String code,
        String name,
        List<String> merged,
        boolean gone,
        Money before,
        Money target,
        Money due,
        Money late,
        Money held,
        Money carried,
        State state,
        boolean withdrawn,
        Money notWithdrawn,
        boolean against,
        List<Place> cells) {

    public ExecutedRow {
        merged = List.copyOf(merged);
        cells = List.copyOf(cells);
    }

    /** The whole change of the plan. */
    public Money change() {
        return target.minus(before);
    }

    /** What it was to hold by now. */
    public Money dueHolding() {
        return before.plus(due);
    }

    /** By how much it holds more (or less) than it was to hold by now. */
    public Money deviation() {
        return held.minus(dueHolding());
    }

    /** 其他变动: the part of the movement since the plan that is not the plan's. */
    public Money other() {
        return held.minus(before).minus(carried);
    }

    /** What is due and has not moved; never negative. */
    public Money open() {
        return open(due);
    }

    /** Whether something has to be said of it: not taken back, moved against the plan, or due and not moved. */
    public boolean isException() {
        return notWithdrawn.isPositive() || against || open().isPositive();
    }

    /** What has been due for longer than the settings allow and has not moved; never negative. */
    public Money overdue() {
        return open(late);
    }

    private Money open(Money part) {
        Money rest = change().isNegative() ? carried.minus(part) : part.minus(carried);
        return rest.max(Money.ZERO);
    }
}
