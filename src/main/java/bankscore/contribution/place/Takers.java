package bankscore.contribution.place;

import bankscore.contribution.allocation.Adjust;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.MeasureValue;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The assessed banks as they stand before the money. */
final class Takers {

    private final Assessment assessment;
    private final Map<String, Taker> byBank = new HashMap<>();

    Takers(Scheme scheme, Quarter quarter, Assessment assessment) {
        this.assessment = assessment;
        for (ScoreCard card : assessment.cards()) {
            String bank = card.bank().code();
            byBank.put(
                    bank,
                    new Taker(
                            bank,
                            quarter.roster().order(bank),
                            card.rank(),
                            card.total(),
                            !scheme.items().isEmpty(),
                            card.measures(),
                            points(card)));
        }
    }

    private static Map<String, Fraction> points(ScoreCard card) {
        Map<String, Fraction> points = new HashMap<>();
        card.lines()
                .forEach(line ->
                        line.item().group().ifPresent(group -> points.merge(group, line.points(), Fraction::plus)));
        return points;
    }

    /** Whether a bank gets no money because it does not have what the rule requires. */
    boolean lacks(AllocationRule rule, String bank) {
        return contains(bank) && rule.take().unmet(of(bank)).isPresent();
    }

    /** What an adjustment after the shares holds a bank against: of a population, that of the banks that share the sum. */
    Optional<Fraction> reference(Adjust adjust, Section section, Taker taker) {
        return adjust.against().read(new Reference.Reader<>() {
            @Override
            public Optional<Fraction> fixed(Reference.Fixed fixed) {
                return Optional.of(fixed.value());
            }

            @Override
            public Optional<Fraction> ofBenchmark(Reference.OfBenchmark benchmark) {
                return assessment.benchmark(benchmark.id()).flatMap(BenchmarkValue::value);
            }

            @Override
            public Optional<Fraction> ofMeasure(Reference.OfMeasure measure) {
                return Optional.ofNullable(taker.measures().get(measure.id())).flatMap(MeasureValue::value);
            }

            @Override
            public Optional<Fraction> ofPopulation(Reference.OfPopulation asked) {
                return Population.of(
                                assessment.measures().getOrDefault(adjust.by(), Map.of()),
                                byBank.keySet().stream().filter(section::has).toList())
                        .of(asked);
            }
        });
    }

    boolean contains(String bank) {
        return byBank.containsKey(bank);
    }

    Taker of(String bank) {
        return Optional.ofNullable(byBank.get(bank))
                .orElseThrow(() -> new IllegalArgumentException("not assessed: " + bank));
    }

    /**
     * Those that take money, best first, cut as the scheme says; places close up.
     *
     * @param served banks with a fixed sum: they take no place
     */
    List<Taker> ranked(Section section, Limits limits, Set<String> served) {
        List<Taker> all = inOrder(section, limits, served);
        return all.subList(0, Math.min(all.size(), section.rule().take().best().orElse(all.size())));
    }

    /** All that might take money, before the best of them are taken. */
    List<Taker> inOrder(Section section, Limits limits, Set<String> served) {
        AllocationRule rule = section.rule();
        return byBank.values().stream()
                .filter(taker -> section.has(taker.bank()))
                .filter(taker -> !limits.withdrawn(taker.bank()) && !served.contains(taker.bank()))
                .filter(taker ->
                        !taker.lacksPoints() && rule.take().nothing(taker).isEmpty())
                .sorted(Comparator.comparing(Taker::rank)
                        .thenComparing(rule.lots().order()))
                .toList();
    }

    /** Why a bank that got no part got none: its risk, its total, what the money is divided by, its place. */
    NoPart nothing(List<Section> sections, Limits limits, String bank) {
        if (!contains(bank) || limits.withdrawn(bank)) {
            return NoPart.BARRED;
        }
        Optional<Section> own =
                sections.stream().filter(section -> section.has(bank)).findFirst();
        if (own.isEmpty()) {
            return NoPart.because(NoPart.Reason.GROUP);
        }
        AllocationRule rule = own.get().rule();
        Taker taker = of(bank);
        return rule.take().nothing(taker).orElseGet(() -> rule.form().nothing(taker));
    }
}
