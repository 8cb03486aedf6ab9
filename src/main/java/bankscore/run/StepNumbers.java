package bankscore.run;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.database.support.DataFieldMaxValueIncrementerFactory;
import org.springframework.batch.infrastructure.item.database.support.DefaultDataFieldMaxValueIncrementerFactory;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;

/**
 * Numbers of executed steps that no other database open in this process gives: each begins to count at a number drawn by
 * lot, for Spring Batch keeps the contexts of steps by number, for the whole process. In the database they stay different
 * and, within a run, in order.
 */
record StepNumbers(DataFieldMaxValueIncrementerFactory counting, long first)
        implements DataFieldMaxValueIncrementerFactory {

    private static final String STEPS = "STEP_EXECUTION_SEQ";
    /** What a database counts up to in all its years, and how many places there are to begin at. */
    private static final int COUNTED_BITS = 40;

    private static final int PLACES = (1 << 22) - 1;

    static StepNumbers of(DataSource source) {
        long place = UUID.randomUUID().getMostSignificantBits() & PLACES;
        return new StepNumbers(new DefaultDataFieldMaxValueIncrementerFactory(source), place << COUNTED_BITS);
    }

    @Override
    public DataFieldMaxValueIncrementer getIncrementer(String databaseType, String name) {
        DataFieldMaxValueIncrementer counted = counting.getIncrementer(databaseType, name);
        return name.endsWith(STEPS) ? new Shifted(counted, first) : counted;
    }

    @Override
    public boolean isSupportedIncrementerType(String databaseType) {
        return counting.isSupportedIncrementerType(databaseType);
    }

    @Override
    public String[] getSupportedIncrementerTypes() {
        return counting.getSupportedIncrementerTypes();
    }

    private record Shifted(DataFieldMaxValueIncrementer counted, long first) implements DataFieldMaxValueIncrementer {
        @Override
        public int nextIntValue() {
            return Math.toIntExact(nextLongValue());
        }

        @Override
        public long nextLongValue() {
            return first + counted.nextLongValue();
        }

        @Override
        public String nextStringValue() {
            return Long.toString(nextLongValue());
        }
    }
}
