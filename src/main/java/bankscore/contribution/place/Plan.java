package bankscore.contribution.place;

import bankscore.finding.Finding;
import java.util.List;

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
}
