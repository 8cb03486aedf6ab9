package bankscore.contribution.judge;

import bankscore.contribution.place.Allocator;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.Scorer;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Figures, the rule they were judged by, and what came out. */
public record Judgement(Quarter quarter, Assessment assessment, Optional<Plan> plan) {

    /** What a scheme makes of a quarter. */
    public static Judgement of(Scheme scheme, Quarter quarter) {
        Assessment assessment = Scorer.assess(scheme, quarter);
        return new Judgement(quarter, assessment, Allocator.plan(scheme, quarter, assessment));
    }

    public Scheme scheme() {
        return assessment.scheme();
    }

    /** Where a bank stands. */
    public Standing standing(String bank) {
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
