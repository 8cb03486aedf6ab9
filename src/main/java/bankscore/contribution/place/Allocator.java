package bankscore.contribution.place;

import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.scheme.AllocationRule;
import bankscore.contribution.scheme.AllocationRule.Form;
import bankscore.contribution.scheme.AllocationRule.Safety;
import bankscore.contribution.scheme.AllocationRule.Tie;
import bankscore.contribution.scheme.AllocationRule.Where;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.Place;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Places a period's funds by its assessment, in the order of the rule (Shangrao 三(一)2, D14–D18).
 *
 * <p>The text makes the contribution share the basis; formula, limits and maturities are readings of the scheme.
 */
public final class Allocator {

    private final Scheme scheme;
    private final Quarter quarter;
    private final Assessment assessment;
    private final Map<String, ScoreCard> cards;
    private final List<Finding> findings = new ArrayList<>();

    private Allocator(Scheme scheme, Quarter quarter, Assessment assessment) {
        this.scheme = scheme;
        this.quarter = quarter;
        this.assessment = assessment;
        this.cards = assessment.cardsByCode();
    }

    /** The plan, or why there is none: nothing to plan with (D19), or to divide by (D8). */
    public static Placement place(Scheme scheme, Quarter quarter, Assessment assessment) {
        List<Finding> notAddingUp = QuarterCheck.notAddingUp(quarter.adjustments());
        return notAddingUp.isEmpty()
                ? new Allocator(scheme, quarter, assessment).place()
                : new NoPlan(NoPlan.Reason.ADJUSTMENTS, notAddingUp);
    }

    private Placement place() {
        boolean pools = quarter.facts().datasets().contains("pools");
        boolean holdings = quarter.facts().datasets().contains("holdings");
        boolean nothingScored = !scheme.items().isEmpty()
                && assessment.cards().stream().allMatch(card -> card.total().isZero());
        boolean fixed = !pools && !quarter.period().isAnnual() && !fixedFunds().isEmpty();
        if (nothingScored || !(pools && holdings || fixed)) {
            return NoPlan.because(none(pools, holdings), quarter);
        }
        List<FundPlan> funds = new ArrayList<>();
        if (pools) {
            noteFundsWithoutPool();
            for (Pool pool : quarter.pools()) {
                place(pool, scheme.allocation(pool.fund())).ifPresent(funds::add);
            }
        } else {
            for (Map.Entry<String, AllocationRule> fund : fixedFunds().entrySet()) {
                Pool pool = new Pool(fund.getKey(), fixedSums(fund.getValue()), Place.NONE);
                place(pool, fund.getValue()).ifPresent(funds::add);
            }
        }
        return new Plan(!quarter.period().isAnnual(), funds, findings);
    }

    private static NoPlan.Reason none(boolean pools, boolean holdings) {
        if (pools == holdings) {
            return pools ? NoPlan.Reason.ZERO : NoPlan.Reason.NEITHER;
        }
        return pools ? NoPlan.Reason.HOLDINGS : NoPlan.Reason.POOLS;
    }

    /** A name misspelt in the scheme would place a fund by the general rule without a word. */
    private void noteFundsWithoutPool() {
        List<String> pools = quarter.pools().stream().map(Pool::fund).toList();
        for (String fund : scheme.funds().keySet()) {
            if (!pools.contains(fund) && !pools.isEmpty()) {
                findings.add(
                        Finding.of(Code.W310, quarter.pools().get(0).place().sheetOnly())
                                .with("found", fund)
                                .with("expected", String.join("、", pools)));
            }
        }
    }

    /**
     * The funds that need no pool in a monitoring quarter, because fixed amounts by rank say what they come to: those that
     * the scheme names, or one under the scheme's title.
     */
    private Map<String, AllocationRule> fixedFunds() {
        Map<String, AllocationRule> all = new LinkedHashMap<>(scheme.funds());
        if (all.isEmpty()) {
            all.put(scheme.title(), scheme.allocation());
        }
        all.values().removeIf(rule -> !(rule.form() instanceof Form.AmountsByRank));
        return all;
    }

