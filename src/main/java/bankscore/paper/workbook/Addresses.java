package bankscore.paper.workbook;

import bankscore.sheet.CellRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a book the cells stand that formulas refer to.
 *
 * <p>The sheets are filled in the order of the calculation, figures and parameters first; each notes what it wrote.
 *
 * @param <K> what can stand in a cell
 */
public final class Addresses<K extends Enum<K>> {

    /**
     * What one looks for.
     *
     * @param name id, path, item or fund; empty if the kind needs none
     * @param subject the subject's code; empty if the kind needs none
     */
    record Key<K>(K kind, String name, String subject) {

        /** As a record's own, which the quick compiler leaves slow: each cell of a book asks for several. */
        @Override
        public int hashCode() {
            return (kind.hashCode() * 31 + name.hashCode()) * 31 + subject.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key<?> key
                    && kind == key.kind
                    && name.equals(key.name)
                    && subject.equals(key.subject);
        }
    }

    /**
     * A cell of the book.
     *
     * @param row from 0
     * @param column from 0
     */
    public record Address(String sheet, int row, int column) {

        /** As formulas on any sheet name it, such as {@code '基础数据'!$E$12}. */
        public String absolute() {
            return "'" + sheet.replace("'", "''") + "'!" + fixed(column, row);
        }

        /** As formulas on the same sheet name it, such as {@code E12}. */
        public String local() {
            return new CellRef(row, column).a1();
        }
    }

    /** Cells of one column, one directly below the other, as one range such as {@code '指标测算'!$D$2:$D$19}. */
    public static Optional<String> range(List<Address> cells) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        Address first = cells.get(0);
        for (int i = 1; i < cells.size(); i++) {
            if (!below(cells.get(i - 1), cells.get(i))) {
                return Optional.empty();
            }
        }
        String end = fixed(first.column(), first.row() + cells.size() - 1);
        return Optional.of(cells.size() == 1 ? first.absolute() : first.absolute() + ":" + end);
    }

    /** Functions take no more arguments. */
    private static final int MOST_ARGUMENTS = 255;

    /**
     * Cells of any column as arguments of a function, those directly below each other as one range; empty if they are too
     * scattered.
     */
    public static Optional<String> arguments(List<Address> cells) {
        List<String> arguments = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= cells.size(); i++) {
            if (i == cells.size() || !below(cells.get(i - 1), cells.get(i))) {
                range(cells.subList(from, i)).ifPresent(arguments::add);
                from = i;
            }
        }
        return arguments.isEmpty() || arguments.size() > MOST_ARGUMENTS
                ? Optional.empty()
                : Optional.of(String.join(",", arguments));
    }

    private static boolean below(Address one, Address other) {
        return other.row() == one.row() + 1
                && other.column() == one.column()
                && other.sheet().equals(one.sheet());
    }

    private final Map<Key<K>, List<Address>> cells = new HashMap<>();
    private final Optional<Addresses<K>> around;

    public Addresses() {
        this.around = Optional.empty();
    }

    private Addresses(Addresses<K> around) {
        this.around = Optional.of(around);
    }

    /** Those of a part of the book: what it does not note itself is what stands around it, which knows nothing of it. */
    public Addresses<K> within() {
        return new Addresses<>(this);
    }

    public void note(K kind, String name, String subject, Address address) {
        cells.computeIfAbsent(new Key<>(kind, name, subject), key -> new ArrayList<>(1))
                .add(address);
    }

    /** The one cell; empty if there is none or more than one. */
    public Optional<Address> find(K kind, String name, String subject) {
        List<Address> found = noted(kind, name, subject);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The one cell as another sheet's formula names it. */
    public Optional<String> absolute(K kind, String name, String subject) {
        return find(kind, name, subject).map(Address::absolute);
    }

    /** All cells as another sheet's formula names them. */
    public List<String> absolutes(K kind, String name, String subject) {
        return all(kind, name, subject).stream().map(Address::absolute).toList();
    }

    /** A cell of the formula's own sheet that stays where the formula is copied. */
    public static String fixed(int column, int row) {
        return "$" + CellRef.letters(column) + "$" + (row + 1);
    }

    /** A column's cells in the formula's own sheet, from row to row. */
    public static String column(int column, int first, int last) {
        return fixed(column, first) + ":" + fixed(column, last);
    }

    /** All cells, in the order they were written. */
    public List<Address> all(K kind, String name, String subject) {
        return List.copyOf(noted(kind, name, subject));
    }

    private List<Address> noted(K kind, String name, String subject) {
        List<Address> own = cells.get(new Key<>(kind, name, subject));
        return own == null
                ? around.map(outer -> outer.noted(kind, name, subject)).orElse(List.of())
                : own;
    }

    /** The first of the cells, where a click leads. */
    public Optional<Address> first(K kind, String name, String subject) {
        return noted(kind, name, subject).stream().findFirst();
    }
}
