package bankscore.intake.table.size;

import bankscore.exact.Fraction;
import bankscore.facts.RecordSummary;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.staged.StagedTables;
import bankscore.intake.text.NumberText;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the records of a whole sheet were given on another scale, such as 0 to 1 or 0 to 100, or beside the others. */
public final class ScaleCheck {

    private final StagedTables tables;
    private final List<Finding> findings = new ArrayList<>();

    private ScaleCheck(StagedTables tables) {
        this.tables = tables;
    }

    /** What a sheet's column holds, inside its range and above it. */
    private static final class Tally {

        private final HeaderColumn column;
        private final Place heading;
        private long figures;
        private Fraction sum = Fraction.ZERO;
        private Fraction most = Fraction.ZERO;
        private long above;

        Tally(SheetHeader header, HeaderColumn column) {
            this.column = column;
            this.heading = header.headingOf(column);
        }

        void add(RecordSummary summary) {
            figures += summary.rows() - summary.empty();
            sum = sum.plus(summary.sum());
            most = summary.max().map(most::max).orElse(most);
        }

        Fraction mean() {
            return sum.dividedBy(Fraction.of(figures));
        }
    }

    public static List<Finding> check(StagedTables tables) {
        ScaleCheck check = new ScaleCheck(tables);
        for (Dataset dataset : tables.datasets()) {
            for (Column column : dataset.numeric()) {
                column.amount()
                        .scale()
                        .ifPresent(scale -> check.check(new ArrayList<>(check.tallies(dataset, column)), scale));
            }
        }
        return check.findings;
    }

    private List<Tally> tallies(Dataset dataset, Column column) {
        Map<Place, Tally> bySheet = new LinkedHashMap<>();
        tables.sheets().values().stream()
                .filter(header -> header.dataset().id().equals(dataset.id()))
                .forEach(header -> header.column(column.id())
                        .ifPresent(found -> bySheet.put(header.sheet().sheetOnly(), new Tally(header, found))));
        for (RecordSummary summary : tables.records().summaries()) {
            Tally tally = bySheet.get(summary.place().sheetOnly());
            if (tally != null && summary.column().equals(dataset.formulaId(column))) {
                tally.add(summary);
            }
        }
        Optional<Fraction> top = column.amount().range().map(Column.Range::to);
        tables.staging().stream()
                .filter(finding -> finding.code() == Code.E208)
                .forEach(finding -> Optional.ofNullable(
                                bySheet.get(finding.place().sheetOnly()))
                        .filter(tally -> finding.column().equals(tally.column.heading()))
                        .filter(tally ->
                                top.filter(bound -> isAbove(finding, bound)).isPresent())
                        .ifPresent(tally -> tally.above++));
        return List.copyOf(bySheet.values());
    }

    private static boolean isAbove(Finding finding, Fraction bound) {
        return NumberText.read(finding.details().getOrDefault("found", "")) instanceof NumberText.Exact number
                && Fraction.of(number.value()).isGreater(bound);
    }

    private void check(List<Tally> sheets, Column.Scale scale) {
        List<Tally> right = new ArrayList<>();
        for (Tally sheet : sheets) {
            long all = sheet.figures + sheet.above;
            boolean enough = all >= scale.least();
            if (enough
                    && Fraction.of(100 * sheet.above).isGreater(Fraction.of(all).times(scale.mostAbove()))) {
                findings.add(
                        told(Code.E321, sheet).with(Finding.VARIANT, "above").with("count", sheet.above));
            } else if (enough && sheet.above == 0 && !sheet.most.isGreater(scale.allUpTo())) {
                findings.add(told(Code.E321, sheet).with("count", all).with("most", sheet.most));
            } else if (sheet.figures >= scale.least()) {
                right.add(sheet);
            }
        }
        compareMeans(right, scale);
    }

    /** The sheet furthest from all others is told, then the next among those left. */
    private void compareMeans(List<Tally> sheets, Column.Scale scale) {
        List<Tally> left = new ArrayList<>(sheets);
        while (left.size() > 1) {
            Tally furthest = left.stream()
                    .max(Comparator.comparing((Tally each) -> apart(each, left)).thenComparing(each -> -each.figures))
                    .orElseThrow();
            if (!apart(furthest, left).isGreater(scale.apart())) {
                return;
            }
            findings.add(told(Code.W217, furthest)
                    .with("found", ShownRatio.number(furthest.mean()))
                    .with("expected", ShownRatio.number(others(furthest, left)))
                    .with("apart", scale.apart()));
            left.remove(furthest);
        }
    }

    private static Fraction apart(Tally sheet, List<Tally> all) {
        return sheet.mean().minus(others(sheet, all)).abs();
    }

    private static Fraction others(Tally sheet, List<Tally> all) {
        Fraction sum = Fraction.ZERO;
        long figures = 0;
        for (Tally each : all) {
            if (each != sheet) {
                sum = sum.plus(each.sum);
                figures += each.figures;
            }
        }
        return sum.dividedBy(Fraction.of(figures));
    }

    private static Finding told(Code code, Tally sheet) {
        Finding finding = Finding.of(code, sheet.heading).column(sheet.column.heading());
        return sheet.column
                .column()
                .amount()
                .range()
                .map(range -> finding.with("from", range.from()).with("to", range.to()))
                .orElse(finding);
    }
}
