package bankscore.intake.table.swap;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.OnSheet;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Evidence;
import bankscore.intake.Ratio;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.PublishedFigures;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two columns of a sheet have changed places, as far as the sheet itself and what is published tell: by which of two
 * columns an opening balance is near, by whole numbers, by closing balances that fall nearly everywhere.
 */
public final class SwapCheck {

    private final StagedTables tables;
    private final Map<String, Figure> published;
    private final Set<Place> accused;
    private final List<Finding> findings = new ArrayList<>();
    /** The headings of columns whose rows stand elsewhere. */
    private final Set<Place> shiftedColumns = new HashSet<>();
    /** By sheet, then by column, then by subject. */
    private final Map<Integer, Map<String, Map<String, Fraction>>> sheets = new LinkedHashMap<>();

    private SwapCheck(StagedTables tables, Map<String, Figure> published, Set<Place> accused) {
        this.tables = tables;
        this.published = published;
        this.accused = new HashSet<>(accused);
        for (OnSheet<Fact> each : tables.figures()) {
            each.value()
                    .value()
                    .ifPresent(value -> sheets.computeIfAbsent(each.sheet(), sheet -> new HashMap<>())
                            .computeIfAbsent(each.value().column(), column -> new LinkedHashMap<>())
                            .putIfAbsent(each.value().subject(), Fraction.of(value)));
        }
    }

    /**
     * What may have changed places.
     *
     * @param published the published figures by item
     * @param accused what other checks have accused
     */
    public static List<Finding> check(StagedTables tables, Map<String, Figure> published, Set<Place> accused) {
        SwapCheck check = new SwapCheck(tables, published, accused);
        tables.sheets().forEach((number, header) -> {
            if (header.dataset().isOfSubjects() && check.sheets.containsKey(number)) {
                check.check(header, check.sheets.getOrDefault(number, Map.of()));
            }
        });
        check.findings.addAll(SwappedRows.check(tables, check.accused));
        return check.findings;
    }

    private void check(SheetHeader header, Map<String, Map<String, Fraction>> columns) {
        for (Ratio ratio : header.dataset().checks().witnesses().ratios()) {
            header.column(ratio.of())
                    .ifPresent(first -> header.column(ratio.to())
                            .ifPresent(second -> compareByOpening(header, ratio, first, second, columns)));
        }
        for (HeaderColumn column : header.columns()) {
            if (column.column().amount().whole()) {
                compareByWholeness(header, column, columns);
            }
            Column.Ties ties = column.column().ties();
            for (Optional<String> tie : List.of(ties.opens(), ties.samePeriod())) {
                tie.flatMap(header::column).ifPresent(now -> compareBefore(header, column, now, columns));
            }
        }
        // Where one of two columns stands in the other's place, a third one may be a copy of it for that alone.
        for (HeaderColumn column : header.columns()) {
            Column.Ties ties = column.column().ties();
            for (Optional<String> tie : List.of(ties.opens(), ties.samePeriod())) {
                tie.flatMap(header::column).ifPresent(now -> compareCopy(header, column, now, columns));
            }
        }
        List<HeaderColumn> numeric = header.columns().stream()
                .filter(column -> column.column().kind().isNumeric())
                .toList();
        numeric.forEach(column -> compareRows(header, column, columns));
        numeric.forEach(column -> compareRowsBeside(header, column, columns));
    }

    /** The same by what stands beside it, where neither an earlier day nor that column is known to be wrong. */
    private void compareRowsBeside(
            SheetHeader header, HeaderColumn column, Map<String, Map<String, Fraction>> columns) {
        header.dataset().checks().witnesses().ratios().stream()
                .filter(ratio -> ratio.to().equals(column.column().id()))
                .flatMap(ratio -> header.column(ratio.of()).stream())
                .filter(other -> before(header, column, columns).isEmpty()
                        && before(header, other, columns).size() > 0
                        && !shiftedColumns.contains(header.headingOf(other)))
                .forEach(other -> ShiftedRows.of(
                                figures(columns, column),
                                figures(columns, other),
                                evidence(header).enough(),
                                evidence(header).apart())
                        .ifPresent(shifted -> accuse(header, column, other.heading(), shifted)));
    }

    /** Figures that stand one row off, by what the same subjects had on an earlier day. */
    private void compareRows(SheetHeader header, HeaderColumn column, Map<String, Map<String, Fraction>> columns) {
        before(header, column, columns)
                .forEach((by, then) -> ShiftedRows.of(
                                figures(columns, column),
                                then,
                                evidence(header).few(),
                                evidence(header).shifted())
                        .ifPresent(shifted -> accuse(header, column, by, shifted)));
    }

