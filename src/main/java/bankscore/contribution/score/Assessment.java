package bankscore.contribution.score;

import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.Finding;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.MeasureValue;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A period's assessment: who got how many points, and why.
 *
 * @param benchmarks in the scheme's order
 * @param cards the assessed banks in roster order
 * @param excluded all other banks of the roster
 * @param measures measure values of all banks of the roster, by measure, then by bank
 * @param findings what the scores themselves bring up
 */
public record Assessment(
        Period period,
        Scheme scheme,
        List<BenchmarkValue> benchmarks,
        List<ScoreCard> cards,
        List<Excluded> excluded,
        Map<String, Map<String, MeasureValue>> measures,
        List<Finding> findings) {

    public Assessment {
        benchmarks = List.copyOf(benchmarks);
        cards = List.copyOf(cards);
        excluded = List.copyOf(excluded);
        findings = List.copyOf(findings);
        if (!cards.isEmpty()) {
            Fraction total = totalOf(cards);
            Fraction shares = Fraction.ZERO;
            BigDecimal printed = BigDecimal.ZERO;
            for (ScoreCard card : cards) {
                shares = shares.plus(card.share());
                printed = printed.add(card.sharePercent());
            }
            boolean shared = total.isPositive();
            if (!shares.equals(shared ? Fraction.ONE : Fraction.ZERO)
                    || printed.compareTo(shared ? BigDecimal.valueOf(100) : BigDecimal.ZERO) != 0) {
                throw new IllegalArgumentException("shares do not add up: " + shares + ", printed " + printed);
            }
        }
    }

    /** The sum of all totals. */
    public Fraction sumOfTotals() {
        return totalOf(cards);
    }

    public Optional<BenchmarkValue> benchmark(String id) {
        return benchmarks.stream()
                .filter(value -> value.benchmark().id().equals(id))
                .findFirst();
    }

    public Optional<ScoreCard> card(String bank) {
        return cards.stream().filter(card -> card.bank().code().equals(bank)).findFirst();
    }

    /** The cards by rank; within one, in roster order. */
    public List<ScoreCard> ranked() {
        return cards.stream().sorted(Comparator.comparing(ScoreCard::rank)).toList();
    }

    /** The cards by bank code, in roster order. */
    public Map<String, ScoreCard> cardsByCode() {
        Map<String, ScoreCard> byCode = new LinkedHashMap<>();
        for (ScoreCard card : cards) {
            byCode.put(card.bank().code(), card);
        }
        return byCode;
    }

    private static Fraction totalOf(List<ScoreCard> cards) {
        Fraction sum = Fraction.ZERO;
        for (ScoreCard card : cards) {
            sum = sum.plus(card.total());
        }
        return sum;
    }
}
