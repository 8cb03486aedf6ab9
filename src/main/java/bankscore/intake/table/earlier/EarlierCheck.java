package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.earlier.PastColumn.Value;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what arrived against earlier periods.
 *
 * <p>One cause gives one finding: what is accused as a whole, a sheet before its columns and a column before its cells, is not
 * accused again. A sheet that an earlier period published comes first, then {@link Swapped}, {@link Jumps}, columns that are
 * last quarter's, and at last the cells: running totals against last quarter's, opening balances against the year's beginning
 * as it was told before.
 */
public final class EarlierCheck {

    private static final String YEAR_AGO = "year_ago";

    private final StagedTables tables;
    private final Set<Place> accused = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private EarlierCheck(StagedTables tables) {
        this.tables = tables;
        tables.staging().stream().map(Finding::place).forEach(accused::add);
    }

    public static List<Finding> check(StagedTables tables) {
        return tables.earlier().isEmpty() ? List.of() : new EarlierCheck(tables).check();
    }

    private List<Finding> check() {
        SameAgain same = new SameAgain(tables, findings);
        Set<Integer> again = same.sheets();
        columns().forEach((sheet, columns) -> {
            if (!again.contains(sheet)) {
                check(columns, same);
            }
        });
        findings.addAll(EarlierRecords.check(tables, again));
        findings.addAll(Gone.check(tables));
        findings.addAll(RegisterChanges.check(tables));
        return findings;
    }

    private void check(List<PastColumn> columns, SameAgain same) {
        boolean single =
                columns.stream().allMatch(column -> column.header().dataset().isOfSubjects());
        Set<String> swapped = single ? new Swapped(findings).find(columns) : Set.of();
        List<PastColumn> left = new ArrayList<>();
        for (PastColumn column : columns) {
            if (swapped.contains(column.id())) {
                continue;
            }
            Jumps jumps = Jumps.of(column, this::isYoung);
            jumps.all().ifPresentOrElse(findings::add, () -> {
                jumps.single().forEach(value -> tellJump(column, value));
                left.add(column);
            });
        }
        if (!single) {
            return;
        }
        left.removeAll(same.columns(left));
        left.removeAll(same.openings(left));
        for (PastColumn column : left) {
            if (column.isYtd()) {
                checkGrowth(column);
            }
            column.opens().ifPresent(closing -> checkOpening(column, closing));
            column.samePeriod().ifPresent(then -> checkSamePeriod(column, then));
        }
    }

    /** A figure that looks like a fraction, and was a hundred times as much last time, is one. */
    private void tellJump(PastColumn column, Value value) {
        Place place = column.header().sheet().at(value.figure().at().a1());
        boolean fraction = tables.staging().stream()
                        .anyMatch(finding ->
                                finding.code() == Code.W202 && finding.place().equals(place))
                && value.before()
                        .filter(before -> Jumps.isNear(
                                value.now().dividedBy(before),
                                -2,
                                column.against().factor()))
                        .isPresent();
        if (fraction) {
            findings.add(told(Code.E208, place, column, value, value.before())
                    .with("label", what(value.figure()))
                    .with("percent", value.now().times(Fraction.HUNDRED))
                    .with(Finding.VARIANT, "fraction_last"));
        } else {
            accuse(Code.W208, column, value, value.before()).ifPresent(findings::add);
        }
    }

    /** What was founded within a year may grow as it likes. */
    private boolean isYoung(Value value) {
        return tables.roster()
                .subject(value.figure().subject())
                .flatMap(Subject::opened)
                .filter(tables.period().end().minusYears(1)::isBefore)
                .isPresent();
    }

    /** A running total does not fall in the year. */
    private void checkGrowth(PastColumn column) {
        boolean sameYear = tables.last()
                .filter(last -> last.period().year() == tables.period().year())
                .isPresent();
        Map<Value, Before> fallen = new LinkedHashMap<>();
        for (Value value : column.values()) {
            value.before()
                    .filter(before -> sameYear && value.now().isLess(before))
                    .ifPresent(before -> fallen.put(value, new Before(before, "", "")));
        }
        accuse(Code.W209, column, fallen);
    }

    /** An opening balance is last year's closing one, and in every quarter of the year the same. */
    private void checkOpening(PastColumn column, String closing) {
        Map<Value, Before> other = new LinkedHashMap<>();
        for (Value value : column.values()) {
            Stream<Before> closed = tables
                    .yearEnd()
                    .flatMap(end -> end.figure(closing, value.subject()))
                    .map(figure -> new Before(figure, "", ""))
                    .stream();
            Stream<Before> opened = tables.thisYear().stream()
                    .flatMap(quarter -> quarter.figure(column.id(), value.subject()).stream()
                            .map(figure -> new Before(figure, quarter.period().toString(), "quarter")));
            Stream.concat(closed, opened)
                    .filter(before -> !before.figure().equals(value.now()))
                    .findFirst()
                    .ifPresent(before -> other.put(value, before));
        }
        accuse(Code.W210, column, other);
    }

