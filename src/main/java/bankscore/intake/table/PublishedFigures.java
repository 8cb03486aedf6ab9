package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Ratio;
import bankscore.intake.table.size.ShownRatio;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The published figures of a period: of each item the last one published by the period's end, and whether it can be right.
 *
 * <p>A row without a day is published for the period.
 */
public final class PublishedFigures {

    private final TableCheck table;
    private final StagedTables tables;
    private final List<String> asked;
    private final Consumer<Finding> findings;

    /**
     * Those of some tables.
     *
     * @param asked the items that the rule asks for, in its order
     * @param findings takes what is found
     */
    public PublishedFigures(TableCheck table, StagedTables tables, List<String> asked, Consumer<Finding> findings) {
        this.table = table;
        this.tables = tables;
        this.asked = asked;
        this.findings = findings;
    }

    /** The ids of the datasets of published figures that are there. */
    private List<String> datasets() {
        return tables.datasets().stream()
                .filter(dataset -> dataset.rows() == Dataset.Rows.PUBLISHED)
                .map(Dataset::id)
                .filter(table.present()::contains)
                .toList();
    }

    /** By item; a strange item and an item that did not come are told. */
    public Map<String, Figure> read() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        Map<String, Place> strange = new LinkedHashMap<>();
        byDay(strange)
                .forEach((item, days) -> Optional.ofNullable(
                                days.floorEntry(tables.period().end()))
                        .ifPresent(last -> figures.put(item, last.getValue())));
        tellMissing(figures, strange);
        return figures;
    }

    /** All rows of every item, by {@link FactTable#itemKey item} and day; the same item and day twice is told. */
    public Map<String, NavigableMap<LocalDate, Figure>> byDay() {
        return byDay(new HashMap<>());
    }

    /** @param strange takes the items that nobody asks for, each with its first cell */
    private Map<String, NavigableMap<LocalDate, Figure>> byDay(Map<String, Place> strange) {
        Map<String, NavigableMap<LocalDate, Figure>> all = new LinkedHashMap<>();
        Set<List<Object>> seen = new HashSet<>();
        Set<String> others = tables.datasets().stream()
                .flatMap(dataset -> dataset.checks().others().stream())
                .map(FactTable::itemKey)
                .collect(Collectors.toSet());
        Set<String> keys = asked.stream().map(FactTable::itemKey).collect(Collectors.toSet());
        for (String dataset : datasets()) {
            for (TableCheck.Row row : table.rows(dataset)) {
                Fact figure = row.any();
                if (figure.value().isEmpty()) {
                    continue;
                }
                String item = FactTable.itemKey(figure.label());
                Place cell = table.keyPlace(row.sheet(), row.row(), true);
                LocalDate day = figure.day().orElse(tables.period().end());
                if (!seen.add(List.of(item, day))) {
                    findings.accept(Finding.of(Code.E310, cell).with("found", figure.label()));
                    continue;
                }
                if (!keys.contains(item) && !others.contains(item)) {
                    strange.putIfAbsent(figure.label(), cell);
                }
                Figure.of(figure.label(), figure, table.place(row.sheet(), figure))
                        .ifPresent(value -> all.computeIfAbsent(item, key -> new TreeMap<>())
                                .put(day, value));
            }
        }
        return all;
    }

    /** The rows of items that the rule asks for that are dated after the period's end, each at its day: they do not count. */
    public void tellLater(Map<String, NavigableMap<LocalDate, Figure>> all) {
        LocalDate end = tables.period().end();
        Set<String> keys = asked.stream().map(FactTable::itemKey).collect(Collectors.toSet());
        for (String dataset : datasets()) {
            for (TableCheck.Row row : table.rows(dataset)) {
                Fact figure = row.any();
                String item = FactTable.itemKey(figure.label());
                NavigableMap<LocalDate, Figure> days = all.get(item);
                if (days != null
                        && keys.contains(item)
                        && figure.day().filter(end::isBefore).isPresent()) {
                    findings.accept(Finding.of(
                                    Code.W204,
                                    dayPlace(row).orElseGet(() -> table.keyPlace(row.sheet(), row.row(), true)))
                            .column(figure.label())
                            .with("found", figure.day().orElse(end))
                            .with("to", end)
                            .with(Finding.VARIANT, days.floorEntry(end) == null ? "published_alone" : "published"));
                }
            }
        }
    }

    /** Where a row says its day. */
    private Optional<Place> dayPlace(TableCheck.Row row) {
        return Optional.ofNullable(tables.sheets().get(row.sheet()))
                .flatMap(header -> header.columns().stream()
                        .filter(column -> column.column().kind() == Column.Kind.DATE)
                        .findFirst()
                        .map(column -> header.sheet().at(new CellRef(row.row(), column.index()).a1())));
    }

    private void tellMissing(Map<String, Figure> figures, Map<String, Place> strange) {
        List<String> missing = asked.stream()
                .filter(item -> !figures.containsKey(FactTable.itemKey(item)))
                .toList();
        if (missing.isEmpty() || datasets().stream().anyMatch(table::isAccused)) {
            return;
        }
        Set<String> found = new HashSet<>();
        strange.forEach((item, cell) -> {
            Optional<String> meant =
                    missing.stream().filter(each -> isNearly(each, item)).findFirst();
            meant.ifPresent(found::add);
            findings.accept(Finding.of(meant.isPresent() ? Code.E322 : Code.W212, cell)
                    .with("found", item)
                    .with("expected", meant.orElse(String.join("、", missing))));
        });
        if (strange.isEmpty()) {
            Place sheet = tables.sheets().values().stream()
                    .filter(header -> header.dataset().rows() == Dataset.Rows.PUBLISHED)
                    .map(header -> header.sheet().sheetOnly())
                    .findFirst()
                    .orElse(Place.NONE);
            missing.forEach(item -> findings.accept(Finding.of(Code.W216, sheet).with("expected", item)));
        }
    }

    /**
     * Whether one name is the other with a few characters between or otherwise: three of four characters of the shorter one
     * come in the longer one in the same order. A name that holds the other whole may be another figure.
     */
    static boolean isNearly(String asked, String said) {
        String one = FactTable.itemKey(asked);
        String other = FactTable.itemKey(said);
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (longer.length() > 2 * shorter.length() || longer.contains(shorter)) {
            return false;
        }
        int from = 0;
        int shared = 0;
        for (int i = 0; i < shorter.length(); i++) {
            int at = longer.indexOf(shorter.charAt(i), from);
            if (at >= 0) {
                shared++;
                from = at + 1;
            }
        }
        return 4 * shared >= 3 * shorter.length() && shared > 1;
    }

    /** Each published ratio against the ratio of the sums. */
    public void compare(Map<String, Figure> published, Map<String, Map<String, Figure>> figures) {
        for (Dataset dataset : tables.datasets()) {
            for (Ratio ratio : dataset.checks().witnesses().ratios()) {
                ratio.published()
                        .filter(known -> asked.stream()
                                .map(FactTable::itemKey)
                                .anyMatch(FactTable.itemKey(known.item())::equals))
                        .ifPresent(known -> Optional.ofNullable(published.get(FactTable.itemKey(known.item())))
                                .ifPresent(figure -> compare(figure, known, ratio, figures)));
            }
        }
    }

    private void compare(Figure figure, Ratio.Published known, Ratio ratio, Map<String, Map<String, Figure>> figures) {
        Fraction of = sum(figures, ratio.of());
        Fraction to = sum(figures, ratio.to());
        boolean comparable = of.isPositive() && to.isPositive();
        if (!known.growth() && !ratio.isUsual(figure.value()) && (!comparable || ratio.isUsual(ratio.value(of, to)))) {
            ratio.range()
                    .ifPresent(range -> findings.accept(Finding.of(Code.E208, figure.place())
                            .column(known.item())
                            .with("found", figure.value())
                            .with("from", range.from())
                            .with("to", range.to())
                            .with("unit", ratio.percent() ? "%" : "")));
            return;
        }
        if (!comparable) {
            return;
        }
        Fraction computed = ratio.value(known, of, to);
        if (isWithin(figure.value(), computed, known.within())) {
            return;
        }
        Fraction upside = ratio.value(known, to, of);
        Finding finding = Finding.of(Code.W215, figure.place())
                .column(known.item())
                .with("found", figure.value())
                .with("expected", ShownRatio.number(computed))
                .with("within", known.within())
                .with("first", named(ratio.of()))
                .with("second", named(ratio.to()));
        if (known.growth()) {
            findings.accept(finding.with(Finding.VARIANT, "growth"));
            return;
        }
        findings.accept(
                isWithin(figure.value(), upside, known.within())
                        ? finding.with(Finding.VARIANT, "upside").with("upside", ShownRatio.number(upside))
                        : finding);
    }

    public static boolean isWithin(Fraction value, Fraction other, Fraction points) {
        return !value.minus(other).abs().isGreater(points);
    }

    /** What all subjects together have in a column. */
    static Fraction sum(Map<String, Map<String, Figure>> figures, String column) {
        return Fraction.sum(figures.getOrDefault(column, Map.of()).values().stream()
                .map(Figure::value)
                .toList());
    }

    private String named(String column) {
        return tables.datasets().stream()
                .flatMap(dataset -> dataset.column(column).stream())
                .map(Column::name)
                .findFirst()
                .orElse(column);
    }
}
