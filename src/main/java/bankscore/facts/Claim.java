package bankscore.facts;

import bankscore.sheet.CellRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a sheet of claims, such as a policy whose premium is to be subsidised.
 *
 * @param dataset the id of its dataset
 * @param row the row in its sheet, from 0
 * @param cells what its filled cells say, by column id; an empty cell has no entry
 */
public record Claim(String dataset, int row, Cells cells) {

    public Claim(String dataset, int row, Map<String, Entry> cells) {
        this(dataset, row, Cells.copyOf(cells));
    }

    /** What a filled cell says. */
    public sealed interface Entry {

        /** The column of the cell in its sheet, from 0. */
        int column();

        /** What it says as a text: a day as ISO, a figure with all its digits, of a party its key. */
        String text();
    }

    /** Words, or a reference kept with its leading zeros. */
    public record Words(int column, String text) implements Entry {}

    /** A day. */
    public record Day(int column, LocalDate day) implements Entry {
        @Override
        public String text() {
            return day.toString();
        }
    }

    /** A figure: money in 元, a number, or percent. */
    public record Amount(int column, BigDecimal value) implements Entry {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /**
     * Somebody of a register, or who would be.
     *
     * @param key the code of the register; unresolved, the credit code of the line, else the name as it is compared
     * @param name the register's name, else the text
     * @param known whether the register has them
     */
    public record Party(int column, String key, String name, boolean known) implements Entry {
        @Override
        public String text() {
            return key;
        }
    }

    /** What a cell says as a text; empty text where it is empty. */
    public String text(String id) {
        Entry entry = cells.get(id);
        return entry == null ? "" : entry.text();
    }

    /** What readers call what a cell says: of a party its name. */
    public String name(String id) {
        return cells.get(id) instanceof Party party ? party.name() : text(id);
    }

    public Optional<LocalDate> day(String id) {
        return cells.get(id) instanceof Day day ? Optional.of(day.day()) : Optional.empty();
    }

    public Optional<BigDecimal> amount(String id) {
        return cells.get(id) instanceof Amount amount ? Optional.of(amount.value()) : Optional.empty();
    }

    public Optional<Party> party(String id) {
        return cells.get(id) instanceof Party party ? Optional.of(party) : Optional.empty();
    }

    /** The cell of a column; empty where it is empty. */
    public Optional<CellRef> at(String id) {
        return Optional.ofNullable(cells.get(id)).map(entry -> new CellRef(row, entry.column()));
    }

    /**
     * The filled cells of a claim by the ids of their columns, of which there are some dozen. Claims that fill the same columns
     * share the list of them, so that a million cost little more than what they say.
     */
    public static final class Cells extends AbstractMap<String, Claim.Entry> {

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
            int hash = Objects.hashCode(column);
            for (int i = 0; i < columns.length; i++) {
                // A text knows its hash once somebody has asked; most others are told apart by it.
                if (columns[i].hashCode() == hash && columns[i].equals(column)) {
                    return entries[i];
                }
            }
            return null;
        }

        /** The same where it probably stands at a place, from 0. */
        public Claim.@Nullable Entry get(String column, int place) {
            return place < columns.length && columns[place].equals(column) ? entries[place] : get(column);
        }

        /** Whether the same columns are filled as in others made together with these. */
        public boolean fillsSame(Cells others) {
            return columns == others.columns;
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
}
