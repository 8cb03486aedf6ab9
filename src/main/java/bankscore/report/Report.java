package bankscore.report;

import bankscore.domain.allocate.Plan;
import bankscore.domain.finding.PrintedFinding;
import bankscore.domain.quarter.Quarter;
import bankscore.domain.score.Assessment;
import java.util.List;
import java.util.Optional;

/**
 * All that any output shows of one period, arranged once.
 *
 * @param plan absent where there is nothing to plan with
 * @param findings what must be verified and what is worth knowing, in words
 */
public record Report(
        Quarter quarter, Assessment assessment, Optional<Plan> plan, List<PrintedFinding> findings, RunFacts run) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether this is the annual assessment and not a monitoring quarter (D19). */
    public boolean annual() {
        return quarter.period().isAnnual();
    }
}
