package bankscore.contribution.score;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Method.Working;
import bankscore.contribution.quarter.Pool;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scores a quarter by a scheme: who is assessed, what each item gives, totals, ranks and shares, in the order of the
 * rule (Shangrao 三(一)2, D1–D13, D20).
 *
 * <p>Where items are scored by what banks bid for funds, what is scored once a bank comes first; then each fund is scored
 * for those who take part in it, with the points of both.
 */
public final class Scorer {

    private static final Rounding PRINTED = new Rounding(2, Rounding.Mode.HALF_UP, "");

    private final Scheme scheme;
    private final Quarter quarter;
    private final Optional<String> fund;
    /** What is scored here: of a fund not what is scored once a bank. */
    private final List<Item> items;

    private final BankConditions conditions;
    private final List<Finding> findings = new ArrayList<>();
    private BankGroups groups = BankGroups.NONE;
    private final Map<String, Population> populations = new HashMap<>();

    private Scorer(Scheme scheme, Quarter quarter, Optional<String> fund) {
        this.scheme = scheme;
        this.quarter = quarter;
        this.fund = fund;
        this.items = scheme.items().stream()
                .filter(item -> item.fund().isPresent() == fund.isPresent())
                .toList();
        this.conditions = new BankConditions(scheme, quarter.facts());
    }

    /** The assessment of a checked quarter. */
    public static Assessment assess(Scheme scheme, Quarter quarter) {
        return new Scorer(scheme.isPerFund() ? scheme.withoutFunds() : scheme, quarter, Optional.empty())
                .assess(scheme);
    }

    /** @param rule whole, with what is scored for funds */
    private Assessment assess(Scheme rule) {
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
        groups = BankGroups.of(rule, assessed, valuation, findings::add);
        Valuation stored = valuation;
        Valuation seen = quarter.facts()
                .asShown()
                .map(shown -> Valuation.of(scheme.definitions(), shown, codes(assessed)))
                .orElse(stored);

        // Items (D1, D2, D4, D6).
        Map<String, List<ScoreLine>> lines = new LinkedHashMap<>();
        for (Subject bank : assessed) {
            List<ScoreLine> own = new ArrayList<>();
            for (Item item : items) {
                own.add(scored(item, bank, assessed, stored, seen));
            }
            lines.put(bank.code(), own);
        }
        noteOutliers(valuation, assessed);
        noteOneBand(lines);

        // Totals, ranks, shares (D6–D8, D20).
        List<ScoreCard> cards =
                rule.isPerFund() ? cardsWithoutStanding(assessed, lines, stored) : cards(assessed, lines, stored);
        if (!rule.isPerFund()) {
            noteAllZero(cards);
        }
        List<Excluded> others = quarter.roster().subjects().stream()
                .filter(bank -> excluded.containsKey(bank.code()))
                .map(bank -> excluded.get(bank.code()))
                .toList();
        Map<String, Assessment> funds = new LinkedHashMap<>();
        if (rule.isPerFund()) {
            noteUnknownFunds(rule);
            for (String each : quarter.funds()) {
                Scorer scorer = new Scorer(rule.of(each), quarter.of(each), Optional.of(each));
                funds.put(each, scorer.assess(assessed, others, lines, groups, new Both(stored, seen)));
                findings.addAll(scorer.findings);
            }
        }
        return new Assessment(
                quarter.period(),
                rule,
                List.copyOf(valuation.benchmarks().values()),
                cards,
                others,
                valuation.measures(),
                groups,
                findings,
                Optional.empty(),
                funds);
    }

    /** What is known of all banks, by their figures and by what their cells show. */
    private record Both(Valuation stored, Valuation seen) {}

    /**
     * A fund for those of the banks that take part in it (scheme.md, Per fund).
     *
     * @param assessed all banks
     * @param once the points of what is scored once a bank
     */
    private Assessment assess(
            List<Subject> assessed,
            List<Excluded> excluded,
            Map<String, List<ScoreLine>> once,
            BankGroups ofAll,
            Both known) {
        String own = fund.orElseThrow();
        Map<String, Map<String, Figure>> bids = quarter.bids().of(own);
        List<Subject> taking = assessed.stream()
                .filter(bank -> scheme.takesPart(bank.code(), bids))
                .toList();
        noteAbsent(assessed, taking, bids);
        groups = ofAll;
        Valuation stored = Valuation.beside(known.stored(), scheme.definitions(), quarter.facts(), codes(taking));
        Valuation seen = quarter.facts()
                .asShown()
                .map(shown -> Valuation.beside(known.seen(), scheme.definitions(), shown, codes(taking)))
                .orElse(stored);
        List<Finding> without = new ArrayList<>(stored.withoutValue());
        without.removeAll(known.stored().withoutValue());
        findings.addAll(without);
        Map<String, List<ScoreLine>> lines = new LinkedHashMap<>();
        for (Subject bank : taking) {
            List<ScoreLine> all = new ArrayList<>();
            for (Item item : scheme.items()) {
                all.add(
                        item.fund().isPresent()
                                ? scored(item, bank, taking, stored, seen)
                                : once.getOrDefault(bank.code(), List.of()).stream()
                                        .filter(line -> line.item().equals(item))
                                        .findFirst()
                                        .orElseThrow());
            }
            lines.put(bank.code(), all);
        }
        noteOutliers(stored, taking);
        noteOneBand(lines);
        List<ScoreCard> cards = cards(taking, lines, stored);
        noteAllZero(cards);
        return new Assessment(
                quarter.period(),
                scheme,
                List.copyOf(stored.benchmarks().values()),
                cards,
                excluded,
                stored.measures(),
                groups,
                findings,
                fund,
                Map.of());
    }

