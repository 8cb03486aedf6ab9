package bankscore.contribution.scheme;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.rule.Mark;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How money is placed (D14–D18): the same keys for all funds, or for one fund that differs.
 *
 * @param form how the pool is divided
 * @param take who is cut before sharing
 * @param first fixed sums off the top
 * @param cap the most a bank may get
 * @param floor the least a bank that takes part gets
 * @param lot the step in which money is placed
 * @param tieOrder what decides between equals; always ends with the roster
 * @param safety the action for each word of 处置
 * @param outside what happens to money at banks that are not assessed
 */
public record AllocationRule(
        Form form,
        Take take,
        List<First> first,
        Optional<Cap> cap,
        Optional<Money> floor,
        Money lot,
        List<Tie> tieOrder,
        Map<String, Safety> safety,
        Outside outside,
        String clause,
        Mark mark) {

    /** What divides money besides measures: the total. */
    public static final String TOTAL = "total";

    /** Each bank the same. */
    public static final String EQUAL = "equal";

    public AllocationRule {
        first = List.copyOf(first);
        tieOrder = List.copyOf(tieOrder);
        safety = Map.copyOf(safety);
        if (!lot.isPositive()) {
            throw new IllegalArgumentException("a lot must be positive: " + lot);
        }
    }

    /** How the pool is divided. */
    public sealed interface Form {

        /** In proportion to the totals (D14). */
        record ByTotal() implements Form {}

        /** In proportion to a measure; negative counts as 0. */
        record ByMeasure(String measure) implements Form {}

        /** Equally. */
        record Equal() implements Form {}

        /** In proportion to what the total exceeds a threshold by. */
        record Above(Fraction threshold) implements Form {}

        /** Several parts of the pool, each in proportion to its own measure. */
        record Parts(List<Part> parts) implements Form {
            public Parts {
                parts = List.copyOf(parts);
            }
        }

        /** A fixed amount for each place. */
        record AmountsByRank(List<Money> amounts) implements Form {
            public AmountsByRank {
                amounts = List.copyOf(amounts);
            }
        }

        /** A percentage of the pool for each place. */
        record PercentsByRank(List<Fraction> percents) implements Form {
            public PercentsByRank {
                percents = List.copyOf(percents);
            }
        }
    }

    /** A part of the pool in percent and the measure, {@code total} or {@code equal}, that divides it. */
    public record Part(Fraction percent, String by) {}

    /** Who is cut: all but the best so many, and all below a total. */
    public record Take(Optional<Integer> best, Optional<Fraction> minTotal) {

        public static final Take ALL = new Take(Optional.empty(), Optional.empty());
    }

    /** A fixed sum for some banks; they take no part in the sharing. */
    public record First(Where where, Money amount) {}

    /** Which banks a fixed sum goes to. */
    public sealed interface Where {

        /** Banks open for fewer months at the period's end. */
        record MonthsOpenBelow(int months) implements Where {}

        /** Banks of a kind. */
        record Kind(String kind) implements Where {}

        /** Banks by code. */
        record Banks(List<String> codes) implements Where {
            public Banks {
                codes = List.copyOf(codes);
            }
        }
    }

    /** The most a bank may get. */
    public sealed interface Cap {

        /** In percent of the pool. */
        record OfPool(Fraction percent) implements Cap {}

        /** In percent of the bank's own deposits. */
        record OfOwnDeposits(Fraction percent) implements Cap {}
    }

    /** What decides between equals. */
    public sealed interface Tie {

        /** The higher total. */
        record Total() implements Tie {}

        /** The earlier row of the roster. */
        record RosterOrder() implements Tie {}

        /** The higher measure. */
        record ByMeasure(String measure) implements Tie {}
    }

    /** What a risk does to a bank's money (D15). */
    public enum Safety {
        /** Everything is taken back now. */
        WITHDRAW_NOW,
        /** Nothing is added. */
        FREEZE
    }

    /** What happens to money at a bank that is not assessed (D18). */
    public enum Outside {
        /** It stays outside the plan. */
        KEEP,
        /** It is withdrawn as it matures. */
        WITHDRAW
    }
}
