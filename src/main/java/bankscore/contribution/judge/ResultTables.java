package bankscore.contribution.judge;

import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.facts.ResultRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Scores and plan as rows of the database. */
public final class ResultTables {

    /** Each bank's result. */
    public static final String SCORES = "bank_score";

    private static final String LINES = "score_line";
    private static final String PLAN = "plan_row";

    private static final Rounding SHARE = Rounding.halfUp(15, "D8");

    private ResultTables() {}

    /**
     * Totals, ranks and shares of the banks, and the points of their items. Where these are of each fund there is no row of
     * totals, and points are those of what is scored once a bank: a result's own file has the others.
     */
    public static List<ResultRows> of(Assessment assessment) {
        List<List<Object>> scores = new ArrayList<>();
        List<List<Object>> lines = new ArrayList<>();
        for (ScoreCard card : assessment.cards()) {
            if (!assessment.isPerFund()) {
                scores.add(List.of(
                        card.bank().code(),
                        scores.size() + 1,
                        card.total().decimal().orElseThrow(),
                        card.rank(),
                        SHARE.decimal(card.share())));
            }
            for (ScoreLine line : card.lines()) {
                lines.add(List.of(
                        card.bank().code(),
                        line.item().id(),
                        line.points().decimal().orElseThrow()));
            }
        }
        return List.of(new ResultRows(SCORES, scores), new ResultRows(LINES, lines));
    }

    /** Every bank's money in every fund; no row where there is no plan. */
    public static ResultRows of(Placement placement) {
        List<List<Object>> rows = new ArrayList<>();
        for (FundPlan fund : placement.funds()) {
            for (PlanRow row : fund.rows()) {
                rows.add(List.of(
                        fund.pool().fund(),
                        rows.size() + 1,
                        row.bank().code(),
                        wan(row.current()),
                        wan(row.target()),
                        wan(row.now()),
                        wan(row.atMaturity()),
                        wan(row.adjustment())));
            }
        }
        return new ResultRows(PLAN, rows);
    }

    /** All rows of a result. */
    public static List<ResultRows> of(Judgement judgement) {
        List<ResultRows> all = new ArrayList<>(of(judgement.assessment()));
        all.add(of(judgement.placement()));
        return all;
    }

    /** The banks' results out of the rows of {@link #SCORES}. */
    public static List<Report.BankResult> results(ResultRows scores) {
        return scores.rows().stream()
                .map(row -> new Report.BankResult(
                        row.get(0).toString(),
                        Fraction.of((BigDecimal) row.get(2)),
                        ((Number) row.get(3)).intValue(),
                        Fraction.of((BigDecimal) row.get(4))))
                .toList();
    }

    private static BigDecimal wan(Money money) {
        return new BigDecimal(money.fen(), 6);
    }
}
