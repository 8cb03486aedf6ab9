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
import java.util.Collections;
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
 * @param fund whose assessment this is, with the banks that take part in it; absent: it is that of all banks
 * @param funds where totals, ranks and shares are those of each fund, one assessment for each, in the order of the funds;
 *     then this one's cards have no standing: their points are those of the items that are scored once a bank
 */
public record Assessment(
        Period period,
        Scheme scheme,
        List<BenchmarkValue> benchmarks,
        List<ScoreCard> cards,
        List<Excluded> excluded,
        Map<String, Map<String, MeasureValue>> measures,
        BankGroups groups,
        List<Finding> findings,
        Optional<String> fund,
        Map<String, Assessment> funds) {

    public Assessment {
        benchmarks = List.copyOf(benchmarks);
        cards = List.copyOf(cards);
        excluded = List.copyOf(excluded);
        findings = List.copyOf(findings);
        funds = Collections.unmodifiableMap(new LinkedHashMap<>(funds));
        if (!cards.isEmpty() && (fund.isPresent() || !scheme.isPerFund())) {
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

    /** An assessment that is one for all funds. */
    public Assessment(
            Period period,
            Scheme scheme,
            List<BenchmarkValue> benchmarks,
            List<ScoreCard> cards,
            List<Excluded> excluded,
            Map<String, Map<String, MeasureValue>> measures,
            BankGroups groups,
            List<Finding> findings) {
        this(period, scheme, benchmarks, cards, excluded, measures, groups, findings, Optional.empty(), Map.of());
    }

    /** Whether it is several, one for each fund. */
    public boolean isPerFund() {
        return fund.isEmpty() && scheme.isPerFund();
    }

    /** What has totals, ranks and shares: this one, or one for each fund that somebody takes part in. */
    public List<Assessment> parts() {
        return isPerFund()
                ? funds.values().stream().filter(each -> !each.cards.isEmpty()).toList()
                : List.of(this);
    }

    /** The funds that nobody takes part in, so that there is no plan of them. */
    public List<String> unbid() {
        return funds.values().stream()
                .filter(each -> each.cards.isEmpty())
                .flatMap(each -> each.fund.stream())
                .toList();
    }

    /** By which a fund's money is placed; one without banks of a fund that there is not. */
    public Assessment of(String ofFund) {
        if (!isPerFund()) {
            return this;
        }
        Assessment own = funds.get(ofFund);
        return own == null
                ? new Assessment(
                        period,
                        scheme.of(ofFund),
                        benchmarks,
                        List.of(),
                        excluded,
                        Map.of(),
                        groups,
                        List.of(),
                        Optional.of(ofFund),
                        Map.of())
                : own;
    }

    /** The measures of a bank that depend on what it bids for this fund, by id, in the scheme's order. */
    public Map<String, MeasureValue> bids(ScoreCard card) {
        Map<String, MeasureValue> bids = new LinkedHashMap<>();
        card.measures().forEach((id, value) -> {
            if (scheme.isBid(id)) {
                bids.put(id, value);
            }
        });
        return bids;
    }

    /** Those of all banks that do not take part in this fund. */
    public List<Subject> absent(Assessment whole) {
        Map<String, ScoreCard> own = cardsByCode();
        return whole.cards().stream()
                .map(ScoreCard::bank)
                .filter(bank -> !own.containsKey(bank.code()))
                .toList();
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
