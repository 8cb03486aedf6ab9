package bankscore.contribution.judge.compare;

import bankscore.contribution.judge.Standing;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changed for one bank. The causes add up to the whole change, exactly; this is checked when it is made.
 *
 * @param bank as the later register knows it, or the earlier one if it is gone
 * @param came whether only the later register knows it
 * @param gone whether only the earlier one does
 * @param causes one change for each cause
 * @param items points by item before and after, in the later scheme's order and then those that are gone
 */
public record BankChange(
        Subject bank,
        boolean came,
        boolean gone,
        Standing before,
        Standing after,
        Map<Cause, Shift> causes,
        List<ItemChange> items) {

    public BankChange {
        causes = Collections.unmodifiableMap(new EnumMap<>(causes));
        items = List.copyOf(items);
        Fraction total = before.total().orElse(Fraction.ZERO);
        Fraction share = before.share();
        Optional<Integer> rank = before.rank();
        Set<String> funds = new LinkedHashSet<>(before.computed().keySet());
        funds.addAll(after.computed().keySet());
        for (Shift change : causes.values()) {
            total = total.plus(change.total());
            share = share.plus(change.share());
            rank = rank.flatMap(so -> change.rank().map(more -> so + more));
            funds.addAll(change.funds().keySet());
        }
        boolean adds = total.equals(after.total().orElse(Fraction.ZERO))
                && share.equals(after.share())
                && (rank.isEmpty() || rank.equals(after.rank()));
        for (String fund : funds) {
            Money money = before.target(fund);
            for (Shift change : causes.values()) {
                money = money.plus(change.money(fund));
            }
            adds &= money.equals(after.target(fund));
        }
        if (!adds || causes.size() != Cause.values().length) {
            throw new IllegalArgumentException("the causes for " + bank.code() + " do not add up: " + causes);
        }
    }

    /**
     * Points of one item.
     *
     * @param before absent if the earlier scheme has no such item, or the bank was not assessed
     * @param after likewise
     */
    public record ItemChange(String id, String name, Optional<Fraction> before, Optional<Fraction> after) {

        public Fraction change() {
            return after.orElse(Fraction.ZERO).minus(before.orElse(Fraction.ZERO));
        }
    }

    public Shift cause(Cause cause) {
        return causes.getOrDefault(cause, new Shift(Fraction.ZERO, Optional.of(0), Fraction.ZERO, Map.of()));
    }

    /** The whole change of the total. */
    public Fraction total() {
        return after.total().orElse(Fraction.ZERO).minus(before.total().orElse(Fraction.ZERO));
    }

    /** The whole change of the share. */
    public Fraction share() {
        return after.share().minus(before.share());
    }

    /** The whole change of a fund's target. */
    public Money money(String fund) {
        return after.target(fund).minus(before.target(fund));
    }

    /** Whether the bank has, had or would have had money of a fund. */
    public boolean concerns(String fund) {
        return !before.target(fund).isZero()
                || !after.target(fund).isZero()
                || causes.values().stream().map(change -> change.money(fund)).anyMatch(money -> !money.isZero());
    }

    /** Whether anything changed that the comparison speaks of. */
    public boolean changed() {
        return came
                || gone
                || !before.equals(after)
                || causes.values().stream()
                        .anyMatch(change ->
                                !change.total().isZero() || !change.share().isZero());
    }
}
