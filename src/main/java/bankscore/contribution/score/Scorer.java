package bankscore.contribution.score;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Method.Working;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.ScoreLine.Basis;
import bankscore.exact.Fraction;
import bankscore.exact.LargestRemainder;
import bankscore.exact.Rounding;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import bankscore.rule.Valuation;
import bankscore.rule.line.Line;
import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores a quarter by a scheme: who is assessed, what each item gives, totals, ranks and shares, in the order of the
 * rule (Shangrao 三(一)2, D1–D13, D20).
 */
public final class Scorer {

    private static final Rounding PRINTED = new Rounding(2, Rounding.Mode.HALF_UP, "");

    private final Scheme scheme;
    private final Quarter quarter;
    private final BankConditions conditions;
    private final List<Finding> findings = new ArrayList<>();
    private BankGroups groups = BankGroups.NONE;
    private final Map<String, Population> populations = new HashMap<>();

    private Scorer(Scheme scheme, Quarter quarter) {
        this.scheme = scheme;
        this.quarter = quarter;
        this.conditions = new BankConditions(scheme, quarter.facts());
    }

    /** The assessment of a checked quarter. */
    public static Assessment assess(Scheme scheme, Quarter quarter) {
        return new Scorer(scheme, quarter).assess();
    }

    private Assessment assess() {
        // D13: who is assessed.
        List<Subject> assessed = new ArrayList<>();
        Map<String, Excluded> excluded = new HashMap<>();
        for (Subject bank : quarter.roster().subjects()) {
            scheme.eligibility()
                    .excludes(bank, quarter.period())
                    .ifPresentOrElse(reason -> excluded.put(bank.code(), reason), () -> assessed.add(bank));
        }

        for (Risk risk : quarter.risks().stream().filter(Risk::cancels).toList()) {
            assessed.stream()
                    .filter(bank -> bank.code().equals(risk.bank()))
                    .findFirst()
                    .ifPresent(bank -> {
                        assessed.remove(bank);
                        excluded.put(bank.code(), new Excluded(bank, Excluded.Reason.CANCELLED, risk.said()));
                    });
        }

        required(assessed).forEach((bank, reason) -> {
            excluded.put(bank.code(), reason);
            assessed.remove(bank);
        });

        // Measures and benchmarks (D3, D5, D9–D12); a bank that the scheme excludes for a missing base changes them.
        Valuation valuation = Valuation.of(scheme.definitions(), quarter.facts(), codes(assessed));
        List<Excluded> withoutBase = withoutBase(valuation, assessed);
        while (!withoutBase.isEmpty()) {
            for (Excluded bank : withoutBase) {
                excluded.put(bank.bank().code(), bank);
                assessed.remove(bank.bank());
            }
            valuation = Valuation.of(scheme.definitions(), quarter.facts(), codes(assessed));
            withoutBase = withoutBase(valuation, assessed);
        }
        findings.addAll(valuation.ofQuarters());
        findings.addAll(valuation.withoutValue());
        groups = BankGroups.of(scheme, assessed, valuation, findings::add);
        Valuation stored = valuation;
        Valuation seen = quarter.facts()
                .asShown()
                .map(shown -> Valuation.of(scheme.definitions(), shown, codes(assessed)))
                .orElse(stored);

        // Items (D1, D2, D4, D6).
        Map<String, List<ScoreLine>> lines = new LinkedHashMap<>();
        for (Subject bank : assessed) {
            List<ScoreLine> own = new ArrayList<>();
            for (Item item : scheme.items()) {
                ScoreLine line = line(item, bank, assessed, valuation);
                own.add(line);
                if (line.basis() instanceof Basis.Applied applied) {
                    noteShown(item, bank, assessed, line.measure(), applied.working(), seen);
                }
            }
            lines.put(bank.code(), own);
        }
        noteOutliers(valuation, assessed);
        noteOneBand(lines);

        // Totals, ranks, shares (D6–D8, D20).
        List<ScoreCard> cards = cards(assessed, lines, valuation);
        if (!cards.isEmpty()
                && !scheme.items().isEmpty()
                && cards.stream().allMatch(card -> card.total().isZero())) {
            findings.add(Finding.of(Code.W305, Place.NONE));
        }
        List<Excluded> others = quarter.roster().subjects().stream()
                .filter(bank -> excluded.containsKey(bank.code()))
                .map(bank -> excluded.get(bank.code()))
                .toList();
        return new Assessment(
                quarter.period(),
                scheme,
                List.copyOf(valuation.benchmarks().values()),
                cards,
                others,
                valuation.measures(),
                groups,
                findings);
    }

