package bankscore.contribution.allocation;

import bankscore.contribution.Names;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.util.Optional;

/** The most a bank may get, in percent of something. */
public sealed interface Cap {

    Fraction percent();

    /** Its word below {@code cap}. */
    String key();

    /** The path of its percentage below {@code allocation}. */
    default String path() {
        return "cap." + key();
    }

    /** The per-bank figure it is measured by, if it is. */
    default Optional<String> figure() {
        return Optional.empty();
    }

    /**
     * What it comes to in 万元, before it is cut to whole lots.
     *
     * @param own the bank's own figure; 0 if it has none
     */
    Fraction most(Money pool, Fraction own);

    <R> R read(Reader<R> reader);

    /** What is made of a cap; one method per word of the language. */
    interface Reader<R> {
        R ofPool(OfPool cap);

        R ofOwnDeposits(OfOwnDeposits cap);
    }

    /** In percent of the pool. */
    record OfPool(Fraction percent) implements Cap {

        public static final String KEY = "percent_of_pool";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Fraction most(Money pool, Fraction own) {
            return pool.wan().times(percent).dividedBy(Fraction.HUNDRED);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ofPool(this);
        }
    }

    /** In percent of the bank's own deposits; negative ones count as 0. */
    record OfOwnDeposits(Fraction percent) implements Cap {

        public static final String KEY = "percent_of_own_deposits";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Optional<String> figure() {
            return Optional.of(Names.DEPOSITS);
        }

        @Override
        public Fraction most(Money pool, Fraction own) {
            return own.max(Fraction.ZERO).times(percent).dividedBy(Fraction.HUNDRED);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ofOwnDeposits(this);
        }
    }
}
