package bankscore.domain.compare;

import bankscore.domain.Fraction;
import bankscore.domain.Money;
import bankscore.domain.allocate.Allocator;
import bankscore.domain.allocate.FundPlan;
import bankscore.domain.allocate.Plan;
import bankscore.domain.allocate.PlanRow;
import bankscore.domain.quarter.Quarter;
import bankscore.domain.scheme.Scheme;
import bankscore.domain.score.Assessment;
import bankscore.domain.score.ScoreCard;
import bankscore.domain.score.Scorer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Figures, the rule they were judged by, and what came out. */
public record Result(Quarter quarter, Assessment assessment, Optional<Plan> plan) {

    /** What a scheme makes of a quarter. */
    public static Result of(Scheme scheme, Quarter quarter) {
        Assessment assessment = Scorer.assess(scheme, quarter);
        return new Result(quarter, assessment, Allocator.plan(scheme, quarter, assessment));
    }

    public Scheme scheme() {
        return assessment.scheme();
    }

    /** Where a bank stands. */
    Standing standing(String bank) {
        Optional<ScoreCard> card = assessment.card(bank);
        Map<String, Money> computed = new LinkedHashMap<>();
        Map<String, Money> adjusted = new LinkedHashMap<>();
        plan.ifPresent(placed -> {
            for (FundPlan fund : placed.funds()) {
                for (PlanRow row : fund.rows()) {
                    if (row.bank().code().equals(bank)) {
                        computed.put(fund.pool().fund(), row.computed());
                        adjusted.put(fund.pool().fund(), row.adjustment());
                    }
                }
            }
        });
        return new Standing(
                card.map(ScoreCard::total),
                card.map(ScoreCard::rank),
                card.map(ScoreCard::share).orElse(Fraction.ZERO),
                computed,
                adjusted);
    }
}
