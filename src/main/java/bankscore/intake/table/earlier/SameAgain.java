package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.earlier.PastColumn.Value;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.RowsSaid;
import bankscore.intake.table.staged.StagedTables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What an earlier period said already: a whole sheet, or columns of it. */
final class SameAgain {

    /** Of more sheets of one dataset each is looked at, and all together. */
    private static final int MOST = 10;

    private final StagedTables tables;
    private final List<Finding> findings;

    SameAgain(StagedTables tables, List<Finding> findings) {
        this.tables = tables;
        this.findings = findings;
    }

    /** The sheets whose rows are those of a sheet of an earlier period: of records, or of figures that grow in the year. */
    Set<Integer> sheets() {
        Map<Integer, RowsSaid> said = new HashMap<>(tables.records().said());
        Map<Integer, RowsSaid.Sum> sums = new HashMap<>();
        Map<Integer, Integer> growing = new HashMap<>();
        for (OnSheet<Fact> each : tables.figures()) {
            SheetHeader header = tables.sheets().get(each.sheet());
            if (header != null && header.dataset().isOfSubjects()) {
                sums.computeIfAbsent(each.sheet(), sheet -> new RowsSaid.Sum()).add(each.value());
                boolean grows = header.column(each.value().column())
                        .filter(column -> column.column().amount().flow() == Column.Flow.YTD)
                        .isPresent();
                if (grows
                        && each.value()
                                .value()
                                .filter(value -> value.signum() != 0)
                                .isPresent()) {
                    growing.merge(each.sheet(), 1, Integer::sum);
                }
            }
        }
        growing.forEach((sheet, values) -> {
            RowsSaid.Sum sum = sums.get(sheet);
            if (sum != null && isEnough(sheet, values)) {
                said.put(sheet, sum.said());
            }
        });
        Map<String, List<Integer>> byDataset = new TreeMap<>();
        said.keySet().stream()
                .sorted()
                .forEach(sheet -> Optional.ofNullable(tables.sheets().get(sheet))
                        .ifPresent(header -> byDataset
                                .computeIfAbsent(header.dataset().id(), id -> new ArrayList<>())
                                .add(sheet)));
        Set<Integer> again = new HashSet<>();
        byDataset.values().forEach(own -> {
            for (List<Integer> sheets : together(own)) {
                RowsSaid rows = sheets.stream().map(said::get).reduce(RowsSaid.NOTHING, RowsSaid::plus);
                if (sheets.stream().noneMatch(again::contains)
                        && rows.isVaried()
                        && isEnough(sheets.get(0), rows.figures())) {
                    then(sheets, rows).ifPresent(then -> {
                        sheets.forEach(sheet -> findings.add(then.accuse(header(sheet))));
                        again.addAll(sheets);
                    });
                }
            }
        });
        return again;
    }

    /** Sheets that may be one of then, or all of then: each alone, then some of them, as where a file was split in two. */
    private static List<List<Integer>> together(List<Integer> sheets) {
        List<List<Integer>> together =
                new ArrayList<>(sheets.stream().map(List::of).toList());
        if (sheets.size() > MOST) {
            together.add(sheets);
            return together;
        }
        IntStream.range(1, 1 << sheets.size())
                .filter(some -> Integer.bitCount(some) > 1)
                .boxed()
                .sorted(Comparator.comparing(Integer::bitCount))
                .map(some -> IntStream.range(0, sheets.size())
                        .filter(each -> ((some >> each) & 1) == 1)
                        .mapToObj(sheets::get)
                        .toList())
                .forEach(together::add);
        return together;
    }

    private SheetHeader header(int sheet) {
        return Objects.requireNonNull(tables.sheets().get(sheet));
    }

    private boolean isEnough(int sheet, long figures) {
        return header(sheet)
                .dataset()
                .checks()
                .against()
                .filter(against -> figures >= against.rows())
                .isPresent();
    }

    /** What an earlier period published already. */
    private record Then(Earlier earlier, List<Integer> sheets) {

        boolean says(RowsSaid rows) {
            return sheets.stream()
                                    .map(earlier.sheets()::get)
                                    .mapToLong(Earlier.Sheet::figures)
                                    .sum()
                            == rows.figures()
                    && sheets.stream()
                            .map(earlier::said)
                            .reduce(RowsSaid.NOTHING, RowsSaid::plus)
                            .isSameAs(rows);
        }

        Finding accuse(SheetHeader header) {
            String places = sheets.stream()
                    .map(earlier.sheets()::get)
                    .map(then -> then.place().toString())
                    .collect(Collectors.joining("、"));
            return Finding.of(Code.E323, header.headingOfNames())
                    .with("found", places)
                    .with("period", earlier.period())
                    .with(Finding.CAUSE, places)
                    .with(Finding.VARIANT, "sheet");
        }
    }

    /** The sheet of an earlier period, or all of its sheets, that say what some sheets say now. */
    private Optional<Then> then(List<Integer> sheets, RowsSaid rows) {
        String dataset = header(sheets.get(0)).dataset().id();
        return tables.earlier().stream()
                .flatMap(earlier -> {
                    List<Integer> all = earlier.sheets().entrySet().stream()
                            .filter(then -> then.getValue().dataset().equals(dataset))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList();
                    return Stream.concat(all.stream().map(List::of), Stream.of(all))
                            .map(some -> new Then(earlier, some));
                })
                .filter(then -> !then.sheets().isEmpty() && then.says(rows))
                .findFirst();
    }

    /**
     * The columns whose figures are last quarter's: an error where they grow in the year, to be verified where they are
     * balances; of one sheet one finding each.
     */
    List<PastColumn> columns(List<PastColumn> columns) {
        List<PastColumn> again = columns.stream()
                .filter(column -> column.isOfItsQuarter()
                        && column.against()
                                .isSame(
                                        (int) column.notZero().stream()
                                                .filter(Value::isSame)
                                                .count(),
                                        column.notZero().size()))
                .toList();
        accuse(Code.E323, again.stream().filter(PastColumn::isYtd).toList());
        accuse(Code.W220, again.stream().filter(column -> !column.isYtd()).toList());
        return again;
    }

    private void accuse(Code code, List<PastColumn> columns) {
        Optional<Earlier> last = tables.last();
        if (!columns.isEmpty() && last.isPresent()) {
            findings.add(
                    PastColumn.accuse(code, columns).with("period", last.get().period()));
        }
    }

    /** The opening figures that are last quarter's closing ones, though the year began before. */
    List<PastColumn> openings(List<PastColumn> columns) {
        Optional<Earlier> last = tables.thisYear().stream().findFirst();
        List<PastColumn> wrong = new ArrayList<>();
        if (last.isPresent()) {
            for (PastColumn column : columns) {
                Optional<String> closing = column.opens();
                if (closing.isPresent() && areClosing(column, closing.get(), last.get())) {
                    wrong.add(column);
                }
            }
        }
        if (!wrong.isEmpty()) {
            findings.add(PastColumn.accuse(Code.E324, wrong)
                    .with("period", last.get().period()));
        }
        return wrong;
    }

    private boolean areClosing(PastColumn column, String closing, Earlier last) {
        int of = 0;
        int same = 0;
        for (Value value : column.notZero()) {
            Optional<Fraction> then = last.figure(closing, value.subject());
            boolean closed = then.filter(value.now()::equals).isPresent();
            // Of a balance that has not moved since the year began nobody can tell which of the two it is.
            if (then.isPresent() && !(closed && value.isSame())) {
                of++;
                same += closed ? 1 : 0;
            }
        }
        return column.against().isSame(same, of);
    }
}
