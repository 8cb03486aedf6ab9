package bankscore.intake.table.staged;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.RecordSummary;
import bankscore.facts.register.Register;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of one dataset's records, gathered while they pass by once: their aggregates, the sums between
 * total rows, and whether any says again what an earlier one said. However many there are, of each no more than a hash is
 * kept.
 *
 * <p>The figures of a sheet come in the order of its rows, and its total rows before the figures below them.
 */
public final class RecordTally {

    private final Dataset dataset;
    private final boolean unique;
    private final boolean withinYear;
    private final LocalDate from;
    private final LocalDate to;
    /** The columns that count, by id, each with the hashes of what its records say; other columns are summed at most. */
    private final Map<String, RecordEchoes> counted = new HashMap<>();

    private final Map<Key, Group> groups = new HashMap<>();
    private final Map<Integer, SheetSums> sums = new HashMap<>();
    private final Map<Integer, RowsSaid.Sum> said = new HashMap<>();
    private long figures;

    /**
     * A tally of nothing yet.
     *
     * @param used the columns that the scheme uses, by their names in formulas
     */
    public RecordTally(Dataset dataset, Set<String> used, Period period) {
        this.dataset = dataset;
        this.unique = dataset.columns().stream().anyMatch(Column::unique);
        this.withinYear =
                dataset.columns().stream().anyMatch(column -> column.days().withinYear());
        this.from = period.firstDayOfYear();
        this.to = period.end();
        dataset.numeric().stream()
                .filter(column -> used.contains(dataset.formulaId(column)))
                .forEach(column -> counted.put(column.id(), new RecordEchoes()));
    }

    /** Takes in total rows of a sheet of the dataset, from top to bottom. */
    public void addTotals(int sheet, List<ControlTotal> totals) {
        if (!totals.isEmpty()) {
            SheetSums own = sums(sheet);
            totals.forEach(total -> own.bound(total.at().row()));
        }
    }

    private SheetSums sums(int sheet) {
        SheetSums own = sums.get(sheet);
        if (own == null) {
            own = new SheetSums();
            sums.put(sheet, own);
        }
        return own;
    }

    /** Takes in a figure of the dataset. */
    public void add(int sheet, Fact figure) {
        figures++;
        sums(sheet).row(figure.at().row(), figure.subject());
        sums(sheet).add(figure.column(), figure.value());
        said(sheet).add(figure);
        RecordEchoes hashes = counted.get(figure.column());
        if (hashes == null) {
            return;
        }
        if (!unique || !figure.label().isEmpty()) {
            hashes.add(sheet, hash(figure));
        }
        LocalDate day = figure.day().orElse(null);
        if (!withinYear || (day != null && !day.isBefore(from) && !day.isAfter(to))) {
            groups.computeIfAbsent(
                            new Key(sheet, figure.column(), figure.subject(), figure.choice()), key -> new Group())
                    .add(figure);
        }
    }

    private RowsSaid.Sum said(int sheet) {
        RowsSaid.Sum own = said.get(sheet);
        if (own == null) {
            own = new RowsSaid.Sum();
            said.put(sheet, own);
        }
        return own;
    }

    /** What the rows of each sheet say, by its number; sheets without rows are left out. */
    public Map<Integer, RowsSaid> said() {
        Map<Integer, RowsSaid> all = new HashMap<>();
        said.forEach((sheet, sum) -> all.put(sheet, sum.said()));
        return all;
    }

    /** How many records a sheet has, how many subjects they name, and what its columns add up to. */
    public SheetSums.Count of(int sheet) {
        return sums.getOrDefault(sheet, new SheetSums()).count();
    }

    /** How many figures were taken in. */
    public long figures() {
        return figures;
    }

    /**
     * The columns' aggregates by sheet, subject and word, in this order.
     *
     * @param sheets file and name of every sheet by number
     */
    public List<RecordSummary> summaries(Map<Integer, Place> sheets) {
        List<RecordSummary> summaries = new ArrayList<>();
        List<Column> columns = dataset.numeric();
        columns.forEach(column -> groups.entrySet().stream()
                .filter(group -> group.getKey().column().equals(column.id()))
                .sorted(Comparator.comparing(
                        Map.Entry::getKey,
                        Comparator.comparingInt(Key::sheet)
                                .thenComparing(Key::subject)
                                .thenComparing(Key::choice)))
                .forEach(group -> summaries.add(summary(group.getKey(), group.getValue(), sheets))));
        return summaries;
    }

