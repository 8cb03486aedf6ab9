package bankscore.rule.line;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.rule.Arithmetic;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.sheet.PlainText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The exact values of formulas and tables for one line after another.
 *
 * <p>A table by day gives its last row on or before the day; one by words the row that names most of them
 * (scheme.md#tables).
 */
public final class LineValuation {

    private final Period period;
    private final Map<String, NavigableMap<LocalDate, List<Fraction>>> byDay = new LinkedHashMap<>();
    private final Map<String, Table.ByWord> byWord = new LinkedHashMap<>();

    /**
     * Knows the tables of a rule.
     *
     * @param published the rows that a published item has, by its name
     */
    public LineValuation(Map<String, Table> tables, Function<String, List<Table.DayRow>> published, Period period) {
        this.period = period;
        tables.forEach((id, table) -> {
            if (table instanceof Table.ByDay days) {
                NavigableMap<LocalDate, List<Fraction>> rows = new TreeMap<>();
                for (Table.DayRow row : days.published().map(published).orElse(days.rows())) {
                    rows.computeIfAbsent(row.day(), day -> new ArrayList<>()).add(row.value());
                }
                byDay.put(id, rows);
            } else if (table instanceof Table.ByWord words) {
                byWord.put(id, words.compared());
            }
        });
    }

    /** The value of a formula, or every reason why it has none. */
    public Sought<Fraction> value(Formula formula, Line line) {
        Evaluation evaluation = new Evaluation(line);
        Optional<Fraction> value = formula.read(evaluation);
        return new Sought<>(value, value.isPresent() ? List.of() : List.copyOf(evaluation.gaps));
    }

    /**
     * The value of a table by day.
     *
     * @param column whose cell says the day, for who has to look at it
     */
    public Sought<Fraction> onDay(String table, String column, Optional<LocalDate> day) {
        if (day.isEmpty()) {
            return Sought.missing(new Gap.EmptyCell(column));
        }
        NavigableMap<LocalDate, List<Fraction>> rows = byDay.get(table);
        if (rows == null) {
            throw new IllegalArgumentException("no table by day: " + table);
        }
        Map.Entry<LocalDate, List<Fraction>> row = rows.floorEntry(day.get());
        if (row == null) {
            return Sought.missing(
                    new Gap.NoRow(table, List.of(column), List.of(day.get().toString())));
        }
        return row.getValue().size() > 1
                ? Sought.missing(new Gap.TwoRows(table, List.of(column), row.getKey()))
                : Sought.found(row.getValue().get(0));
    }

    /** The day whose row counts on a day: the last one on or before it. */
    public Optional<LocalDate> since(String table, LocalDate day) {
        NavigableMap<LocalDate, List<Fraction>> rows = byDay.get(table);
        return rows == null ? Optional.empty() : Optional.ofNullable(rows.floorKey(day));
    }

    /** The row of a table by words that counts for a line, by the table's own columns. */
    public Sought<Table.WordRow> row(String table, Line line) {
        return row(table, known(table).by(), line);
    }

    private Sought<Table.WordRow> row(String table, List<String> columns, Line line) {
        List<String> words = new ArrayList<>();
        for (String column : columns) {
            String word = PlainText.closed(line.text(column));
            if (word.isEmpty()) {
                return Sought.missing(new Gap.EmptyCell(column));
            }
            words.add(word);
        }
        return known(table)
                .row(words)
                .map(Sought::found)
                .orElseGet(() -> Sought.missing(new Gap.NoRow(table, columns, words)));
    }

    private Table.ByWord known(String table) {
        Table.ByWord words = byWord.get(table);
        if (words == null) {
            throw new IllegalArgumentException("no table by words: " + table);
        }
        return words;
    }

    /** The value for a line, and what is missing of it. */
    private final class Evaluation implements Arithmetic {

        private final Line line;
        private final Set<Gap> gaps = new LinkedHashSet<>();

        Evaluation(Line line) {
            this.line = line;
        }

        private <T> Optional<T> taken(Sought<T> sought) {
            gaps.addAll(sought.gaps());
            return sought.value();
        }

        private <T> Optional<T> needed(String column, Optional<T> cell) {
            if (cell.isEmpty()) {
                gaps.add(new Gap.EmptyCell(column));
            }
            return cell;
        }

        @Override
        public Optional<Fraction> name(Formula.Name formula) {
            return needed(formula.id(), line.amount(formula.id()));
        }

        @Override
        public Optional<Fraction> aggregate(Formula.Aggregate formula) {
            throw new IllegalArgumentException("a statistic is not one line's");
        }

        @Override
        public Optional<Fraction> binary(Formula.Binary formula) {
            Optional<Fraction> left = formula.left().read(this);
            Optional<Fraction> right = formula.right().read(this);
            if (left.isEmpty() || right.isEmpty()) {
                return Optional.empty();
            }
            Optional<Fraction> value = formula.operator().apply(left.get(), right.get());
            if (value.isEmpty()) {
                gaps.add(new Gap.ZeroDivisor());
            }
            return value;
        }

        @Override
        public Optional<Fraction> days(Formula.Days formula) {
            Optional<LocalDate> from = needed(formula.from(), line.day(formula.from()));
            if (from.isEmpty()) {
                return Optional.empty();
            }
            LocalDate after = period.end().plusDays(1);
            Optional<LocalDate> to = line.day(formula.to());
            boolean open = to.isEmpty();
            if (to.map(last -> last.isBefore(from.get())).orElse(!formula.inPeriod() && after.isBefore(from.get()))) {
                gaps.add(new Gap.Backwards(formula.from(), formula.to()));
                return Optional.empty();
            }
            LocalDate first = from.get();
            LocalDate last = open ? after : to.get();
            if (formula.inPeriod()) {
                first = first.isBefore(period.start()) ? period.start() : first;
                last = last.isAfter(after) ? after : last;
            }
            return Optional.of(Fraction.of(Math.max(0, ChronoUnit.DAYS.between(first, last))));
        }

        @Override
        public Optional<Fraction> lookup(Formula.Lookup formula) {
            String first = formula.columns().get(0);
            return byDay.containsKey(formula.table())
                    ? taken(onDay(formula.table(), first, line.day(first)))
                    : taken(row(formula.table(), formula.columns(), line))
                            .map(row -> row.values().get(0));
        }
    }
}
