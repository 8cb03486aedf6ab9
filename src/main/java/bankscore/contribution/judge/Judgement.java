package bankscore.contribution.judge;

import bankscore.contribution.place.Allocator;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.Scorer;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Figures, the rule they were judged by, and what came out: what run, compare, simulate, cases, explain and verify share.
 *
 * @param findings what scoring and placing brought up, in this order
 */
public record Judgement(Quarter quarter, Assessment assessment, Placement placement, List<Finding> findings) {

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** What a scheme makes of a quarter. */
    public static Judgement of(Scheme whole, Quarter quarter) {
        Scheme scheme = whole.in(quarter.period());
        Assessment assessment = Scorer.assess(scheme, quarter);
        Placement placement = Allocator.place(scheme, quarter, assessment);
        return new Judgement(
                quarter,
                assessment,
                placement,
                Stream.concat(assessment.findings().stream(), placement.findings().stream())
                        .toList());
    }

    public Scheme scheme() {
        return assessment.scheme();
    }

    /** What is of one fund: the assessment by which its money is placed, and its plan alone. */
    public Judgement of(String fund) {
        Placement own = placement instanceof Plan plan
                ? new Plan(
                        plan.indicative(),
                        plan.funds().stream()
                                .filter(each -> each.pool().fund().equals(fund))
                                .toList(),
                        List.of())
                : placement;
        return new Judgement(quarter, assessment.of(fund), own, findings);
    }

    /** Where a bank stands; where scores are those of each fund it stands nowhere over all of them. */
    public Standing standing(String bank) {
        Optional<ScoreCard> card = assessment.isPerFund() ? Optional.empty() : assessment.card(bank);
        Map<String, Money> computed = new LinkedHashMap<>();
        Map<String, Money> adjusted = new LinkedHashMap<>();
        for (FundPlan fund : placement.funds()) {
            for (PlanRow row : fund.rows()) {
                if (row.bank().code().equals(bank)) {
                    computed.put(fund.pool().fund(), row.computed());
                    adjusted.put(fund.pool().fund(), row.adjustment());
                }
            }
        }
        return new Standing(
                card.map(ScoreCard::total),
                card.map(ScoreCard::rank),
                card.map(ScoreCard::share).orElse(Fraction.ZERO),
                computed,
                adjusted);
    }
}