    /** What the fixed sums off the top and the amounts of all places that are taken add up to. */
    private Money fixedSums(AllocationRule rule) {
        Map<String, Safety> safety = safety(rule);
        Map<String, LotSharing.Part> first = first(rule, safety, Map.of());
        long takers = ranked(rule, first).size();
        Money off =
                Money.sum(first.values().stream().map(LotSharing.Part::target).toList());
        return off.plus(Money.sum(((Form.AmountsByRank) rule.form())
                .amounts().stream().limit(takers).toList()));
    }

    /** One fund; empty if fixed sums exceed the pool, with an error among the findings. */
    private Optional<FundPlan> place(Pool pool, AllocationRule rule) {
        Map<String, List<Holding>> holdings = new HashMap<>();
        for (Holding holding : quarter.holdings()) {
            if (holding.fund().equals(pool.fund())) {
                holdings.computeIfAbsent(holding.bank(), bank -> new ArrayList<>())
                        .add(holding);
            }
        }
        Map<String, Safety> safety = safety(rule);
        Map<String, Money> limits = limits(pool, rule, safety, holdings);

        // First: fixed sums off the top; whoever gets one takes no part in the sharing.
        Map<String, LotSharing.Part> parts = new LinkedHashMap<>(first(rule, safety, limits));
        Money off =
                Money.sum(parts.values().stream().map(LotSharing.Part::target).toList());
        Money rest = pool.amount().minus(off);
        if (rest.isNegative()) {
            findings.add(refused(pool, off));
            return Optional.empty();
        }

        // D14, D15: the rest by the form of the scheme.
        List<ScoreCard> takers = ranked(rule, parts);
        Optional<LotSharing.Shared> shared = share(pool, rest, rule, takers, limits);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        parts.putAll(shared.get().parts());
        if (shared.get().unplaced().isPositive()) {
            findings.add(Finding.of(Code.W308, pool.place())
                    .with("found", pool.fund())
                    .with("expected", shared.get().unplaced()));
        }
        return adjustments(pool, rule, parts, safety, limits)
                .map(adjustments ->
                        assemble(pool, rule, parts, shared.get().unplaced(), safety, holdings, adjustments));
    }

    /**
     * What leaders change in a fund, if the plan can follow: it stays within zero and floor below and the limits of D15
     * above, and concerns banks that may take money; otherwise empty, with errors among the findings.
     */
    private Optional<List<Adjustment>> adjustments(
            Pool pool,
            AllocationRule rule,
            Map<String, LotSharing.Part> parts,
            Map<String, Safety> safety,
            Map<String, Money> limits) {
        List<Adjustment> ofFund = quarter.adjustments().stream()
                .filter(adjustment -> adjustment.fund().equals(pool.fund()))
                .toList();
        Map<String, Adjustment> last = new LinkedHashMap<>();
        ofFund.forEach(adjustment -> last.put(adjustment.bank(), adjustment));
        List<Finding> wrong = new ArrayList<>();
        last.forEach((bank, adjustment) -> refusal(
                        adjustment,
                        adjusted(ofFund, bank),
                        target(parts, bank),
                        least(rule, Optional.ofNullable(parts.get(bank))),
                        Optional.ofNullable(limits.get(bank)),
                        safety.get(bank) == Safety.WITHDRAW_NOW,
                        cards.containsKey(bank) || parts.containsKey(bank))
                .ifPresent(wrong::add));
        findings.addAll(wrong);
        return wrong.isEmpty() ? Optional.of(ofFund) : Optional.empty();
    }

    /** Why a bank's target cannot be changed so; the cell is that of its last adjustment. */
    private Optional<Finding> refusal(
            Adjustment last,
            Money change,
            Money computed,
            Money least,
            Optional<Money> limit,
            boolean withdrawn,
            boolean inPlan) {
        Money target = computed.plus(change);
        Optional<Finding> finding = Optional.empty();
        if (withdrawn || !inPlan) {
            Finding refused = Finding.of(Code.E315, last.place());
            finding = Optional.of(withdrawn ? refused.with(Finding.VARIANT, "withdrawn") : refused);
        } else if (change.isNegative() && target.compareTo(least) < 0) {
            finding = Optional.of(Finding.of(Code.E316, last.place()).with("expected", least));
        } else if (change.isPositive()
                && limit.filter(most -> target.compareTo(most) > 0).isPresent()) {
            finding = Optional.of(Finding.of(Code.E317, last.place()).with("expected", limit.get()));
        }
        String name = quarter.roster().subject(last.bank()).map(Subject::name).orElse(last.bank());
        return finding.map(found -> found.subject(name)
                .with("name", name)
                .with("fund", last.fund())
                .with("computed", computed)
                .with("change", change)
                .with("found", target));
    }