    /** What a column's subjects had on earlier days: last quarter (called nothing), and by headings of the same sheet. */
    private Map<String, Map<String, Fraction>> before(
            SheetHeader header, HeaderColumn column, Map<String, Map<String, Fraction>> columns) {
        Map<String, Map<String, Fraction>> before = new LinkedHashMap<>();
        Map<String, Fraction> last = new HashMap<>();
        tables.last()
                .ifPresent(period -> figures(columns, column)
                        .keySet()
                        .forEach(subject -> period.figure(column.column().id(), tables.codeOfThen(subject))
                                .ifPresent(figure -> last.put(subject, figure))));
        if (!last.isEmpty()) {
            before.put("", last);
        }
        header.columns().stream()
                .filter(other -> List.of(
                                other.column().ties().opens(),
                                other.column().ties().samePeriod())
                        .contains(Optional.of(column.column().id())))
                .forEach(other -> before.put(other.heading(), figures(columns, other)));
        return before;
    }

    private List<Place> cells(SheetHeader header, HeaderColumn column, Collection<String> subjects) {
        return tables.figures().stream()
                .filter(each -> header.equals(tables.sheets().get(each.sheet()))
                        && each.value().column().equals(column.column().id())
                        && subjects.contains(each.value().subject()))
                .map(each -> header.sheet().at(each.value().at().a1()))
                .toList();
    }

    private void accuse(SheetHeader header, HeaderColumn column, String by, ShiftedRows shifted) {
        List<Place> cells = cells(header, column, shifted.subjects());
        if (!accused.contains(header.headingOf(column)) && shiftedColumns.add(header.headingOf(column))) {
            accused.addAll(cells);
            findings.add(Finding.of(Code.W219, cells.get(0))
                    .column(column.heading())
                    .with("cell2", cells.get(cells.size() - 1).cell())
                    .with("by", by)
                    .with(
                            Finding.VARIANT,
                            (shifted.below() ? "shifted_down" : "shifted_up") + (by.isEmpty() ? "_last" : "")));
        }
    }

    /**
     * Of the two columns of a ratio one has an opening balance. Where that is nearer to the other column for most subjects,
     * they may be swapped; where the published ratio is that of the sums upside down, they are.
     */
    private void compareByOpening(
            SheetHeader header,
            Ratio ratio,
            HeaderColumn first,
            HeaderColumn second,
            Map<String, Map<String, Fraction>> columns) {
        Optional<HeaderColumn> opening = header.columns().stream()
                .filter(column -> column.column().ties().opens().equals(Optional.of(ratio.of())))
                .findFirst();
        if (opening.isEmpty() || second.column().ties().samePeriod().isPresent()) {
            return;
        }
        Map<String, Fraction> firsts = figures(columns, first);
        Map<String, Fraction> seconds = figures(columns, second);
        Map<String, Fraction> openings = figures(columns, opening.get());
        List<String> subjects = openings.keySet().stream()
                .filter(subject -> firsts.containsKey(subject) && seconds.containsKey(subject))
                .filter(subject -> !value(openings, subject).isZero())
                .toList();
        long nearer = subjects.stream()
                .filter(subject ->
                        TwoColumns.isNearer(value(openings, subject), value(seconds, subject), value(firsts, subject)))
                .count();
        if (subjects.size() < evidence(header).few() || !evidence(header).isMost(nearer, subjects.size())) {
            return;
        }
        boolean upside = isUpsideDown(ratio, sum(firsts), sum(seconds));
        if (upside || subjects.size() >= evidence(header).enough()) {
            accuse(upside ? Code.E320 : Code.W219, new TwoColumns(header, first, second), "opening", opening.get());
        }
    }

    private boolean isUpsideDown(Ratio ratio, Fraction first, Fraction second) {
        return first.isPositive()
                && second.isPositive()
                && ratio.published()
                        .filter(known -> Optional.ofNullable(published.get(FactTable.itemKey(known.item())))
                                .filter(figure -> PublishedFigures.isWithin(
                                                figure.value(),
                                                ratio.value(known, second, first),
                                                known.swappedWithin())
                                        && !PublishedFigures.isWithin(
                                                figure.value(), ratio.value(known, first, second), known.within()))
                                .isPresent())
                        .isPresent();
    }