    private RecordSummary summary(Key key, Group group, Map<Integer, Place> sheets) {
        Place sheet = sheets.get(key.sheet());
        if (sheet == null) {
            throw new IllegalStateException("no such sheet: " + key.sheet());
        }
        CellRef first = new CellRef(group.firstRow, group.column);
        CellRef last = new CellRef(group.lastRow, group.column);
        return new RecordSummary(
                dataset.id() + "." + key.column(),
                key.subject(),
                key.choice(),
                group.rows,
                group.rows - group.numbers,
                Fraction.of(group.sum),
                Optional.ofNullable(group.highest).map(Fraction::of),
                Optional.ofNullable(group.lowest).map(Fraction::of),
                sheet.at(first.equals(last) ? first.a1() : first.a1() + ":" + last.a1()));
    }

    /**
     * The sum of a column's figures in the rows between two rows of a sheet, neither of them counted in.
     *
     * @param after a total row of the sheet, or any row above all of them, such as its header
     * @param before a total row of the sheet, or any row below all of them
     * @throws IllegalArgumentException for any other row
     */
    public ColumnSum between(int sheet, String column, int after, int before) {
        return sums(sheet).between(column, after, before);
    }

    /** The sheets that only say again what an earlier one said. */
    public List<SentAgain> sentAgain() {
        Map<Integer, SentAgain> again = new TreeMap<>();
        counted.values().forEach(hashes -> hashes.sentAgain().forEach(each -> again.putIfAbsent(each.sheet(), each)));
        return List.copyOf(again.values());
    }

    /**
     * A search for the records that say again what an earlier one said, if there may be any; the sheets that were sent
     * again are left out. It needs all records once more, in the same order.
     */
    public Optional<Repeats> repeats() {
        Set<Integer> again = sentAgain().stream().map(SentAgain::sheet).collect(Collectors.toSet());
        Map<String, long[]> suspects = new HashMap<>();
        counted.forEach((column, hashes) -> {
            long[] twice = hashes.twice(again);
            if (twice.length > 0) {
                suspects.put(column, twice);
            }
        });
        return suspects.isEmpty() ? Optional.empty() : Optional.of(new Repeats(suspects, again));
    }

    /** What makes two records the same. */
    private long hash(Fact figure) {
        long hash = hash(hash(7, figure.subject()), Register.key(figure.label()));
        if (unique) {
            return hash;
        }
        hash = hash(hash(hash, figure.choice()), figure.note());
        hash = hash * 31 + figure.day().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        return hash * 31
                + figure.value()
                        .map(value -> (long) value.stripTrailingZeros().hashCode())
                        .orElse(Long.MIN_VALUE);
    }

    private static long hash(long from, String text) {
        long hash = from * 31 + text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The records that say again what an earlier one said, found while all of them pass by a second time. */
    public final class Repeats {

        private final Map<String, long[]> suspects;
        private final Set<Integer> again;
        private final Set<List<Object>> seen = new HashSet<>();
        private final List<Repeated> found = new ArrayList<>();

        private Repeats(Map<String, long[]> suspects, Set<Integer> again) {
            this.suspects = suspects;
            this.again = again;
        }

        /** Looks at a figure of the dataset. */
        public void add(int sheet, Fact figure) {
            long[] hashes = suspects.get(figure.column());
            if (hashes == null
                    || again.contains(sheet)
                    || (unique && figure.label().isEmpty())
                    || Arrays.binarySearch(hashes, hash(figure)) < 0) {
                return;
            }
            if (!seen.add(said(figure))) {
                found.add(new Repeated(sheet, figure.at().row(), figure.subject(), figure.label()));
            }
        }

        private List<Object> said(Fact figure) {
            return unique
                    ? List.of(figure.column(), figure.subject(), Register.key(figure.label()))
                    : List.of(
                            figure.column(),
                            figure.subject(),
                            Register.key(figure.label()),
                            figure.choice(),
                            figure.day(),
                            figure.value().map(BigDecimal::stripTrailingZeros),
                            figure.note());
        }

        /** In the order of sheets and rows. */
        public List<Repeated> found() {
            return List.copyOf(found);
        }
    }

    /** A record that says again what an earlier one of the same unit and subject said. */
    public record Repeated(int sheet, int row, String subject, String label) {}

    /** What is aggregated together. */
    private record Key(int sheet, String column, String subject, String choice) {}

    /** An aggregate. */
    private static final class Group {

        private int firstRow = Integer.MAX_VALUE;
        private int lastRow;
        private int column = Integer.MAX_VALUE;
        private long rows;
        private long numbers;
        private BigDecimal sum = BigDecimal.ZERO;
        private @Nullable BigDecimal highest;
        private @Nullable BigDecimal lowest;

        void add(Fact figure) {
            firstRow = Math.min(firstRow, figure.at().row());
            lastRow = Math.max(lastRow, figure.at().row());
            column = Math.min(column, figure.at().column());
            rows++;
            BigDecimal value = figure.value().orElse(null);
            if (value != null) {
                numbers++;
                sum = sum.add(value);
                highest = highest == null ? value : highest.max(value);
                lowest = lowest == null ? value : lowest.min(value);
            }
        }
    }
}
