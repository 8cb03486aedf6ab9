package bankscore.run.stage;

import bankscore.facts.Claim;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.WrittenReason;
import bankscore.finding.Finding;
import bankscore.intake.row.RowIntake;
import bankscore.intake.row.RowResult;
import bankscore.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Some rows of a sheet on their way through the staging step. */
sealed interface SheetRows {

    /** The place of their sheet among those that are read. */
    int source();

    /** The number of their sheet. */
    int sheet();

    /** What they give, with their place. */
    StagedRows staged();

    /**
     * Rows one below the other, at least one, and what the sheet's rows are turned into.
     *
     * @param sheet the number of their sheet
     * @param cells how many filled cells the file holds in them
     */
    record Data(int source, int sheet, List<SheetRow> rows, long cells, RowIntake intake) implements SheetRows {

        @Override
        public StagedRows staged() {
            List<Fact> figures = new ArrayList<>(rows.size());
            List<Claim> claims = new ArrayList<>();
            List<ControlTotal> totals = new ArrayList<>();
            Map<Integer, WrittenReason> reasons = new TreeMap<>();
            List<Finding> findings = new ArrayList<>();
            for (SheetRow row : rows) {
                RowResult result = intake.take(row);
                figures.addAll(result.figures());
                result.claim().ifPresent(claims::add);
                totals.addAll(result.totals());
                result.reasons().forEach(reason -> reasons.put(row.index(), reason));
                findings.addAll(result.findings());
            }
            int last = rows.get(rows.size() - 1).index();
            return new StagedRows(source, sheet, last, rows.size(), cells, figures, claims, totals, reasons, findings);
        }
    }

    /** The rest of a sheet that cannot be read. */
    record Broken(int source, int sheet, Finding finding) implements SheetRows {

        @Override
        public StagedRows staged() {
            return new StagedRows(
                    source, sheet, StagedRows.REST, 1, 0, List.of(), List.of(), List.of(), Map.of(), List.of(finding));
        }
    }
}
