package bankscore.intake;

import bankscore.exact.Fraction;
import java.util.Optional;

/** A unit of money that a heading's bracket or a unit line may state. Money is kept in 万元, that of claims in 元. */
public enum Unit {
    YUAN("元", Fraction.of(1, 10_000)),
    THOUSAND("千元", Fraction.of(1, 10)),
    WAN("万元", Fraction.ONE),
    MILLION("百万元", Fraction.of(100)),
    YI("亿元", Fraction.of(10_000));

    private final String text;
    private final Fraction wan;

    Unit(String text, Fraction wan) {
        this.text = text;
        this.wan = wan;
    }

    public static Optional<Unit> of(String text) {
        for (Unit unit : values()) {
            if (unit.text.equals(text)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The unit that is so many 万元. */
    public static Optional<Unit> of(Fraction wan) {
        for (Unit unit : values()) {
            if (unit.wan.equals(wan)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The unit as staff write it. */
    public String text() {
        return text;
    }

    /** How many of another unit one of it is. */
    public Fraction in(Unit other) {
        return this == other ? Fraction.ONE : wan.dividedBy(other.wan);
    }

    /** How many 万元 one of it is. */
    public Fraction wan() {
        return wan;
    }
}
