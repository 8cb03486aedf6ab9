package bankscore.job;

import bankscore.domain.finding.Finding;
import bankscore.domain.intake.RowIntake;
import bankscore.domain.intake.RowResult;
import bankscore.domain.intake.SheetRow;
import bankscore.domain.intake.StagedFigure;
import bankscore.domain.intake.StagedReason;
import bankscore.domain.intake.StagedTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Some rows of a sheet on their way through the staging step. */
sealed interface SheetLines {

    /** What they give, with their place. */
    StagedLines staged();

    /**
     * Rows one below the other, at least one, and what the sheet's rows are turned into.
     *
     * @param sheet the number of their sheet
     * @param cells how many filled cells the file holds in them
     */
    record Data(int source, int sheet, List<SheetRow> rows, long cells, RowIntake intake) implements SheetLines {

        @Override
        public StagedLines staged() {
            List<StagedFigure> figures = new ArrayList<>(rows.size());
            List<StagedTotal> totals = new ArrayList<>();
            Map<Integer, StagedReason> reasons = new TreeMap<>();
            List<Finding> findings = new ArrayList<>();
            for (SheetRow row : rows) {
                RowResult result = intake.take(row);
                figures.addAll(result.figures());
                totals.addAll(result.totals());
                result.reasons().forEach(reason -> reasons.put(row.index(), reason));
                findings.addAll(result.findings());
            }
            int last = rows.get(rows.size() - 1).index();
            return new StagedLines(source, sheet, last, rows.size(), cells, figures, totals, reasons, findings);
        }
    }

    /** The rest of a sheet that cannot be read. */
    record Broken(int source, int sheet, Finding finding) implements SheetLines {

        @Override
        public StagedLines staged() {
            return new StagedLines(
                    source, sheet, StagedLines.REST, 1, 0, List.of(), List.of(), Map.of(), List.of(finding));
        }
    }
}
