package bankscore.intake.table.earlier;

import bankscore.facts.Fact;
import bankscore.facts.OnSheet;
import bankscore.facts.register.Register;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.SheetHeader;
import bankscore.intake.table.staged.Earlier;
import bankscore.intake.table.staged.StagedTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list named last and names no more: money at a bank, a pool, a bank at risk, or a whole column. One finding for each
 * table, to be verified. Where a sheet is missing or in error this is told already, and so is a subject that left the register.
 */
final class Gone {

    /** So many rows are told by name. */
    private static final int NAMED = 5;

    private final StagedTables tables;
    private final Dataset dataset;
    private final Collection<SheetHeader> sheets;
    private final List<Fact> now;

    private Gone(StagedTables tables, Dataset dataset) {
        this.tables = tables;
        this.dataset = dataset;
        this.sheets = tables.sheetsOf(dataset).values();
        this.now = facts(tables.figures());
    }

    static List<Finding> check(StagedTables tables) {
        List<Finding> findings = new ArrayList<>();
        for (Dataset dataset : tables.datasets()) {
            if (dataset.rows() == Dataset.Rows.OTHER
                    && dataset.checks().against().isPresent()
                    && !tables.isAccused(dataset)
                    && !isTold(tables, dataset)) {
                new Gone(tables, dataset).check(findings);
            }
        }
        return findings;
    }

    /** Whether a dataset is known to lack a sheet. */
    static boolean isTold(StagedTables tables, Dataset dataset) {
        return tables.staging().stream()
                .anyMatch(finding -> finding.code() == Code.W105
                        && finding.details().getOrDefault("expected", "").equals(dataset.name()));
    }

    private List<Fact> facts(List<OnSheet<Fact>> figures) {
        return figures.stream()
                .map(OnSheet::value)
                .filter(figure -> figure.dataset().equals(dataset.id()))
                .filter(figure -> dataset.numeric().isEmpty()
                        || figure.value().filter(value -> value.signum() != 0).isPresent())
                .toList();
    }

    private void check(List<Finding> findings) {
        if (now.isEmpty()) {
            return;
        }
        for (Earlier earlier : tables.withinAYear()) {
            List<Fact> then = facts(earlier.figures());
            if (!then.isEmpty()) {
                tellColumns(then, earlier, findings);
                tellRows(then, earlier, findings);
                return;
            }
        }
    }

    private void tellColumns(List<Fact> then, Earlier earlier, List<Finding> findings) {
        Set<String> filled = then.stream().map(Fact::column).collect(Collectors.toSet());
        for (Column column : dataset.numeric()) {
            if (filled.contains(column.id())
                    && sheets.stream()
                            .noneMatch(sheet -> sheet.column(column.id()).isPresent())) {
                findings.add(finding(earlier).column(column.name()).with(Finding.VARIANT, "column"));
            }
        }
    }

    private void tellRows(List<Fact> then, Earlier earlier, List<Finding> findings) {
        Set<String> known = now.stream()
                .map(figure -> Earlier.key(figure, tables.codeOfThen(figure.subject())))
                .collect(Collectors.toSet());
        Map<String, String> gone = new LinkedHashMap<>();
        for (Fact figure : then) {
            String key = Earlier.key(figure, figure.subject());
            String name = name(figure, earlier.register());
            if (!known.contains(key) && !name.isEmpty()) {
                gone.putIfAbsent(key, name);
            }
        }
        if (!gone.isEmpty()) {
            findings.add(finding(earlier)
                    .with("count", gone.size())
                    .with(
                            "gone",
                            gone.values().stream().limit(NAMED).collect(Collectors.joining("；"))
                                    + (gone.size() > NAMED ? "……" : ""))
                    .with(Finding.VARIANT, "gone"));
        }
    }

    /** What a row of then was about; nothing if its subject is not there any more. */
    private String name(Fact figure, Register then) {
        String subject = then.subject(figure.subject())
                .flatMap(before -> tables.roster()
                        .subject(before.code())
                        .or(() -> tables.roster().named(before.name())))
                .map(known -> known.name())
                .orElse("");
        return subject.isEmpty() && !figure.subject().isEmpty()
                ? ""
                : Stream.of(figure.label(), subject)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining("、"));
    }

    private Finding finding(Earlier earlier) {
        return Finding.of(Code.W105, sheets.iterator().next().headingOfNames())
                .with("expected", dataset.name())
                .with("period", earlier.period());
    }
}
