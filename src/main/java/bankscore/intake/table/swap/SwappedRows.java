package bankscore.intake.table.swap;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Ratio;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the figures of two rows with a label each, such as the pools of two funds, have changed places: each is far from
 * what it stands beside, and from what it was last, but nearer to that of the other row. Whatever tells, tells the same.
 */
final class SwappedRows {

    private final StagedTables tables;
    private final Dataset dataset;
    private final Ratio ratio;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Fraction> beside = new HashMap<>();
    private final Map<String, Fraction> last;

    private SwappedRows(StagedTables tables, Dataset dataset, Ratio ratio) {
        this.tables = tables;
        this.dataset = dataset;
        this.ratio = ratio;
        this.last = tables.lastSums(dataset.id(), ratio.of());
        for (OnSheet<Fact> each : tables.figures()) {
            Fact figure = each.value();
            Fraction value = figure.value().map(Fraction::of).orElse(Fraction.ZERO);
            SheetHeader header = tables.sheets().get(each.sheet());
            if (value.isPositive() && figure.column().equals(ratio.to())) {
                beside.merge(Earlier.key(figure, ""), value, Fraction::plus);
            } else if (value.isPositive()
                    && header != null
                    && figure.column().equals(ratio.of())
                    && figure.dataset().equals(dataset.id())) {
                rows.putIfAbsent(
                        Earlier.key(figure, ""),
                        new Row(
                                figure,
                                value,
                                header,
                                header.sheet().at(figure.at().a1())));
            }
        }
    }

    private record Row(Fact figure, Fraction value, SheetHeader header, Place place) {

        String key() {
            return Earlier.key(figure, "");
        }

        /** Whether the figure is so many times off its own measure, and nearer to the other row's. */
        boolean isOf(Row other, Map<String, Fraction> witness, Fraction apart) {
            Fraction away = times(witness.getOrDefault(key(), Fraction.ZERO));
            return !away.isLess(apart)
                    && times(witness.getOrDefault(other.key(), Fraction.ZERO)).isLess(away);
        }

        /** How many times the smaller of two the larger one is. */
        private Fraction times(Fraction measure) {
            return value.max(measure).dividedBy(value.min(measure));
        }
    }

    /** @param accused what is accused already; what is accused here is added */
    static List<Finding> check(StagedTables tables, Set<Place> accused) {
        List<Finding> findings = new ArrayList<>();
        for (Dataset dataset : tables.datasets()) {
            if (dataset.first(Column.Kind.SUBJECT).isEmpty() && !tables.isAccused(dataset)) {
                dataset.checks()
                        .witnesses()
                        .ratios()
                        .forEach(ratio -> new SwappedRows(tables, dataset, ratio).check(accused, findings));
            }
        }
        return findings;
    }

    private void check(Set<Place> accused, List<Finding> findings) {
        // Of a fund of which a row was refused nobody knows how much there is.
        boolean complete = tables.datasets().stream()
                .filter(other -> other.column(ratio.to()).isPresent())
                .noneMatch(tables::isAccused);
        List<Row> all = List.copyOf(rows.values());
        for (int i = 0; i < all.size(); i++) {
            for (Row other : all.subList(i + 1, all.size())) {
                Row one = all.get(i);
                List<Map<String, Fraction>> telling = Stream.of(complete ? beside : Map.<String, Fraction>of(), last)
                        .filter(each -> isKnown(each, one) && isKnown(each, other))
                        .toList();
                if (!telling.isEmpty()
                        && telling.stream().allMatch(witness -> haveChanged(one, other, witness))
                        && !accused.contains(other.place())
                        && accused.add(one.place())) {
                    accused.add(other.place());
                    findings.add(told(one, other, telling.contains(beside) ? "rows" : "rows_last"));
                }
            }
        }
    }

    private static boolean isKnown(Map<String, Fraction> witness, Row row) {
        return witness.getOrDefault(row.key(), Fraction.ZERO).isPositive();
    }

    private boolean haveChanged(Row one, Row other, Map<String, Fraction> witness) {
        Fraction apart = dataset.checks().witnesses().evidence().apart();
        return one.isOf(other, witness, apart) && other.isOf(one, witness, apart);
    }

    private Finding told(Row one, Row other, String variant) {
        return Finding.of(Code.W219, one.place())
                .column(one.header()
                        .column(ratio.of())
                        .map(SheetHeader.HeaderColumn::heading)
                        .orElse(""))
                .with("found", one.figure().label())
                .with("other", other.figure().label())
                .with(
                        "cell2",
                        one.place().sheetOnly().equals(other.place().sheetOnly())
                                ? other.place().cell()
                                : other.place())
                .with(
                        "by",
                        tables.datasets().stream()
                                .flatMap(each -> each.column(ratio.to()).stream())
                                .map(Column::name)
                                .findFirst()
                                .orElse(""))
                .with(Finding.VARIANT, variant);
    }
}