    private ScoreLine scored(Item item, Subject bank, List<Subject> compared, Valuation stored, Valuation seen) {
        ScoreLine line = line(item, bank, compared, stored);
        if (line.basis() instanceof Basis.Applied applied) {
            noteShown(item, bank, compared, line.measure(), applied.working(), seen);
        }
        return line;
    }

    private void noteAllZero(List<ScoreCard> cards) {
        if (!cards.isEmpty()
                && !scheme.items().isEmpty()
                && cards.stream().allMatch(card -> card.total().isZero())) {
            Finding zero = Finding.of(Code.W305, fund.map(this::poolPlace).orElse(Place.NONE));
            findings.add(fund.map(own -> zero.with("fund", own).with(Finding.VARIANT, "fund"))
                    .orElse(zero));
        }
    }

    private Place poolPlace(String own) {
        return quarter.pools().stream()
                .filter(pool -> pool.fund().equals(own))
                .map(Pool::place)
                .findFirst()
                .orElse(Place.NONE);
    }

    /** A fund that nobody bids for, or a bank that has a row for it in one table of bids and none in another. */
    private void noteAbsent(List<Subject> assessed, List<Subject> taking, Map<String, Map<String, Figure>> bids) {
        String own = fund.orElseThrow();
        for (Subject bank : assessed) {
            Optional<Figure> any = bids.values().stream()
                    .flatMap(banks -> Optional.ofNullable(banks.get(bank.code())).stream())
                    .findFirst();
            if (any.isPresent() && !taking.contains(bank)) {
                findings.add(Finding.of(Code.W315, any.get().place())
                        .subject(bank.name())
                        .with("fund", own)
                        .with("bank", bank.name())
                        .with(Finding.VARIANT, "partly"));
            }
        }
        if (taking.isEmpty()) {
            findings.add(Finding.of(Code.W315, poolPlace(own)).with("fund", own));
        }
    }

    /** A name misspelt in the scheme would leave an item unscored without a word; so would a fund beside those that items name. */
    private void noteUnknownFunds(Scheme rule) {
        List<String> funds = quarter.funds();
        Place place = quarter.pools().stream()
                .findFirst()
                .map(pool -> pool.place().sheetOnly())
                .orElse(Place.NONE);
        for (Item item : rule.items()) {
            item.fund()
                    .filter(own -> !own.equals(Item.EVERY_FUND) && !funds.contains(own))
                    .ifPresent(own -> findings.add(Finding.of(Code.W310, place)
                            .with("found", own)
                            .with("item", item.name())
                            .with("expected", String.join("、", funds))
                            .with(Finding.VARIANT, "item")));
        }
        Set<String> named = rule.items().stream()
                .flatMap(item -> item.fund().stream())
                .filter(own -> !own.equals(Item.EVERY_FUND))
                .collect(Collectors.toSet());
        for (String each : funds) {
            if (!named.isEmpty()
                    && !named.contains(each)
                    && quarter.bids().funds().contains(each)) {
                findings.add(Finding.of(Code.W310, place).with("found", each).with(Finding.VARIANT, "unscored"));
            }
        }
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
                    .with("item", named(item))
                    .with("found", shown(measure.value().orElseThrow(), measure))
                    .with("expected", working.points()));
        }
        working.missedBound()
                .ifPresent(bound -> findings.add(Finding.of(Code.W304, measure.place())
                        .subject(bank.name())
                        .with("item", named(item))
                        .with("found", shown(measure.value().orElseThrow(), measure))
                        .with("expected", bound)));
        if (working.lacksReference()) {
            findings.add(
                    Finding.of(Code.W307, measure.place()).subject(bank.name()).with("found", named(item)));
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
                .with("item", named(item))
                .with("shown", shown(own, measure))
                .with("found", shown(stored, measure))
                .with("points", working.points())
                .with("expected", other.points());
        findings.add(inSheet ? finding : finding.with(Finding.VARIANT, "printed"));
    }

    /** D4: one outlier presses all others down. */
    private void noteOutliers(Valuation valuation, List<Subject> assessed) {
        for (Item item : items) {
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
                            .with("item", named(item))
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
        for (Item item : items) {
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
                        .with("item", named(item))
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

    /** What is scored once a bank: no total, rank or share comes of it alone. */
    private static List<ScoreCard> cardsWithoutStanding(
            List<Subject> assessed, Map<String, List<ScoreLine>> lines, Valuation valuation) {
        return assessed.stream()
                .map(bank -> {
                    List<ScoreLine> own = lines.getOrDefault(bank.code(), List.of());
                    Fraction sum =
                            Fraction.sum(own.stream().map(ScoreLine::points).toList());
                    Map<String, MeasureValue> measures = new LinkedHashMap<>();
                    valuation.measures().forEach((id, values) -> measures.put(id, valuation.measure(id, bank.code())));
                    return new ScoreCard(bank, measures, own, sum, sum, 0, Fraction.ZERO, BigDecimal.ZERO, false);
                })
                .toList();
    }

    /** An item as findings name it: of a fund with its name. */
    private String named(Item item) {
        return fund.map(own -> own + "·" + item.name()).orElseGet(item::name);
    }

    /** A value as a finding shows it, with its measure's unit. */
    private static String shown(Fraction value, MeasureValue of) {
        return PrintedNumber.value(value) + of.measure().unit();
    }

    private static List<String> codes(List<Subject> banks) {
        return banks.stream().map(Subject::code).toList();
    }
}
