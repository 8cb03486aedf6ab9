package bankscore.domain.check;

import bankscore.domain.Period;
import bankscore.domain.finding.PrintedFinding;
import bankscore.domain.intake.Dataset;
import bankscore.domain.intake.SheetHeader;
import bankscore.domain.intake.StagedFigure;
import bankscore.domain.intake.StagedTotal;
import bankscore.domain.quarter.RecordSummary;
import bankscore.domain.roster.Roster;
import java.util.List;
import java.util.Map;

/**
 * Everything staged of one period.
 *
 * @param datasets all known datasets
 * @param sheets the recognised sheets by number
 * @param figures all figures but those of records, in the order of sheets, rows and columns
 * @param totals all control totals
 * @param summaries the records' aggregates
 * @param repeated records that one unit gave twice for one bank
 * @param staging what was found while staging
 */
public record StagedTables(
        Period period,
        List<Dataset> datasets,
        Roster roster,
        Map<Integer, SheetHeader> sheets,
        List<OfSheet<StagedFigure>> figures,
        List<OfSheet<StagedTotal>> totals,
        List<RecordSummary> summaries,
        List<Repeated> repeated,
        List<PrintedFinding> staging) {

    public StagedTables {
        datasets = List.copyOf(datasets);
        sheets = Map.copyOf(sheets);
        figures = List.copyOf(figures);
        totals = List.copyOf(totals);
        summaries = List.copyOf(summaries);
        repeated = List.copyOf(repeated);
        staging = List.copyOf(staging);
    }

    /** Something staged and the number of its sheet. */
    public record OfSheet<T>(int sheet, T value) {}

    /** A record that says again what an earlier one of the same unit and bank said. */
    public record Repeated(int sheet, int row, String bank, String label) {}
}
