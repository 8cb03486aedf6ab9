package bankscore.subsidy.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Keeps everything in memory: for few lines. */
public final class MemoryRoom implements Spool.Room {

    @Override
    public Spool<Spool.Chosen> lines() {
        return new Kept<>();
    }

    @Override
    public Spool<Decision> waiting() {
        return new Kept<>();
    }

    @Override
    public Spool<Decision> decisions() {
        return new Kept<>();
    }

    private static final class Kept<T> implements Spool<T> {

        private record Item<T>(long key, T what) {}

        private final List<Item<T>> items = new ArrayList<>();

        @Override
        public void put(long key, T item) {
            items.add(new Item<>(key, item));
        }

        @Override
        public void each(Consumer<T> to) {
            items.sort(Comparator.comparingLong(Item::key));
            items.forEach(item -> to.accept(item.what()));
        }
    }
}