    /** A figure of last year's same period is what was published then. */
    private void checkSamePeriod(PastColumn column, String then) {
        Map<Value, Before> other = new LinkedHashMap<>();
        tables.yearAgo()
                .ifPresent(quarter -> column.values()
                        .forEach(value -> quarter.figure(then, value.subject())
                                .filter(before -> !before.equals(value.now()))
                                .ifPresent(before -> other.put(
                                        value,
                                        new Before(before, quarter.period().toString(), YEAR_AGO)))));
        accuse(Code.W210, column, other);
    }

    /**
     * What a figure should be, or not be less than.
     *
     * @param quarter which quarter said so; empty where the code's own words tell it
     * @param variant the words for that
     */
    private record Before(Fraction figure, String quarter, String variant) {}

    /** Nearly a whole column is one finding, at its heading, with the first cell. */
    private void accuse(Code code, PastColumn column, Map<Value, Before> wrong) {
        if (column.against().isSame(wrong.size(), column.values().size())) {
            Map.Entry<Value, Before> first = wrong.entrySet().iterator().next();
            Before then = first.getValue();
            Finding finding = PastColumn.accuse(code, List.of(column))
                    .with("found", column.shown(first.getKey().now()))
                    .with("expected", column.shown(then.figure()))
                    .with("first", name(first.getKey().figure().subject()))
                    .with("count", wrong.size())
                    .with(Finding.VARIANT, "column");
            findings.add(
                    then.variant().equals(YEAR_AGO)
                            ? finding.with("quarter", then.quarter()).with(Finding.VARIANT, YEAR_AGO + "_column")
                            : finding);
            return;
        }
        wrong.forEach((value, before) -> {
            Optional<Finding> finding = accuse(code, column, value, Optional.of(before.figure()));
            finding.map(found -> before.quarter().isEmpty()
                            ? found
                            : found.with("quarter", before.quarter()).with(Finding.VARIANT, before.variant()))
                    .ifPresent(findings::add);
        });
    }

    /** The columns of each sheet that are held against earlier ones. */
    private Map<Integer, List<PastColumn>> columns() {
        Map<Integer, Map<String, List<Fact>>> figures = new TreeMap<>();
        for (OnSheet<Fact> each : tables.figures()) {
            figures.computeIfAbsent(each.sheet(), sheet -> new LinkedHashMap<>())
                    .computeIfAbsent(each.value().column(), column -> new ArrayList<>())
                    .add(each.value());
        }
        Map<Integer, List<PastColumn>> columns = new TreeMap<>();
        figures.forEach((sheet, byColumn) -> {
            SheetHeader header = tables.sheets().get(sheet);
            Optional<AgainstEarlier> against = Optional.ofNullable(header)
                    .flatMap(known -> known.dataset().checks().against());
            if (header != null && against.isPresent()) {
                columns.put(
                        sheet,
                        header.columns().stream()
                                .filter(column -> column.column().kind().isNumeric())
                                .map(column -> new PastColumn(
                                        header,
                                        column,
                                        against.get(),
                                        values(
                                                header,
                                                column,
                                                byColumn.getOrDefault(
                                                        column.column().id(), List.of()))))
                                .toList());
            }
        });
        return columns;
    }

    private List<Value> values(SheetHeader header, HeaderColumn column, List<Fact> figures) {
        boolean single = header.dataset().isOfSubjects();
        Map<String, Fraction> then = single
                ? Map.of()
                : tables.lastSums(header.dataset().id(), column.column().id());
        Map<String, Value> values = new LinkedHashMap<>();
        for (Fact figure : figures) {
            if (figure.value().isPresent()) {
                Fraction now = Fraction.of(figure.value().get());
                String subject = figure.subject().isEmpty() ? "" : tables.codeOfThen(figure.subject());
                String key = single ? figure.at().a1() : Earlier.key(figure, subject);
                Optional<Fraction> before = single
                        ? tables.last().flatMap(last -> last.figure(figure.column(), subject))
                        : Optional.ofNullable(then.get(key));
                values.merge(
                        key,
                        new Value(figure, subject, now, before),
                        (first, more) ->
                                new Value(first.figure(), subject, first.now().plus(more.now()), before));
            }
        }
        return List.copyOf(values.values());
    }

    private Optional<Finding> accuse(Code code, PastColumn column, Value value, Optional<Fraction> before) {
        Place place = column.header().sheet().at(value.figure().at().a1());
        if (!accused.add(place)) {
            return Optional.empty();
        }
        Finding finding = told(code, place, column, value, before);
        return Optional.of(
                column.header().dataset().isOfSubjects()
                        ? finding
                        : finding.with("label", what(value.figure())).with(Finding.VARIANT, "label"));
    }

    private Finding told(Code code, Place place, PastColumn column, Value value, Optional<Fraction> before) {
        return Finding.of(code, place)
                .subject(name(value.figure().subject()))
                .column(column.column().heading())
                .with("found", column.shown(value.now()))
                .with("expected", column.shown(before.orElse(Fraction.ZERO)));
    }

    /** What a row is about: a fund, an item, a subject, or a fund at a subject. */
    private String what(Fact figure) {
        return Stream.of(figure.label(), name(figure.subject()))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("、"));
    }

    private String name(String code) {
        return tables.roster().subject(code).map(Subject::name).orElse(code);
    }
}
