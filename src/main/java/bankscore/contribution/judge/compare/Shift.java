package bankscore.contribution.judge.compare;

import bankscore.contribution.judge.Standing;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far something moved a bank.
 *
 * @param rank absent where the bank has no rank before or after; above 0 is a fall
 * @param funds money by fund; funds that it leaves as they are may be absent
 */
public record Shift(Fraction total, Optional<Integer> rank, Fraction share, Map<String, Money> funds) {

    public Shift {
        funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
    }

    /** From one standing to another, adjustments left aside. */
    static Shift between(Standing before, Standing after) {
        Map<String, Money> money = new LinkedHashMap<>();
        before.computed().forEach((fund, target) -> money.put(fund, target.negate()));
        after.computed().forEach((fund, target) -> money.merge(fund, target, Money::plus));
        return new Shift(
                after.total().orElse(Fraction.ZERO).minus(before.total().orElse(Fraction.ZERO)),
                before.rank().flatMap(from -> after.rank().map(to -> to - from)),
                after.share().minus(before.share()),
                money);
    }

    /** What adjustments alone moved. */
    static Shift ofAdjustments(Standing before, Standing after) {
        Map<String, Money> money = new LinkedHashMap<>();
        before.adjusted().forEach((fund, amount) -> money.put(fund, amount.negate()));
        after.adjusted().forEach((fund, amount) -> money.merge(fund, amount, Money::plus));
        return new Shift(Fraction.ZERO, Optional.of(0), Fraction.ZERO, money);
    }

    public Money money(String fund) {
        return funds.getOrDefault(fund, Money.ZERO);
    }

    /** Over all funds. */
    public Money money() {
        return Money.sum(funds.values());
    }
}