    /** The floor of whoever takes part in the sharing; others may be left with nothing. */
    private static Money least(AllocationRule rule, Optional<LotSharing.Part> part) {
        boolean shares = part.filter(each -> !(each.working() instanceof PlanRow.Working.Fixed))
                .isPresent();
        return shares ? rule.floor().orElse(Money.ZERO) : Money.ZERO;
    }

    private static Money adjusted(List<Adjustment> adjustments, String bank) {
        return Money.sum(adjustments.stream()
                .filter(adjustment -> adjustment.bank().equals(bank))
                .map(Adjustment::amount)
                .toList());
    }

    private static Finding refused(Pool pool, Money wanted) {
        return Finding.of(Code.E311, pool.place())
                .with("fund", pool.fund())
                .with("found", wanted)
                .with("expected", pool.amount());
    }

    /** D15: what the risks of the quarter do to each bank; withdrawal wins. */
    private Map<String, Safety> safety(AllocationRule rule) {
        Map<String, Safety> safety = new HashMap<>();
        for (Risk risk : quarter.risks()) {
            Safety action = rule.safety().get(risk.disposal());
            if (action == null) {
                throw new IllegalArgumentException("the scheme knows no action " + risk.disposal());
            }
            safety.merge(
                    risk.bank(),
                    action,
                    (one, other) -> one == Safety.WITHDRAW_NOW || other == Safety.WITHDRAW_NOW
                            ? Safety.WITHDRAW_NOW
                            : Safety.FREEZE);
        }
        return safety;
    }

    /** What a bank may hold at the most: what it holds if frozen (D15), the scheme's cap in whole lots; the lower of both. */
    private Map<String, Money> limits(
            Pool pool, AllocationRule rule, Map<String, Safety> safety, Map<String, List<Holding>> holdings) {
        Map<String, Money> limits = new HashMap<>();
        for (Subject bank : quarter.roster().subjects()) {
            List<Money> both = new ArrayList<>();
            if (safety.get(bank.code()) == Safety.FREEZE) {
                both.add(held(holdings, bank));
            }
            rule.cap().map(cap -> cap(pool, rule, cap, bank)).ifPresent(both::add);
            both.stream().reduce(Money::min).ifPresent(limit -> limits.put(bank.code(), limit));
        }
        return limits;
    }

    private Money cap(Pool pool, AllocationRule rule, AllocationRule.Cap cap, Subject bank) {
        Fraction most;
        if (cap instanceof AllocationRule.Cap.OfPool ofPool) {
            most = pool.amount().wan().times(ofPool.percent());
        } else {
            Fraction deposits = quarter.facts()
                    .figure("deposits", bank.code())
                    .map(Figure::value)
                    .orElse(Fraction.ZERO);
            most = deposits.max(Fraction.ZERO).times(((AllocationRule.Cap.OfOwnDeposits) cap).percent());
        }
        BigInteger lots =
                most.dividedBy(Fraction.HUNDRED).dividedBy(rule.lot().wan()).floor();
        return rule.lot().times(lots);
    }

    /** Fixed sums by bank, in roster order; a bank whose money is withdrawn gets none, a limit goes before the sum. */
    private Map<String, LotSharing.Part> first(
            AllocationRule rule, Map<String, Safety> safety, Map<String, Money> limits) {
        Map<String, LotSharing.Part> parts = new LinkedHashMap<>();
        for (Subject bank : quarter.roster().subjects()) {
            if (safety.get(bank.code()) != Safety.WITHDRAW_NOW) {
                first(rule, bank)
                        .ifPresent(amount -> parts.put(
                                bank.code(),
                                new LotSharing.Part(
                                        amount.min(limits.getOrDefault(bank.code(), amount)),
                                        new PlanRow.Working.Fixed(PlanRow.Reason.FIRST, 0))));
            }
        }
        return parts;
    }

