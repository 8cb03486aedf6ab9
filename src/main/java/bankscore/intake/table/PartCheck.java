package bankscore.intake.table;

import bankscore.exact.Fraction;
import bankscore.facts.Fact;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.table.staged.StagedTables;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds figures against the parts that their sheet has columns of: a figure that is not 0 and of which no part is told is to be
 * verified, once for all rows of a sheet, at the first of them.
 */
final class PartCheck {

    private final StagedTables tables;
    private final Function<String, List<TableCheck.Row>> rows;
    private final Consumer<Finding> findings;
    private final Set<Place> accused;

    /** @param rows the staged rows of a dataset */
    PartCheck(StagedTables tables, Function<String, List<TableCheck.Row>> rows, Consumer<Finding> findings) {
        this.tables = tables;
        this.rows = rows;
        this.findings = findings;
        this.accused = tables.staging().stream().map(Finding::place).collect(Collectors.toUnmodifiableSet());
    }

    void check() {
        for (Dataset dataset : tables.datasets()) {
            for (String whole : dataset.checks().witnesses().parted()) {
                tables.sheetsOf(dataset)
                        .forEach((sheet, header) -> header.column(whole)
                                .ifPresent(column -> check(header, column, ofSheet(dataset, sheet))));
            }
        }
    }

    private List<TableCheck.Row> ofSheet(Dataset dataset, int sheet) {
        return rows.apply(dataset.id()).stream()
                .filter(row -> row.sheet() == sheet)
                .toList();
    }

    private void check(SheetHeader header, HeaderColumn whole, List<TableCheck.Row> own) {
        List<HeaderColumn> parts = header.columns().stream()
                .filter(column -> column.column()
                        .ties()
                        .partOf()
                        .filter(whole.column().id()::equals)
                        .isPresent())
                .toList();
        List<TableCheck.Row> lacking = parts.isEmpty()
                ? List.of()
                : own.stream()
                        .filter(row -> value(row, whole)
                                        .filter(figure -> figure.signum() != 0)
                                        .isPresent()
                                && parts.stream().noneMatch(part -> isTold(header, row, part)))
                        .toList();
        if (lacking.isEmpty()) {
            return;
        }
        TableCheck.Row first = lacking.get(0);
        Finding finding = Finding.of(Code.W225, place(header, first, parts.get(0)))
                .subject(name(first))
                .column(whole.heading())
                .with("first", name(first))
                .with(
                        "parts",
                        parts.stream().map(part -> "“" + part.heading() + "”").collect(Collectors.joining("、")));
        findings.accept(
                lacking.size() == 1
                        ? finding.with(
                                "found",
                                whole.shown(Fraction.of(value(first, whole).orElseThrow())))
                        : finding.with("count", lacking.size()).with(Finding.VARIANT, "rows"));
    }

    /** A part that was written and could not be read is told. */
    private boolean isTold(SheetHeader header, TableCheck.Row row, HeaderColumn part) {
        return value(row, part).isPresent() || accused.contains(place(header, row, part));
    }

    private static Optional<BigDecimal> value(TableCheck.Row row, HeaderColumn column) {
        return Optional.ofNullable(row.figures().get(column.column().id())).flatMap(Fact::value);
    }

    private static Place place(SheetHeader header, TableCheck.Row row, HeaderColumn column) {
        return header.sheet().at(new CellRef(row.row(), column.index()).a1());
    }

    private String name(TableCheck.Row row) {
        String code = row.any().subject();
        return tables.roster().subject(code).map(Subject::name).orElse(code);
    }
}
