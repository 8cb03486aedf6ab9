package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds figures against the parts that their sheet has columns of: a figure that is not 0 and of which no part is told is to be
 * verified, once for all rows of a sheet, at the first of them.
 */
final class PartCheck {

    private final StagedTables tables;
    private final Map<Integer, Map<Integer, Map<String, Fact>>> rows = new HashMap<>();
    private final Consumer<Finding> findings;
    private final Set<Place> accused;

    PartCheck(StagedTables tables, Consumer<Finding> findings) {
        this.tables = tables;
        this.findings = findings;
        this.accused = tables.staging().stream().map(Finding::place).collect(Collectors.toUnmodifiableSet());
        for (OnSheet<Fact> each : tables.figures()) {
            rows.computeIfAbsent(each.sheet(), sheet -> new TreeMap<>())
                    .computeIfAbsent(each.value().at().row(), row -> new HashMap<>())
                    .put(each.value().column(), each.value());
        }
    }

    void check() {
        for (Dataset dataset : tables.datasets()) {
            for (String whole : dataset.checks().witnesses().parted()) {
                tables.sheetsOf(dataset)
                        .forEach((sheet, header) ->
                                header.column(whole).ifPresent(column -> check(sheet, header, column)));
            }
        }
    }

    private void check(int sheet, SheetHeader header, HeaderColumn whole) {
        List<HeaderColumn> parts = header.columns().stream()
                .filter(column -> column.column()
                        .ties()
                        .partOf()
                        .filter(whole.column().id()::equals)
                        .isPresent())
                .toList();
        List<Fact> lacking = parts.isEmpty()
                ? List.of()
                : rows.getOrDefault(sheet, Map.of()).values().stream()
                        .filter(row -> parts.stream().noneMatch(part -> isTold(header, row, part)))
                        .flatMap(row ->
                                Optional.ofNullable(row.get(whole.column().id())).stream())
                        .filter(figure -> figure.value()
                                .filter(value -> value.signum() != 0)
                                .isPresent())
                        .toList();
        if (lacking.isEmpty()) {
            return;
        }
        Fact first = lacking.get(0);
        String name =
                tables.roster().subject(first.subject()).map(Subject::name).orElse(first.subject());
        Finding finding = Finding.of(Code.W225, place(header, first, parts.get(0)))
                .subject(name)
                .column(whole.heading())
                .with("first", name)
                .with(
                        "parts",
                        parts.stream().map(part -> "“" + part.heading() + "”").collect(Collectors.joining("、")));
        findings.accept(
                lacking.size() == 1
                        ? finding.with(
                                "found", whole.shown(Fraction.of(first.value().orElseThrow())))
                        : finding.with("count", lacking.size()).with(Finding.VARIANT, "rows"));
    }

    /** A part that was written and could not be read is told. */
    private boolean isTold(SheetHeader header, Map<String, Fact> row, HeaderColumn part) {
        Fact own = row.get(part.column().id());
        return (own != null && (own.value().isPresent() || part.column().takesPrevious()))
                || row.values().stream().anyMatch(each -> accused.contains(place(header, each, part)));
    }

    /** The cell of a column in a figure's row. */
    private static Place place(SheetHeader header, Fact figure, HeaderColumn column) {
        return header.sheet().at(new CellRef(figure.at().row(), column.index()).a1());
    }
}
