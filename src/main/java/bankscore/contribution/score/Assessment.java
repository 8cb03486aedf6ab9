package bankscore.contribution.score;

import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.Finding;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.MeasureValue;
import java.math.BigDecimal;
import java.util.ArrayList;
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
 * @param groups the groups that the rule makes, and who is in them
 * @param findings what the scores themselves bring up
 */
public record Assessment(
        Period period,
        Scheme scheme,
        List<BenchmarkValue> benchmarks,
        List<ScoreCard> cards,
        List<Excluded> excluded,
        Map<String, Map<String, MeasureValue>> measures,
        BankGroups groups,
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

    /** The cards by total, which is by rank where all are ranked together; of one total in roster order. */
    public List<ScoreCard> ranked() {
        return ranksWithin().isEmpty()
                ? cards.stream().sorted(Comparator.comparing(ScoreCard::rank)).toList()
                : cards.stream()
                        .sorted(Comparator.comparing(ScoreCard::total).reversed())
                        .toList();
    }

    private Optional<String> ranksWithin() {
        return scheme.scoring().groups().ranksWithin();
    }

    /** The group within which a bank is ranked; empty where all are ranked together, or it is in none. */
    public Optional<String> ranksAmong(Subject bank) {
        return ranksWithin().flatMap(grouping -> groups.of(grouping, bank));
    }

    /** The cards with which a bank is ranked, by rank. */
    public List<ScoreCard> rankedWith(Subject bank) {
        Optional<String> own = ranksAmong(bank);
        return ranked().stream()
                .filter(card -> ranksAmong(card.bank()).equals(own))
                .toList();
    }

    /** Those who are ranked together, by rank; all of them where no groups are ranked. */
    public List<List<ScoreCard>> rankings() {
        Map<Optional<String>, List<ScoreCard>> byGroup = new LinkedHashMap<>();
        ranked().forEach(card -> byGroup.computeIfAbsent(ranksAmong(card.bank()), group -> new ArrayList<>())
                .add(card));
        return List.copyOf(byGroup.values());
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