    /** The banks that do not meet what the rule requires: decided once, on figures over the banks that the register leaves. */
    private Map<Subject, Excluded> required(List<Subject> assessed) {
        Map<Subject, Excluded> failing = new LinkedHashMap<>();
        if (scheme.eligibility().require().isEmpty()) {
            return failing;
        }
        Valuation valuation = Valuation.of(scheme.definitions(), quarter.facts(), codes(assessed));
        for (Subject bank : assessed) {
            Line line = conditions.line(bank, name -> valuation.named(name, bank.code()));
            scheme.eligibility().require().stream()
                    .filter(requirement -> !conditions.holds(requirement.condition(), line))
                    .findFirst()
                    .map(requirement -> new Excluded(bank, Excluded.Reason.REQUIRED, requirement.otherwise()))
                    .ifPresent(reason -> failing.put(bank, reason));
        }
        return failing;
    }

    private List<Excluded> withoutBase(Valuation valuation, List<Subject> assessed) {
        List<Excluded> without = new ArrayList<>();
        for (Subject bank : assessed) {
            scheme.measures().stream()
                    .filter(measure -> measure.noBase() == Definition.NoBase.EXCLUDE)
                    .filter(measure ->
                            valuation.measure(measure.id(), bank.code()).value().isEmpty())
                    .findFirst()
                    .ifPresent(measure -> without.add(new Excluded(bank, Excluded.Reason.NO_BASE, measure.name())));
        }
        return without;
    }

    private ScoreLine line(Item item, Subject bank, List<Subject> assessed, Valuation valuation) {
        MeasureValue measure = valuation.measure(item.measure(), bank.code());
        if (!item.appliesTo(bank.kind())) {
            return line(item, measure, new Basis.NotApplicable(bank.kind()), Fraction.ZERO);
        }
        if (measure.value().isEmpty()) {
            return line(item, measure, new Basis.NoValue(), Fraction.ZERO);
        }
        BankConditions.Seen seen = BankConditions.Seen.NOTHING;
        if (item.gate().isPresent()) {
            Item.Gate gate = item.gate().get();
            Line line = conditions.line(bank, name -> valuation.named(name, bank.code()));
            seen = conditions.seen(gate.condition(), line);
            if (!conditions.holds(gate.condition(), line)) {
                return line(item, measure, new Basis.Gated(seen), gate.otherwise());
            }
        }
        Fraction own = measure.value().get();
        Working working = item.method()
                .points(
                        own,
                        population(item.measure(), item, bank, assessed, valuation),
                        reference -> resolve(reference, item.measure(), bank, item, assessed, valuation));
        note(item, bank, measure, working);
        return line(item, measure, new Basis.Applied(own, seen, working), working.points());
    }

    private ScoreLine line(Item item, MeasureValue measure, Basis basis, Fraction raw) {
        Fraction weighted = raw.times(item.weight());
        Fraction unrounded = item.kind() == Item.Kind.DEDUCTION ? weighted.min(Fraction.ZERO) : weighted;
        Rounding rounding = scheme.points();
        return new ScoreLine(item, measure, basis, raw, unrounded, rounding, rounding.round(unrounded));
    }

