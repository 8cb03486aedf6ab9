package bankscore.contribution.place;

import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Weight;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * One bank's line in the plan of one fund.
 *
 * @param current what it holds now
 * @param target what it is to hold, after what leaders changed
 * @param adjustment the part of the target that leaders changed; the computed target is the rest
 * @param now the part of the change that moves now; negative for a reduction
 * @param atMaturity the part that moves as deposits mature; nothing at all moves of a fund that stays
 * @param note why the line is special
 * @param working how the computed target came about
 * @param draws the equal claims that it took part in, and how each was decided
 */
public record PlanRow(
        Subject bank,
        Money current,
        Money target,
        Money adjustment,
        Money now,
        Money atMaturity,
        Note note,
        Working working,
        List<Draw> draws) {

    public PlanRow {
        draws = List.copyOf(draws);
        boolean stays = now.isZero() && atMaturity.isZero();
        if (!stays && !target.minus(current).equals(now.plus(atMaturity))) {
            throw new IllegalArgumentException("the change of " + bank.code() + " is not what moves: target " + target
                    + ", current " + current + ", now " + now + ", at maturity " + atMaturity);
        }
        if (target.isNegative()) {
            throw new IllegalArgumentException("a negative target of " + bank.code() + ": " + target);
        }
    }

    /** The target by the rule alone (D14, D15). */
    public Money computed() {
        return target.minus(adjustment);
    }

    public Money change() {
        return target.minus(current);
    }

    /** Whether the bank's money is taken back (D15). */
    public boolean isWithdrawn() {
        return note == Note.WITHDRAWN || note == Note.WITHDRAWN_EARLY;
    }

    /** Why a line is special; its words are under {@code note.<name>}. */
    public enum Note {
        NONE,
        /** 收回. */
        WITHDRAWN,
        /** 提前支取: withdrawn although not all of it has matured. */
        WITHDRAWN_EARLY,
        /** 未达条件: it does not have what the rule requires to get money. */
        REQUIRED,
        /** 暂停新增. */
        FROZEN,
        /** 不参加考核. */
        NOT_ASSESSED
    }

    /** How a target came about; whoever prints it computes nothing. */
    public sealed interface Working {

        <R> R read(Reader<R> reader);

        /** What is made of a working; one method for each way. */
        interface Reader<R> {
            R nothing(Nothing working);

            R fixed(Fixed working);

            R bounded(Bounded working);

            R shared(Shared working);
        }

        /**
         * It takes no part.
         *
         * @param weight how it came to nothing, where it was moved to that
         */
        record Nothing(NoPart why, Optional<Weight> weight) implements Working {

            /** It had no weight. */
            public Nothing(NoPart why) {
                this(why, Optional.empty());
            }

            @Override
            public <R> R read(Reader<R> reader) {
                return reader.nothing(this);
            }
        }

        /**
         * It got a fixed sum: off the top, or for its place.
         *
         * @param place the place by rank, from 1; 0 for a sum off the top
         */
        record Fixed(Reason reason, int place) implements Working {
            @Override
            public <R> R read(Reader<R> reader) {
                return reader.fixed(this);
            }
        }

        /** Its quota was beyond a limit or below a floor, and it was set to that. */
        record Bounded(Weight weight, Bound bound) implements Working {
            @Override
            public <R> R read(Reader<R> reader) {
                return reader.bounded(this);
            }
        }

        /**
         * It took its part of what is shared.
         *
         * @param quota its exact part of the pot, in 万元
         * @param lots the whole lots of the quota
         * @param extraLots lots from the remainders
         * @param rest what lies beyond whole lots
         * @param remainderPlace the place in the order of remainders, from 1
         * @param limit the most it may hold, where there is a limit
         */
        record Shared(
                Weight weight,
                Pot pot,
                Fraction quota,
                BigInteger lots,
                BigInteger extraLots,
                Money rest,
                int remainderPlace,
                Optional<Money> limit)
                implements Working {
            @Override
            public <R> R read(Reader<R> reader) {
                return reader.shared(this);
            }
        }
    }

    /**
     * What is shared by weights when all that is set to a bound is taken out.
     *
     * @param amount in 万元
     * @param weights of those who share it, added up
     */
    public record Pot(Fraction amount, Fraction weights) {}

    /** Why and in which round a bank was set to a bound. */
    public record Bound(Reason reason, int round) {}

    /** Why a target is not simply its quota. */
    public enum Reason {
        LIMIT,
        FIRST,
        FLOOR,
        RANK
    }
}