    private Optional<Money> first(AllocationRule rule, Subject bank) {
        return rule.first().stream()
                .filter(first -> matches(first.where(), bank))
                .map(AllocationRule.First::amount)
                .findFirst();
    }

    private boolean matches(Where where, Subject bank) {
        if (where instanceof Where.MonthsOpenBelow months) {
            LocalDate bound = quarter.period().end().plusDays(1).minusMonths(months.months());
            return bank.opened().filter(opened -> opened.isAfter(bound)).isPresent();
        }
        if (where instanceof Where.Kind kind) {
            return kind.kind().equals(bank.kind());
        }
        return ((Where.Banks) where).codes().contains(bank.code());
    }

    /**
     * The assessed banks that may take money, best first, cut as the scheme says; places close up.
     *
     * @param served banks with a fixed sum: they take no place
     */
    private List<ScoreCard> ranked(AllocationRule rule, Map<String, LotSharing.Part> served) {
        Map<String, Safety> safety = safety(rule);
        boolean scored = !scheme.items().isEmpty();
        return assessment.cards().stream()
                .filter(card -> safety.get(card.bank().code()) != Safety.WITHDRAW_NOW)
                .filter(card -> !served.containsKey(card.bank().code()))
                .filter(card -> !scored || card.total().isPositive())
                .filter(card -> rule.take()
                        .minTotal()
                        .map(least -> !card.total().isLess(least))
                        .orElse(true))
                .sorted(Comparator.comparing(ScoreCard::rank).thenComparing(ties(rule)))
                .limit(rule.take().best().orElse(Integer.MAX_VALUE))
                .toList();
    }

    private Optional<LotSharing.Shared> share(
            Pool pool, Money rest, AllocationRule rule, List<ScoreCard> takers, Map<String, Money> limits) {
        if (rule.form() instanceof Form.AmountsByRank amounts) {
            return byRank(pool, rest, amounts.amounts(), takers, limits);
        }
        Money amount = rest;
        if (rule.form() instanceof Form.PercentsByRank percents) {
            Fraction sum = Fraction.sum(
                    percents.percents().stream().limit(takers.size()).toList());
            Fraction fen = new Fraction(rest.fen(), BigInteger.ONE).times(sum).dividedBy(Fraction.HUNDRED);
            amount = new Money(fen.floor());
        }
        Map<String, Fraction> weights = weights(rule.form(), takers);
        Comparator<String> ties = Comparator.comparing(this::card, ties(rule));
        Comparator<String> byTotal = Comparator.comparing(
                this::card, Comparator.comparing(ScoreCard::total).reversed().thenComparing(ties(rule)));
        LotSharing sharing = new LotSharing(amount, rule.lot(), weights, limits, ties, byTotal);
        Money needed = sharing.leastOfAll(rule.floor());
        if (needed.compareTo(amount) > 0) {
            findings.add(refused(pool, needed.plus(pool.amount().minus(rest))));
            return Optional.empty();
        }
        LotSharing.Shared shared = sharing.share(rule.floor());
        return Optional.of(
                new LotSharing.Shared(shared.parts(), shared.unplaced().plus(rest.minus(amount))));
    }

    private Optional<LotSharing.Shared> byRank(
            Pool pool, Money rest, List<Money> amounts, List<ScoreCard> takers, Map<String, Money> limits) {
        Map<String, LotSharing.Part> parts = new LinkedHashMap<>();
        Money wanted = Money.ZERO;
        Money placed = Money.ZERO;
        for (int place = 0; place < Math.min(amounts.size(), takers.size()); place++) {
            String bank = takers.get(place).bank().code();
            Money target = amounts.get(place).min(limits.getOrDefault(bank, amounts.get(place)));
            parts.put(bank, new LotSharing.Part(target, new PlanRow.Working.Fixed(PlanRow.Reason.RANK, place + 1)));
            wanted = wanted.plus(amounts.get(place));
            placed = placed.plus(target);
        }
        if (wanted.compareTo(rest) > 0) {
            findings.add(refused(pool, wanted.plus(pool.amount().minus(rest))));
            return Optional.empty();
        }
        return Optional.of(new LotSharing.Shared(parts, rest.minus(placed)));
    }