    private Optional<Fraction> resolve(
            Reference reference, String measure, Subject bank, Item item, List<Subject> assessed, Valuation valuation) {
        return reference.read(new Reference.Reader<>() {
            @Override
            public Optional<Fraction> fixed(Reference.Fixed fixed) {
                return Optional.of(fixed.value());
            }

            @Override
            public Optional<Fraction> ofBenchmark(Reference.OfBenchmark benchmark) {
                return Optional.ofNullable(valuation.benchmarks().get(benchmark.id()))
                        .flatMap(BenchmarkValue::value);
            }

            @Override
            public Optional<Fraction> ofMeasure(Reference.OfMeasure other) {
                return valuation.measure(other.id(), bank.code()).value();
            }

            @Override
            public Optional<Fraction> ofPopulation(Reference.OfPopulation asked) {
                return population(measure, item, bank, assessed, valuation).of(asked);
            }
        });
    }

    /** The assessed banks whose measure exists; among peers only those of the bank's own group. Computed once. */
    private Population population(
            String measure, Item item, Subject bank, List<Subject> assessed, Valuation valuation) {
        Optional<String> own = item.peers().flatMap(peers -> groups.of(peers, bank));
        return populations.computeIfAbsent(item.peers() + " " + own + " " + measure, key -> {
            List<String> compared = assessed.stream()
                    .filter(other -> item.peers()
                            .flatMap(peers -> groups.of(peers, other))
                            .equals(own))
                    .map(Subject::code)
                    .toList();
            return Population.of(valuation.measures().getOrDefault(measure, Map.of()), compared);
        });
    }

    private void note(Item item, Subject bank, MeasureValue measure, Working working) {
        if (working.isOnBound()) {
            findings.add(Finding.of(Code.W301, measure.place())
                    .subject(bank.name())
                    .with("item", item.name())
                    .with("found", shown(measure.value().orElseThrow(), measure))
                    .with("expected", working.points()));
        }
        working.missedBound()
                .ifPresent(bound -> findings.add(Finding.of(Code.W304, measure.place())
                        .subject(bank.name())
                        .with("item", item.name())
                        .with("found", shown(measure.value().orElseThrow(), measure))
                        .with("expected", bound)));
        if (working.lacksReference()) {
            findings.add(
                    Finding.of(Code.W307, measure.place()).subject(bank.name()).with("found", item.name()));
        }
    }

    /**
     * What is seen may lie where the points leap, or beyond, though what is stored does not: in the office's sheet, whose
     * formats round the figures, or in our book, which shows two decimals.
     */
    private void noteShown(
            Item item, Subject bank, List<Subject> assessed, MeasureValue measure, Working working, Valuation others) {
        Optional<Fraction> seen = others.measure(item.measure(), bank.code()).value();
        Fraction stored = measure.value().orElseThrow();
        boolean inSheet = seen.isPresent() && !seen.get().equals(stored);
        Fraction own = inSheet ? seen.get() : measure.measure().rounding().isPresent() ? stored : PRINTED.round(stored);
        Working other = item.method()
                .points(
                        own,
                        population(item.measure(), item, bank, assessed, others),
                        reference -> resolve(reference, item.measure(), bank, item, assessed, others));
        if (!working.leapsTo(other)) {
            return;
        }
        Place place = measure.inputs().stream()
                .flatMap(input -> quarter.facts().figure(input.name(), bank.code()).stream())
                .filter(figure -> figure.shown().isPresent())
                .map(Figure::place)
                .findFirst()
                .orElse(measure.place());
        Finding finding = Finding.of(Code.W107, place)
                .subject(bank.name())
                .with("item", item.name())
                .with("shown", shown(own, measure))
                .with("found", shown(stored, measure))
                .with("points", working.points())
                .with("expected", other.points());
        findings.add(inSheet ? finding : finding.with(Finding.VARIANT, "printed"));
    }

    /** D4: one outlier presses all others down. */
    private void noteOutliers(Valuation valuation, List<Subject> assessed) {
        for (Item item : scheme.items()) {
            if (!item.method().isPressedByTheBest()) {
                continue;
            }
            for (Subject bank : assessed) {
                Population population = population(item.measure(), item, bank, assessed, valuation);
                MeasureValue own = valuation.measure(item.measure(), bank.code());
                if (item.appliesTo(bank.kind())
                        && own.value().isPresent()
                        && own.value().get().isPositive()
                        && own.value().equals(population.highest())
                        && own.value()
                                .get()
                                .isGreater(population
                                        .median()
                                        .orElseThrow()
                                        .times(scheme.scoring().doubts().towering()))) {
                    findings.add(Finding.of(Code.W302, own.place())
                            .subject(bank.name())
                            .with("item", item.name())
                            .with("found", shown(own.value().get(), own))
                            .with("times", scheme.scoring().doubts().towering())
                            .with(Finding.VARIANT, "towering")
                            .with("expected", shown(population.median().orElseThrow(), own)));
                }
            }
        }
    }

