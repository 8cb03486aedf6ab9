package bankscore.domain.check;

import static java.util.Objects.requireNonNull;

import bankscore.domain.Fraction;
import bankscore.domain.Period;
import bankscore.domain.Place;
import bankscore.domain.check.StagedTables.OfSheet;
import bankscore.domain.intake.CellRef;
import bankscore.domain.intake.Column;
import bankscore.domain.intake.Dataset;
import bankscore.domain.intake.StagedFigure;
import bankscore.domain.intake.StagedTotal;
import bankscore.domain.quarter.RecordSummary;
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
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of one dataset's records, gathered while they pass by once: their aggregates, the sums between
 * total rows, and whether any says again what an earlier one said. However many there are, of each no more than a hash is
 * kept.
 *
 * <p>Figures come in the order of sheets and rows.
 */
public final class RecordTally {

    private final Dataset dataset;
    private final boolean unique;
    private final boolean withinYear;
    private final LocalDate from;
    private final LocalDate to;
    /** The columns that count, by id, each with the hashes of what its records say; other columns have totals at most. */
    private final Map<String, LongStream.Builder> counted = new HashMap<>();

    private final Map<Key, Group> groups = new HashMap<>();
    private final Map<Integer, Map<String, Segments>> totalled = new HashMap<>();

    /**
     * A tally of nothing yet.
     *
     * @param used the columns that the scheme uses, by their names in formulas
     * @param totals all control totals
     */
    public RecordTally(Dataset dataset, Set<String> used, Period period, List<OfSheet<StagedTotal>> totals) {
        this.dataset = dataset;
        this.unique = dataset.columns().stream().anyMatch(Column::unique);
        this.withinYear = dataset.columns().stream().anyMatch(Column::withinYear);
        this.from = period.firstDayOfYear();
        this.to = period.end();
        dataset.numeric().stream()
                .filter(column -> used.contains(dataset.formulaId(column)))
                .forEach(column -> counted.put(column.id(), LongStream.builder()));
        List<OfSheet<StagedTotal>> own = totals.stream()
                .filter(total -> total.value().dataset().equals(dataset.id()))
                .toList();
        Map<Integer, int[]> bounds = own.stream()
                .collect(Collectors.groupingBy(
                        OfSheet::sheet, Collectors.collectingAndThen(Collectors.toList(), RecordTally::rows)));
        own.forEach(total -> totalled.computeIfAbsent(total.sheet(), sheet -> new HashMap<>())
                .computeIfAbsent(
                        total.value().column(), column -> new Segments(requireNonNull(bounds.get(total.sheet())))));
    }

    private static int[] rows(List<OfSheet<StagedTotal>> totals) {
        return totals.stream()
                .mapToInt(total -> total.value().at().row())
                .sorted()
                .distinct()
                .toArray();
    }

    /** Takes in a figure of the dataset. */
    public void add(int sheet, StagedFigure figure) {
        Map<String, Segments> ofSheet = totalled.get(sheet);
        Segments sums = ofSheet == null ? null : ofSheet.get(figure.column());
        if (sums != null) {
            sums.add(figure);
        }
        LongStream.Builder hashes = counted.get(figure.column());
        if (hashes == null) {
            return;
        }
        if (!unique || !figure.label().isEmpty()) {
            hashes.add(hash(figure));
        }
        LocalDate day = figure.day().orElse(null);
        if (!withinYear || (day != null && !day.isBefore(from) && !day.isAfter(to))) {
            groups.computeIfAbsent(new Key(sheet, figure.column(), figure.bank(), figure.choice()), key -> new Group())
                    .add(figure);
        }
    }

    /**
     * The columns' aggregates by sheet, bank and word, in this order.
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
                                .thenComparing(Key::bank)
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
                key.bank(),
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
     * @throws IllegalArgumentException for any other row, or a column without a total in this sheet
     */
    public StagedTables.Sum between(int sheet, String column, int after, int before) {
        Segments sums = totalled.getOrDefault(sheet, Map.of()).get(column);
        if (sums == null) {
            throw new IllegalArgumentException("no totals of " + column + " in sheet " + sheet);
        }
        return sums.between(after, before);
    }