    /** The positive weights of those who take part, in order of rank. */
    private static Map<String, Fraction> weights(Form form, List<ScoreCard> takers) {
        List<Fraction> all = weightsByPlace(form, takers);
        Map<String, Fraction> weights = new LinkedHashMap<>();
        for (int place = 0; place < takers.size(); place++) {
            if (all.get(place).isPositive()) {
                weights.put(takers.get(place).bank().code(), all.get(place));
            }
        }
        return weights;
    }

    private static List<Fraction> weightsByPlace(Form form, List<ScoreCard> takers) {
        if (form instanceof Form.ByTotal) {
            return takers.stream().map(ScoreCard::total).toList();
        }
        if (form instanceof Form.ByMeasure measure) {
            return takers.stream().map(card -> card.weightBy(measure.measure())).toList();
        }
        if (form instanceof Form.Equal) {
            return takers.stream().map(card -> Fraction.ONE).toList();
        }
        if (form instanceof Form.Above above) {
            return takers.stream()
                    .map(card -> card.total().minus(above.threshold()))
                    .toList();
        }
        if (form instanceof Form.PercentsByRank percents) {
            return IntStream.range(0, takers.size())
                    .mapToObj(place -> place < percents.percents().size()
                            ? percents.percents().get(place)
                            : Fraction.ZERO)
                    .toList();
        }
        if (form instanceof Form.Parts parts) {
            return partWeights(parts, takers);
        }
        throw new IllegalArgumentException("fixed amounts have no weights");
    }

    /** Percent × own ÷ sum of each part, added up; a part that nobody has a figure for falls to the other parts. */
    private static List<Fraction> partWeights(Form.Parts parts, List<ScoreCard> takers) {
        List<Fraction> weights = new ArrayList<>(Collections.nCopies(takers.size(), Fraction.ZERO));
        for (AllocationRule.Part part : parts.parts()) {
            List<Fraction> own =
                    takers.stream().map(card -> card.weightBy(part.by())).toList();
            Fraction sum = Fraction.sum(own);
            for (int place = 0; place < own.size() && sum.isPositive(); place++) {
                Fraction points = part.percent().times(own.get(place)).dividedBy(sum);
                weights.set(place, weights.get(place).plus(points));
            }
        }
        return weights;
    }

    private Comparator<ScoreCard> ties(AllocationRule rule) {
        Comparator<ScoreCard> order = Comparator.comparing(card -> 0);
        for (Tie tie : rule.tieOrder()) {
            if (tie instanceof Tie.Total) {
                order = order.thenComparing(
                        Comparator.comparing(ScoreCard::total).reversed());
            } else if (tie instanceof Tie.ByMeasure measure) {
                order = order.thenComparing(Comparator.comparing((ScoreCard card) -> card.weightBy(measure.measure()))
                        .reversed());
            } else {
                order = order.thenComparing(
                        card -> quarter.roster().order(card.bank().code()));
            }
        }
        return order.thenComparing(card -> quarter.roster().order(card.bank().code()));
    }

    private ScoreCard card(String bank) {
        ScoreCard card = cards.get(bank);
        if (card == null) {
            throw new IllegalArgumentException("not assessed: " + bank);
        }
        return card;
    }

