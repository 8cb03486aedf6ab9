package bankscore.paper.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the book every figure, parameter, measure and item stands, so that formulas can refer to it.
 *
 * <p>The sheets are filled in the order of the calculation, figures and parameters first; each notes what it wrote.
 */
public final class Addresses {

    /** What stands in a cell. */
    public enum Kind {
        /** A per-bank figure, by column id and bank. */
        FIGURE,
        /** Records of one bank, sheet and word, by column id and bank; several cells each. */
        RECORD_COUNT,
        RECORD_EMPTY,
        RECORD_SUM,
        RECORD_MAX,
        RECORD_MIN,
        /** A published figure, by item. */
        PUBLISHED,
        /** Money held, by fund and bank; several cells where a bank has several rows. */
        HELD,
        UNMATURED,
        /** What leaders changed, by fund and bank; several cells where they did so in several rows. */
        ADJUSTED,
        /** A pool, by fund. */
        POOL,
        /** What a risk does to a bank; several cells where it has several. */
        RISK,
        /** A numeric parameter of the scheme, by path. */
        PARAMETER,
        /** A benchmark, by id. */
        BENCHMARK,
        /** A measure, by id and bank. */
        MEASURE,
        /** A statistic over banks, by function, and by measure and kind of the banks. */
        STATISTIC,
        /** An item's points, by id and bank. */
        ITEM,
        /** The first line of a bank on 得分说明, by bank. */
        LINE,
        /** The code of a bank on 得分汇总. */
        SCORED,
        /** The name of a bank in a chart of the best only, by bank. */
        CHARTED,
        /** Results of a bank. */
        TOTAL,
        RANK,
        /** The rank with ties settled by the roster. */
        ORDER,
        SHARE,
        SHARE_PERCENT,
        /** A line of the plan, by fund and bank: its name and its amounts. */
        PLANNED,
        /** What a fund's banks hold, shall hold and change by together, by fund; the title of its block. */
        FUND,
        FUND_CURRENT,
        FUND_TARGET,
        FUND_UNPLACED,
        FUND_POOL,
        CURRENT,
        TARGET,
        CHANGE,
        NOW,
        AT_MATURITY
    }

    /**
     * What one looks for.
     *
     * @param name id, path, item or fund; empty if the kind needs none
     * @param bank the bank's code; empty if the kind needs none
     */
    record Key(Kind kind, String name, String bank) {}

    /**
     * A cell of the book.
     *
     * @param row from 0
     * @param column from 0
     */
    public record Address(String sheet, int row, int column) {

        /** As formulas on any sheet name it, such as {@code '基础数据'!$E$12}. */
        public String absolute() {
            return "'" + sheet.replace("'", "''") + "'!$" + letters() + "$" + (row + 1);
        }

        /** As formulas on the same sheet name it, such as {@code E12}. */
        public String local() {
            return letters() + (row + 1);
        }

        private String letters() {
            return bankscore.sheet.CellRef.letters(column);
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
        String end = "$" + first.letters() + "$" + (first.row() + cells.size());
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
        return other.equals(new Address(one.sheet(), one.row() + 1, one.column()));
    }

    private final Map<Key, List<Address>> cells = new HashMap<>();

    public void note(Kind kind, String name, String bank, Address address) {
        cells.computeIfAbsent(new Key(kind, name, bank), key -> new ArrayList<>())
                .add(address);
    }

    /** The one cell; empty if there is none or more than one. */
    public Optional<Address> find(Kind kind, String name, String bank) {
        List<Address> found = all(kind, name, bank);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** All cells, in the order they were written. */
    public List<Address> all(Kind kind, String name, String bank) {
        return List.copyOf(cells.getOrDefault(new Key(kind, name, bank), List.of()));
    }
}
