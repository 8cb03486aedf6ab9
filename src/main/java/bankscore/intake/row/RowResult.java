package bankscore.intake.row;

import bankscore.facts.Claim;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.WrittenReason;
import bankscore.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one row of a sheet gives: figures, a line of claims, control totals, written reasons and findings, each possibly none. */
public record RowResult(
        List<Fact> figures,
        Optional<Claim> claim,
        List<ControlTotal> totals,
        List<WrittenReason> reasons,
        List<Finding> findings) {

    public static final RowResult NOTHING = new RowResult(List.of(), Optional.empty(), List.of(), List.of(), List.of());

    public RowResult {
        figures = List.copyOf(figures);
        totals = List.copyOf(totals);
        reasons = List.copyOf(reasons);
        findings = List.copyOf(findings);
    }

    /** A row that gives a finding and nothing else. */
    static RowResult of(Finding finding) {
        return new RowResult(List.of(), Optional.empty(), List.of(), List.of(), List.of(finding));
    }

    /** The same with one finding more, before the others. */
    RowResult with(Finding finding) {
        List<Finding> more = new ArrayList<>(List.of(finding));
        more.addAll(findings);
        return new RowResult(figures, claim, totals, reasons, more);
    }
}