    /** Numbers that count something and are no whole numbers, beside amounts that all are. */
    private void compareByWholeness(
            SheetHeader header, HeaderColumn count, Map<String, Map<String, Fraction>> columns) {
        String letters = CellRef.letters(count.index());
        long broken = tables.staging().stream()
                .filter(finding -> finding.code() == Code.E216)
                .filter(finding ->
                        finding.place().sheetOnly().equals(header.sheet().sheetOnly()))
                .filter(finding ->
                        finding.place().cell().replaceAll("[0-9]", "").equals(letters))
                .count();
        if (broken < evidence(header).few() || broken <= figures(columns, count).size()) {
            return;
        }
        header.columns().stream()
                .filter(column -> column.column().kind() == Column.Kind.MONEY)
                .filter(column ->
                        figures(columns, column).size() >= evidence(header).few()
                                && figures(columns, column).values().stream()
                                        .allMatch(value -> column.inUnit(value).isWhole()))
                .findFirst()
                .ifPresent(amount -> accuse(Code.E320, new TwoColumns(header, count, amount), "whole", amount));
    }

    /** Nearly all figures are those of an earlier day in the column beside them. */
    private void compareCopy(
            SheetHeader header, HeaderColumn earlier, HeaderColumn now, Map<String, Map<String, Fraction>> columns) {
        Map<String, Fraction> before = figures(columns, earlier);
        Map<String, Fraction> after = figures(columns, now);
        List<String> subjects = subjects(before, after);
        long same = subjects.stream()
                .filter(subject -> value(after, subject).equals(value(before, subject)))
                .count();
        if (subjects.size() >= evidence(header).enough() && evidence(header).isNearlyAll(same, subjects.size())) {
            accuse(Code.W223, new TwoColumns(header, now, earlier), "opening", earlier);
        }
    }

    /** Who has both, and had something before. */
    private static List<String> subjects(Map<String, Fraction> before, Map<String, Fraction> after) {
        return before.keySet().stream()
                .filter(subject ->
                        after.containsKey(subject) && !value(before, subject).isZero())
                .toList();
    }

    /**
     * Figures are together less than half of those of an earlier day, or less at most subjects; where the published growth is
     * that of the sums upside down, the columns are swapped.
     */
    private void compareBefore(
            SheetHeader header, HeaderColumn earlier, HeaderColumn now, Map<String, Map<String, Fraction>> columns) {
        Map<String, Fraction> before = figures(columns, earlier);
        Map<String, Fraction> after = figures(columns, now);
        List<String> subjects = subjects(before, after);
        long falls = subjects.stream()
                .filter(subject -> value(after, subject).isLess(value(before, subject)))
                .count();
        Fraction then =
                Fraction.sum(subjects.stream().map(each -> value(before, each)).toList());
        Fraction today =
                Fraction.sum(subjects.stream().map(each -> value(after, each)).toList());
        boolean most =
                subjects.size() >= evidence(header).enough() && evidence(header).isMost(falls, subjects.size());
        if (most
                || (subjects.size() >= evidence(header).few()
                        && today.times(Fraction.of(2)).isLess(then))) {
            boolean growth = earlier.column().ties().samePeriod().isPresent();
            boolean upside = header.dataset().checks().witnesses().ratios().stream()
                    .filter(ratio -> ratio.of().equals(now.column().id())
                            && ratio.to().equals(earlier.column().id()))
                    .anyMatch(ratio -> isUpsideDown(ratio, today, then));
            accuse(
                    upside ? Code.E320 : Code.W214,
                    new TwoColumns(header, now, earlier),
                    upside ? "growth" : growth ? "same_period" : "",
                    earlier);
        }
    }

    private void accuse(Code code, TwoColumns columns, String variant, HeaderColumn by) {
        if (!accused.contains(columns.header().headingOf(columns.second())) && accused.add(columns.place())) {
            Finding finding = columns.accuse(code).with("by", by.heading());
            columns.header()
                    .dataset()
                    .wording(variant)
                    .ifPresentOrElse(
                            words -> findings.add(finding.with(Finding.VARIANT, words)), () -> findings.add(finding));
        }
    }

    private static Map<String, Fraction> figures(Map<String, Map<String, Fraction>> columns, HeaderColumn column) {
        return columns.getOrDefault(column.column().id(), Map.of());
    }

    private static Fraction value(Map<String, Fraction> figures, String subject) {
        return figures.getOrDefault(subject, Fraction.ZERO);
    }

    private static Fraction sum(Map<String, Fraction> figures) {
        return Fraction.sum(figures.values());
    }

    private static Evidence evidence(SheetHeader header) {
        return header.dataset().checks().witnesses().evidence();
    }
}