    /** Bands are there to tell banks apart; a wrong unit puts all of them into the lowest or the highest. */
    private void noteOneBand(Map<String, List<ScoreLine>> lines) {
        for (Item item : scheme.items()) {
            List<ScoreLine> own = lines.values().stream()
                    .flatMap(List::stream)
                    .filter(line -> line.item().equals(item))
                    .filter(line ->
                            line.basis() instanceof Basis.Applied applied && applied.working() instanceof Bands.Found)
                    .toList();
            if (quarter.period().isAnnual()
                    && own.size() >= scheme.scoring().doubts().alike()
                    && own.stream().map(ScoreLine::raw).distinct().count() == 1) {
                findings.add(Finding.of(Code.W313, own.get(0).measure().place().sheetOnly())
                        .with("found", own.size())
                        .with("item", item.name())
                        .with("points", own.get(0).raw()));
            }
        }
    }

    private List<ScoreCard> cards(List<Subject> assessed, Map<String, List<ScoreLine>> lines, Valuation valuation) {
        List<Fraction> sums = new ArrayList<>();
        List<Fraction> totals = new ArrayList<>();
        for (Subject bank : assessed) {
            Fraction sum = Fraction.sum(lines.getOrDefault(bank.code(), List.of()).stream()
                    .map(ScoreLine::points)
                    .toList());
            sums.add(sum);
            totals.add(scheme.scoring().totalFloor().map(sum::max).orElse(sum)); // D7
        }
        Fraction sumOfTotals = Fraction.sum(totals);
        List<BigInteger> printed = printedShares(totals, sumOfTotals);
        List<ScoreCard> cards = new ArrayList<>();
        List<Integer> ranks = groups.ranks(scheme.scoring().groups().ranksWithin(), assessed, totals);
        for (int i = 0; i < assessed.size(); i++) {
            Subject bank = assessed.get(i);
            Fraction total = totals.get(i);
            Fraction share = sumOfTotals.isPositive() ? total.dividedBy(sumOfTotals) : Fraction.ZERO;
            Map<String, MeasureValue> measures = new LinkedHashMap<>();
            for (Definition.Measure measure : scheme.measures()) {
                measures.put(measure.id(), valuation.measure(measure.id(), bank.code()));
            }
            cards.add(new ScoreCard(
                    bank,
                    measures,
                    lines.getOrDefault(bank.code(), List.of()),
                    sums.get(i),
                    total,
                    ranks.get(i),
                    share,
                    new BigDecimal(printed.get(i), scheme.shareDecimals()),
                    printed.get(i).compareTo(inPrintedUnits(share).floor()) > 0));
        }
        return cards;
    }

    /** D8: percent by largest remainder; ties to the higher total, then the roster. */
    private List<BigInteger> printedShares(List<Fraction> totals, Fraction sum) {
        List<Fraction> quotas = totals.stream()
                .map(total -> sum.isPositive() ? inPrintedUnits(total.dividedBy(sum)) : Fraction.ZERO)
                .toList();
        List<Integer> preferred = IntStream.range(0, totals.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> totals.get(i)).reversed())
                .toList();
        return LargestRemainder.split(quotas, preferred);
    }

    private Fraction inPrintedUnits(Fraction share) {
        return share.times(new Fraction(BigInteger.TEN.pow(scheme.shareDecimals() + 2), BigInteger.ONE));
    }

    /** A value as a finding shows it, with its measure's unit. */
    private static String shown(Fraction value, MeasureValue of) {
        return PrintedNumber.value(value) + of.measure().unit();
    }

    private static List<String> codes(List<Subject> banks) {
        return banks.stream().map(Subject::code).toList();
    }
}
