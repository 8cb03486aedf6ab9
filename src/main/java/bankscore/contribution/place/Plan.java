package bankscore.contribution.place;

import bankscore.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The allocation plan of a period.
 *
 * @param indicative whether it is a simulation of a monitoring quarter (D19); withdrawals are real all the same
 * @param funds in the order of sheet 资金池
 * @param findings what the placing brings up
 */
public record Plan(boolean indicative, List<FundPlan> funds, List<Finding> findings) implements Placement {

    public Plan {
        funds = List.copyOf(funds);
        findings = List.copyOf(findings);
    }

    @Override
    public Optional<Plan> plan() {
        return Optional.of(this);
    }

    /** Whether any bank loses its deposits for safety (D15). */
    public boolean withdraws() {
        return funds.stream()
                .flatMap(fund -> fund.rows().stream())
                .anyMatch(row -> row.note() == PlanRow.Note.WITHDRAWN || row.note() == PlanRow.Note.WITHDRAWN_EARLY);
    }
}
