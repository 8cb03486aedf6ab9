package bankscore.contribution.allocation;

import bankscore.contribution.Names;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The most a bank may get. */
public sealed interface Cap {

    /** Its word below {@code cap}. */
    String key();

    /** The path of its number below {@code allocation}. */
    default String path() {
        return "cap." + key();
    }

    /** Its numbers by their paths below {@code allocation}. */
    Map<String, Fraction> parameters();

    /** The per-bank figure it is measured by, if it is. */
    default Optional<String> figure() {
        return Optional.empty();
    }

    /** Whether it goes by the place among those that take money. */
    default boolean isByPlace() {
        return false;
    }

    /**
     * What it comes to in 万元, before it is cut to whole lots.
     *
     * @param own the bank's own figure; 0 if it has none
     * @param place among those that take money, from 1; 0 for a bank that takes none
     */
    Fraction most(Money pool, Fraction own, int place);

    <R> R read(Reader<R> reader);

    /** What is made of a cap; one method per word of the language. */
    interface Reader<R> {
        R ofPool(OfPool cap);

        R ofOwnDeposits(OfOwnDeposits cap);

        R amount(Amount cap);

        R byRank(ByRank cap);
    }

    /** In percent of the pool. */
    record OfPool(Fraction percent) implements Cap {

        public static final String KEY = "percent_of_pool";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Map<String, Fraction> parameters() {
            return Map.of(path(), percent);
        }

        @Override
        public Fraction most(Money pool, Fraction own, int place) {
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
        public Map<String, Fraction> parameters() {
            return Map.of(path(), percent);
        }

        @Override
        public Optional<String> figure() {
            return Optional.of(Names.DEPOSITS);
        }

        @Override
        public Fraction most(Money pool, Fraction own, int place) {
            return own.max(Fraction.ZERO).times(percent).dividedBy(Fraction.HUNDRED);
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.ofOwnDeposits(this);
        }
    }

    /** So much for everybody. */
    record Amount(Money amount) implements Cap {

        public static final String KEY = "amount";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Map<String, Fraction> parameters() {
            return Map.of(path(), amount.wan());
        }

        @Override
        public Fraction most(Money pool, Fraction own, int place) {
            return amount.wan();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.amount(this);
        }
    }

    /** An amount for each place among those that take money; beyond the list the last one holds. */
    record ByRank(List<Money> amounts) implements Cap {

        public static final String KEY = "amounts_by_rank";

        public ByRank {
            amounts = List.copyOf(amounts);
        }

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Map<String, Fraction> parameters() {
            Map<String, Fraction> parameters = new LinkedHashMap<>();
            for (int place = 0; place < amounts.size(); place++) {
                parameters.put(path() + "[" + place + "]", amounts.get(place).wan());
            }
            return parameters;
        }

        @Override
        public boolean isByPlace() {
            return true;
        }

        @Override
        public Fraction most(Money pool, Fraction own, int place) {
            int last = amounts.size() - 1;
            return amounts.get(place == 0 ? last : Math.min(place - 1, last)).wan();
        }

        @Override
        public <R> R read(Reader<R> reader) {
            return reader.byRank(this);
        }
    }
}
