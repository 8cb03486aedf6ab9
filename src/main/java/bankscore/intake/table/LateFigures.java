package bankscore.intake.table;

import bankscore.facts.Fact;
import bankscore.facts.Figure;
import bankscore.facts.OnSheet;
import bankscore.facts.PublishedFor;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures that were not sent, where their column says that the last published one counts ({@code if_late}, scheme.md#late):
 * an empty cell, a row or a whole sheet that is not there. Each is told each time; where there is nothing to take, what is
 * missing stays an error.
 *
 * <p>A row or a sheet is taken as a whole: if one figure of it that the rule uses has nothing to stand for it, none is taken.
 */
final class LateFigures {

    private final StagedTables tables;
    private final Demand demand;
    private final Map<String, Map<String, Figure>> figures = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    /** Who has figures of earlier periods in place of a row, by dataset. */
    private final Map<String, Set<String>> rows = new HashMap<>();
    /** Who has nothing in place of a row, likewise. */
    private final Map<String, Set<String>> without = new HashMap<>();
    /** The names of those who have nothing in place of what a missing sheet should hold, likewise. */
    private final Map<String, List<String>> lacking = new HashMap<>();

    LateFigures(StagedTables tables, Demand demand) {
        this.tables = tables;
        this.demand = demand;
        for (Dataset dataset : tables.datasets()) {
            List<Column> late = late(dataset);
            if (dataset.rows() == Dataset.Rows.SUBJECT && !late.isEmpty()) {
                take(dataset, late);
            }
        }
    }

    /** The columns that the rule uses and of which the last published figure counts. */
    private List<Column> late(Dataset dataset) {
        return dataset.numeric().stream()
                .filter(Column::takesPrevious)
                .filter(column -> demand.columns().contains(dataset.formulaId(column)))
                .toList();
    }

    /** Whether nothing else of the dataset is used, so that a row or the sheet need not be there. */
    private boolean isAll(Dataset dataset, List<Column> late) {
        return dataset.columns().stream()
                .filter(column -> column.kind().isNumeric() || column.kind().isWords())
                .filter(column -> demand.columns().contains(dataset.formulaId(column)))
                .allMatch(late::contains);
    }

    private void take(Dataset dataset, List<Column> late) {
        Map<Integer, SheetHeader> sheets = tables.sheetsOf(dataset);
        Map<String, Column> byId = late.stream().collect(Collectors.toMap(Column::id, column -> column));
        for (OnSheet<Fact> each : tables.figures()) {
            Fact fact = each.value();
            Column column = byId.get(fact.column());
            SheetHeader header = sheets.get(each.sheet());
            if (column != null && header != null && fact.value().isEmpty()) {
                tables.roster().subject(fact.subject()).ifPresent(subject -> cell(header, fact, column, subject));
            }
        }
        Set<String> there = tables.subjectsIn(dataset);
        List<Subject> absent = tables.roster().subjects().stream()
                .filter(subject -> !there.contains(subject.code()))
                .toList();
        if (isAll(dataset, late) && tables.registered().namesAreSure()) {
            if (Unread.isMissing(tables, dataset)) {
                sheet(dataset, late, absent);
            }
            sheets.values().stream()
                    .limit(1)
                    .forEach(header -> absent.forEach(subject -> row(dataset, late, header, subject)));
        }
    }

    private boolean isNeeded(Subject subject) {
        return demand.assessed().test(subject);
    }

    private Optional<Figure> previous(Column column, Subject subject) {
        return demand.lastUsed().flatMap(last -> last.of(column, subject.code(), tables));
    }

    private void put(Subject subject, Figure figure) {
        figures.computeIfAbsent(figure.column(), id -> new HashMap<>()).put(subject.code(), figure);
    }

    private void cell(SheetHeader header, Fact fact, Column column, Subject subject) {
        if (!isRead(subject)) {
            return;
        }
        Place cell = header.sheet().at(fact.at().a1());
        String heading = header.column(column.id())
                .map(SheetHeader.HeaderColumn::heading)
                .orElse(column.name());
        Optional<Figure> previous = previous(column, subject);
        if (previous.isPresent()) {
            put(subject, previous.get());
            findings.add(told(cell, subject, from(previous.get()))
                    .column(heading)
                    .with("found", shown(column, previous.get())));
        } else if (isNeeded(subject)) {
            Finding empty = Finding.of(Code.E206, cell).subject(subject.name()).column(heading);
            boolean money = column.kind() == Column.Kind.MONEY;
            findings.add(
                    demand.lastUsed().isPresent()
                            ? empty.with(Finding.VARIANT, "late")
                            : money ? empty : empty.with(Finding.VARIANT, "other"));
        }
    }

    /** Whether anything is computed of a subject's figures: it is judged, or a figure of all counts those that are not. */
    private boolean isRead(Subject subject) {
        return isNeeded(subject) || demand.ofAll();
    }

    private void row(Dataset dataset, List<Column> late, SheetHeader header, Subject subject) {
        Optional<List<Figure>> taken = whole(late, subject);
        if (taken.isEmpty()) {
            without.computeIfAbsent(dataset.id(), id -> new HashSet<>()).add(subject.code());
        }
        taken.ifPresent(all -> {
            all.forEach(figure -> put(subject, figure));
            rows.computeIfAbsent(dataset.id(), id -> new HashSet<>()).add(subject.code());
            byRevision(all)
                    .forEach((revision, own) -> findings.add(told(header.sheet().sheetOnly(), subject, revision)
                            .with("figures", listed(late, own))
                            .with(Finding.VARIANT, "row")));
        });
    }

    private void sheet(Dataset dataset, List<Column> late, List<Subject> absent) {
        Map<Subject, List<Figure>> taken = new LinkedHashMap<>();
        absent.forEach(subject -> whole(late, subject).ifPresent(all -> taken.put(subject, all)));
        List<String> names = absent.stream()
                .filter(this::isNeeded)
                .filter(subject -> !taken.containsKey(subject))
                .map(Subject::name)
                .toList();
        if (!names.isEmpty()) {
            lacking.put(dataset.id(), names);
            return;
        }
        taken.forEach((subject, all) -> {
            all.forEach(figure -> put(subject, figure));
            rows.computeIfAbsent(dataset.id(), id -> new HashSet<>()).add(subject.code());
            byRevision(all)
                    .forEach((revision, own) -> findings.add(told(Place.NONE, subject, revision)
                            .with("expected", dataset.name())
                            .with("figures", listed(late, own))
                            .with(Finding.VARIANT, "bank")));
        });
    }

    /** All figures of a row that is not there; empty if one of them has nothing to stand for it. */
    private Optional<List<Figure>> whole(List<Column> late, Subject subject) {
        if (!isRead(subject)) {
            return Optional.empty();
        }
        List<Figure> all = late.stream()
                .flatMap(column -> previous(column, subject).stream())
                .toList();
        return Optional.of(all).filter(each -> each.size() == late.size());
    }

    private static PublishedFor from(Figure figure) {
        return figure.late().orElseThrow();
    }

    private static Map<PublishedFor, List<Figure>> byRevision(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(LateFigures::from, LinkedHashMap::new, Collectors.toList()));
    }

    private static Finding told(Place place, Subject subject, PublishedFor revision) {
        return Finding.of(Code.W226, place)
                .subject(subject.name())
                .with("period", revision.period())
                .with("revision", revision.revision());
    }

    private static String listed(List<Column> columns, List<Figure> figures) {
        Map<String, Column> byId = columns.stream().collect(Collectors.toMap(Column::id, column -> column));
        return figures.stream()
                .flatMap(figure -> Optional.ofNullable(byId.get(figure.column())).stream()
                        .map(column -> "“" + column.name() + "” " + shown(column, figure)))
                .collect(Collectors.joining("、"));
    }

    /** In the unit that figures are kept in: no sheet says another one of a figure that was not sent. */
    private static String shown(Column column, Figure figure) {
        String unit = column.kind() == Column.Kind.MONEY
                ? column.amount().kept().text()
                : column.kind() == Column.Kind.PERCENT ? "%" : "";
        return figure.value() + unit;
    }

    /** The figures that stand for those that were not sent, by column, then by subject. */
    Map<String, Map<String, Figure>> figures() {
        return figures;
    }

    /** A finding for each empty cell, and for each row that is not there and each revision that its figures are of. */
    List<Finding> findings() {
        return findings;
    }

    /** Whether figures of earlier periods stand for a subject's row. */
    boolean standForRow(Dataset dataset, String subject) {
        return rows.getOrDefault(dataset.id(), Set.of()).contains(subject);
    }

    /** Whether a subject has no row, and the last published period used no figures that could stand for it. */
    boolean hasNothingForRow(Dataset dataset, String subject) {
        return demand.lastUsed().isPresent()
                && without.getOrDefault(dataset.id(), Set.of()).contains(subject);
    }

    /** What a missing sheet is, where figures of earlier periods stand for all of it. */
    Optional<Finding> standForSheet(Dataset dataset) {
        Set<String> banks = rows.getOrDefault(dataset.id(), Set.of());
        return banks.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(Code.W226, Place.NONE)
                        .with("expected", dataset.name())
                        .with("count", banks.size())
                        .with(Finding.VARIANT, "sheet"));
    }

    /** Whether figures of earlier periods stand for every row of a sheet that has headings only. */
    boolean standForRows(Dataset dataset) {
        Set<String> banks = rows.getOrDefault(dataset.id(), Set.of());
        return !banks.isEmpty()
                && tables.roster().subjects().stream()
                        .filter(this::isNeeded)
                        .allMatch(subject -> banks.contains(subject.code()));
    }

    /** Who has nothing to stand for what a missing sheet should hold; nobody where that is not asked. */
    List<String> lacking(Dataset dataset) {
        return demand.lastUsed().isPresent() ? lacking.getOrDefault(dataset.id(), List.of()) : List.of();
    }
}
