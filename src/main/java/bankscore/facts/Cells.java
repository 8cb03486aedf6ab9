package bankscore.facts;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The filled cells of a claim by the ids of their columns, of which there are some dozen. Claims that fill the same columns
 * share the list of them, so that a million cost little more than what they say.
 */
public final class Cells extends AbstractMap<String, Claim.Entry> {

    private static final Cells EMPTY = new Cells(new String[0], new Claim.Entry[0]);

    private final String[] columns;
    private final Claim.Entry[] entries;

    private Cells(String[] columns, Claim.Entry[] entries) {
        this.columns = columns;
        this.entries = entries;
    }

    static Cells copyOf(Map<String, Claim.Entry> cells) {
        if (cells instanceof Cells made) {
            return made;
        }
        Maker maker = new Maker();
        cells.forEach(maker::put);
        return maker.made();
    }

    /** Makes the cells of one claim after the other. */
    public static final class Maker {

        private String[] columns = new String[8];
        private Claim.Entry[] entries = new Claim.Entry[8];
        private int size;
        private Cells last = EMPTY;

        /** Adds a cell; no column comes twice. */
        public void put(String column, Claim.Entry entry) {
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, 2 * size);
                entries = Arrays.copyOf(entries, 2 * size);
            }
            columns[size] = column;
            entries[size++] = entry;
        }

        /** The cells that were added since this was last asked, in their order. */
        public Cells made() {
            String[] shared = last.columns;
            if (!Arrays.equals(shared, 0, shared.length, columns, 0, size)) {
                shared = Arrays.copyOf(columns, size);
            }
            last = new Cells(shared, Arrays.copyOf(entries, size));
            size = 0;
            return last;
        }
    }

    @Override
    public int size() {
        return entries.length;
    }

    @Override
    public Claim.@Nullable Entry get(@Nullable Object column) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].equals(column)) {
                return entries[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object column) {
        return get(column) != null;
    }

    @Override
    public Collection<Claim.Entry> values() {
        return Collections.unmodifiableList(Arrays.asList(entries));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Claim.Entry> to) {
        for (int i = 0; i < columns.length; i++) {
            to.accept(columns[i], entries[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, Claim.Entry>> entrySet() {
        List<Map.Entry<String, Claim.Entry>> all = IntStream.range(0, columns.length)
                .mapToObj(i -> Map.entry(columns[i], entries[i]))
                .toList();
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Claim.Entry>> iterator() {
                return all.iterator();
            }

            @Override
            public int size() {
                return all.size();
            }
        };
    }
}
