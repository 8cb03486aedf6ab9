package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.Earlier;
import bankscore.intake.table.RowsSaid;
import bankscore.intake.table.StagedTables;
import bankscore.intake.table.earlier.PastColumn.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an earlier period said already: a whole sheet, or columns of it. */
final class SameAgain {

    private final StagedTables tables;
    private final List<Finding> findings;

    SameAgain(StagedTables tables, List<Finding> findings) {
        this.tables = tables;
        this.findings = findings;
    }

    /** The sheets whose rows are those of a sheet of an earlier period: of records, or of figures that grow in the year. */
    Set<Integer> sheets() {
        Map<Integer, RowsSaid> said = new HashMap<>(tables.records());
        Map<Integer, RowsSaid.Sum> sums = new HashMap<>();
        Map<Integer, Integer> growing = new HashMap<>();
        for (OnSheet<Fact> each : tables.figures()) {
            SheetHeader header = tables.sheets().get(each.sheet());
            if (header != null && header.dataset().rows() == Dataset.Rows.SUBJECT) {
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
        Set<Integer> again = new HashSet<>();
        said.forEach((sheet, rows) -> {
            if (rows.isVaried() && isEnough(sheet, rows.figures())) {
                again(sheet, rows).ifPresent(finding -> {
                    findings.add(finding);
                    again.add(sheet);
                });
            }
        });
        return again;
    }

    private boolean isEnough(int sheet, long figures) {
        SheetHeader header = tables.sheets().get(sheet);
        return header != null
                && header.dataset()
                        .checks()
                        .against()
                        .filter(against -> figures >= against.rows())
                        .isPresent();
    }

    private Optional<Finding> again(int sheet, RowsSaid rows) {
        SheetHeader header = tables.sheets().get(sheet);
        for (Earlier earlier : tables.earlier()) {
            for (Map.Entry<Integer, Earlier.Sheet> then : earlier.sheets().entrySet()) {
                if (header != null
                        && then.getValue().dataset().equals(header.dataset().id())
                        && then.getValue().figures() == rows.figures()
                        && earlier.said(then.getKey()).equals(rows)) {
                    return Optional.of(Finding.of(Code.E323, header.headingOfNames())
                            .with("found", then.getValue().place())
                            .with("period", earlier.period())
                            .with(Finding.VARIANT, "sheet"));
                }
            }
        }
        return Optional.empty();
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