    /**
     * A search for the records that say again what an earlier one said, if there may be any. It needs them once more, in
     * the same order.
     */
    public Optional<Repeats> repeats() {
        Map<String, long[]> suspects = new HashMap<>();
        counted.forEach((column, hashes) -> {
            long[] twice = twice(hashes.build().sorted().toArray());
            if (twice.length > 0) {
                suspects.put(column, twice);
            }
        });
        return suspects.isEmpty() ? Optional.empty() : Optional.of(new Repeats(suspects));
    }

    /** What stands more than once in a sorted row. */
    private static long[] twice(long[] sorted) {
        LongStream.Builder twice = LongStream.builder();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        return twice.build().distinct().toArray();
    }

    /** What makes two records the same. */
    private long hash(StagedFigure figure) {
        long hash = hash(hash(7, figure.bank()), figure.label());
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
        private final Set<List<Object>> seen = new HashSet<>();
        private final List<StagedTables.Repeated> found = new ArrayList<>();

        private Repeats(Map<String, long[]> suspects) {
            this.suspects = suspects;
        }

        /** Looks at a figure of the dataset. */
        public void add(int sheet, StagedFigure figure) {
            long[] hashes = suspects.get(figure.column());
            if (hashes == null
                    || (unique && figure.label().isEmpty())
                    || Arrays.binarySearch(hashes, hash(figure)) < 0) {
                return;
            }
            if (!seen.add(said(figure))) {
                found.add(new StagedTables.Repeated(sheet, figure.at().row(), figure.bank(), figure.label()));
            }
        }

        private List<Object> said(StagedFigure figure) {
            return unique
                    ? List.of(figure.column(), figure.bank(), figure.label())
                    : List.of(
                            figure.column(),
                            figure.bank(),
                            figure.label(),
                            figure.choice(),
                            figure.day(),
                            figure.value().map(BigDecimal::stripTrailingZeros),
                            figure.note());
        }

        /** In the order of sheets and rows. */
        public List<StagedTables.Repeated> found() {
            return List.copyOf(found);
        }
    }

    /** What is aggregated together. */
    private record Key(int sheet, String column, String bank, String choice) {}

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

        void add(StagedFigure figure) {
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

    /** Running sums of one column of one sheet, noted at its total rows. */
    private static final class Segments {

        private final int[] bounds;
        /** The sum and the number of figures above each of the bounds. */
        private final BigDecimal[] sums;

        private final long[] figures;
        private int passed;
        private BigDecimal sum = BigDecimal.ZERO;
        private long count;

        Segments(int[] bounds) {
            this.bounds = bounds;
            sums = new BigDecimal[bounds.length];
            figures = new long[bounds.length];
        }

        void add(StagedFigure figure) {
            passTo(figure.at().row());
            if (figure.value().isPresent()) {
                sum = sum.add(figure.value().get());
                count++;
            }
        }

        private void passTo(int row) {
            while (passed < bounds.length && bounds[passed] <= row) {
                sums[passed] = sum;
                figures[passed] = count;
                passed++;
            }
        }

        StagedTables.Sum between(int after, int before) {
            passTo(Integer.MAX_VALUE);
            int first = at(after);
            int end = at(before);
            BigDecimal above = first < 0 ? BigDecimal.ZERO : sums[first];
            BigDecimal upTo = end == bounds.length ? sum : sums[end];
            return new StagedTables.Sum(
                    Fraction.of(upTo.subtract(above)),
                    (end == bounds.length ? count : figures[end]) - (first < 0 ? 0 : figures[first]));
        }

        /** Which of the bounds a row is; -1 above all of them, their number below. */
        private int at(int row) {
            int at = Arrays.binarySearch(bounds, row);
            if (at == -1) {
                return -1;
            }
            if (at < -1 && -at - 1 != bounds.length) {
                throw new IllegalArgumentException("row " + row + " is no total row");
            }
            return at < 0 ? bounds.length : at;
        }
    }
}
