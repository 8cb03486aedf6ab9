package bankscore.contribution.score;

import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.rule.MeasureValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All that one assessed bank got.
 *
 * @param measures by id, in the scheme's order
 * @param lines in the scheme's order
 * @param sum the sum of the lines' points
 * @param total the sum, not below the scheme's floor (D7)
 * @param rank equal totals share it (D20)
 * @param share total ÷ sum of totals, exact (D8)
 * @param sharePercent the printed share, so that all add up to 100
 * @param shareAdjusted whether the printed share carries a unit of the remainder (尾差) beyond its truncated value
 */
public record ScoreCard(
        Subject bank,
        Map<String, MeasureValue> measures,
        List<ScoreLine> lines,
        Fraction sum,
        Fraction total,
        int rank,
        Fraction share,
        BigDecimal sharePercent,
        boolean shareAdjusted) {

    public ScoreCard {
        lines = List.copyOf(lines);
        Fraction added = Fraction.ZERO;
        for (ScoreLine line : lines) {
            added = added.plus(line.points());
        }
        if (!added.equals(sum)) {
            throw new IllegalArgumentException("lines of " + bank.code() + " do not add up to " + sum);
        }
    }

    /** The lines that are of a fund alone. */
    public List<ScoreLine> ofFund() {
        return lines.stream().filter(line -> line.item().fund().isPresent()).toList();
    }

    public ScoreLine line(String itemId) {
        return lines.stream()
                .filter(line -> line.item().id().equals(itemId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such item: " + itemId));
    }
}