    /** D16–D18: rows with what moves when, and the transfers. */
    private FundPlan assemble(
            Pool pool,
            AllocationRule rule,
            Map<String, LotSharing.Part> parts,
            Money unplaced,
            Map<String, Safety> safety,
            Map<String, List<Holding>> holdings,
            List<Adjustment> adjustments) {
        List<FundPlan.Outside> outside = new ArrayList<>();
        List<Subject> inPlan = new ArrayList<>();
        for (Subject bank : quarter.roster().subjects()) {
            boolean assessed = cards.containsKey(bank.code());
            Money held = held(holdings, bank);
            if (!assessed && held.isPositive() && !parts.containsKey(bank.code())) {
                noteOutside(pool, bank, holdings);
            }
            boolean withdrawn = safety.get(bank.code()) == Safety.WITHDRAW_NOW;
            boolean leaves = rule.outside() == AllocationRule.Outside.WITHDRAW && held.isPositive();
            if (assessed || withdrawn || leaves || parts.containsKey(bank.code())) {
                inPlan.add(bank);
            } else if (held.isPositive()) {
                outside.add(new FundPlan.Outside(bank, held));
            }
        }
        List<Transfers.Move> moves = new ArrayList<>();
        for (Subject bank : inPlan) {
            Money target = target(parts, bank.code()).plus(adjusted(adjustments, bank.code()));
            moves.add(move(bank, target, safety, holdings));
        }
        List<Transfer> transfers = Transfers.of(moves);
        Map<String, Money> receivedNow = new HashMap<>();
        for (Transfer transfer : transfers) {
            if (!transfer.atMaturity()) {
                receivedNow.merge(transfer.to(), transfer.amount(), Money::plus);
            }
        }
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < inPlan.size(); i++) {
            Subject bank = inPlan.get(i);
            Transfers.Move move = moves.get(i);
            Money now = move.change().isNegative()
                    ? move.now().negate()
                    : receivedNow.getOrDefault(bank.code(), Money.ZERO);
            LotSharing.Part part = parts.get(bank.code());
            rows.add(new PlanRow(
                    bank,
                    held(holdings, bank),
                    held(holdings, bank).plus(move.change()),
                    adjusted(adjustments, bank.code()),
                    now,
                    move.change().minus(now),
                    note(bank, safety, holdings),
                    part == null ? new PlanRow.Working.Nothing() : part.working()));
        }
        return new FundPlan(pool, rule, rows, unplaced, outside, transfers, adjustments);
    }

    private void noteOutside(Pool pool, Subject bank, Map<String, List<Holding>> holdings) {
        Holding first = holdings.getOrDefault(bank.code(), List.of()).get(0);
        findings.add(Finding.of(Code.W303, first.place())
                .subject(bank.name())
                .with("fund", pool.fund())
                .with("found", held(holdings, bank)));
    }

    /** D16: of a reduction at most what has matured moves now; a withdrawal takes everything now (D15). */
    private Transfers.Move move(
            Subject bank, Money target, Map<String, Safety> safety, Map<String, List<Holding>> holdings) {
        Money held = held(holdings, bank);
        Money change = target.minus(held);
        Map<LocalDate, Money> unmatured = new HashMap<>();
        for (Holding holding : holdings.getOrDefault(bank.code(), List.of())) {
            unmatured.merge(holding.due().orElse(LocalDate.MAX), holding.unmatured(), Money::plus);
        }
        boolean withdrawn = safety.get(bank.code()) == Safety.WITHDRAW_NOW;
        Money movable = withdrawn ? held : held.minus(unmatured(holdings, bank));
        Money now = change.isNegative() ? change.negate().min(movable) : Money.ZERO;
        return new Transfers.Move(bank.code(), quarter.roster().order(bank.code()), change, now, unmatured);
    }

    private PlanRow.Note note(Subject bank, Map<String, Safety> safety, Map<String, List<Holding>> holdings) {
        Safety action = safety.get(bank.code());
        if (action == Safety.WITHDRAW_NOW) {
            return unmatured(holdings, bank).isPositive() ? PlanRow.Note.WITHDRAWN_EARLY : PlanRow.Note.WITHDRAWN;
        }
        if (!cards.containsKey(bank.code())) {
            return PlanRow.Note.NOT_ASSESSED;
        }
        return action == Safety.FREEZE ? PlanRow.Note.FROZEN : PlanRow.Note.NONE;
    }

    /** The computed target. */
    private static Money target(Map<String, LotSharing.Part> parts, String bank) {
        LotSharing.Part part = parts.get(bank);
        return part == null ? Money.ZERO : part.target();
    }

    private static Money held(Map<String, List<Holding>> holdings, Subject bank) {
        return Money.sum(holdings.getOrDefault(bank.code(), List.of()).stream()
                .map(Holding::held)
                .toList());
    }

    private static Money unmatured(Map<String, List<Holding>> holdings, Subject bank) {
        return Money.sum(holdings.getOrDefault(bank.code(), List.of()).stream()
                .map(Holding::unmatured)
                .toList());
    }
}
