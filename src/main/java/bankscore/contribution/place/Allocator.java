package bankscore.contribution.place;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.Names;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.allocation.NoPart;
import bankscore.contribution.allocation.Taker;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.Place;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Places a period's funds by its assessment, in the order of the rule (Shangrao 三(一)2, D14–D18).
 *
 * <p>The text makes the contribution share the basis; formula, limits and maturities are readings of the scheme.
 */
public final class Allocator {

    private final Scheme scheme;
    private final Quarter quarter;
    private final Assessment assessment;
    /** That of all banks. */
    private final Assessment whole;

    private final Set<String> assessed;

    private final Takers takers;
    private final List<Finding> findings;

    private Allocator(Scheme scheme, Quarter quarter, Assessment assessment, Assessment whole, List<Finding> findings) {
        this.scheme = scheme;
        this.quarter = quarter;
        this.assessment = assessment;
        this.whole = whole;
        this.assessed = whole.cardsByCode().keySet();
        this.findings = findings;
        this.takers = new Takers(scheme, quarter, assessment);
    }

    /** The plan, or why there is none: nothing to plan with (D19), or to divide by (D8). */
    public static Placement place(Scheme scheme, Quarter quarter, Assessment assessment) {
        List<Finding> notAddingUp = QuarterCheck.notAddingUp(quarter.adjustments());
        return notAddingUp.isEmpty()
                ? new Allocator(scheme, quarter, assessment, assessment, new ArrayList<>()).place()
                : new NoPlan(NoPlan.Reason.ADJUSTMENTS, notAddingUp);
    }

    private Placement place() {
        boolean pools = quarter.facts().datasets().contains(Names.POOLS);
        boolean holdings = quarter.facts().datasets().contains(Names.HOLDINGS);
        boolean nothingScored = !scheme.items().isEmpty()
                && whole.parts().stream()
                        .flatMap(part -> part.cards().stream())
                        .allMatch(card -> card.total().isZero());
        boolean binding = scheme.isBinding(quarter.period());
        boolean fixed = !pools && !binding && !fixedFunds().isEmpty();
        if (nothingScored || !((pools && holdings) || fixed)) {
            return NoPlan.because(none(pools, holdings), quarter);
        }
        List<FundPlan> funds = new ArrayList<>();
        if (pools) {
            noteFundsWithoutPool();
            for (Pool pool : quarter.pools()) {
                ofFund(pool.fund())
                        .flatMap(own -> own.place(pool, scheme.allocation(pool.fund())))
                        .ifPresent(funds::add);
            }
        } else {
            for (Map.Entry<String, AllocationRule> fund : fixedFunds().entrySet()) {
                ofFund(fund.getKey())
                        .flatMap(own -> own.place(
                                new Pool(fund.getKey(), own.fixedSums(fund.getValue()), Place.NONE), fund.getValue()))
                        .ifPresent(funds::add);
            }
        }
        findings.addAll(OwnDeposits.exceeded(quarter, funds));
        return new Plan(!binding, funds, findings);
    }

    /**
     * Who places a fund: by its own assessment, where it has one. Empty where nobody takes part in it, or all its totals are 0
     * (D8): there is no plan of it then, which the scores tell.
     */
    private Optional<Allocator> ofFund(String fund) {
        if (!whole.isPerFund()) {
            return Optional.of(this);
        }
        Assessment own = whole.of(fund);
        if (own.cards().stream().allMatch(card -> card.total().isZero())) {
            quarter.adjustments().stream()
                    .filter(each -> each.fund().equals(fund))
                    .findFirst()
                    .ifPresent(first -> findings.add(Finding.of(Code.E318, first.place())
                            .with("fund", fund)
                            .with(Finding.VARIANT, "fund")));
            return Optional.empty();
        }
        return Optional.of(new Allocator(own.scheme(), quarter, own, whole, findings));
    }

    /** Whether a bank, assessed or not, has not bid for the fund that is placed. */
    private boolean isAbsent(String bank) {
        return assessment
                .fund()
                .filter(fund -> !scheme.takesPart(bank, quarter.bids().of(fund)))
                .isPresent();
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
     * the scheme names, or one under the scheme's title; where banks bid for funds, these.
     */
    private Map<String, AllocationRule> fixedFunds() {
        Map<String, AllocationRule> all = new LinkedHashMap<>(scheme.funds());
        if (all.isEmpty()) {
            all.put(scheme.title(), scheme.allocation());
        }
        if (whole.isPerFund()) {
            all.clear();
            quarter.funds().forEach(fund -> all.put(fund, scheme.allocation(fund)));
        }
        all.values().removeIf(rule -> !rule.form().isFixed() || rule.within().isPresent());
        return all;
    }

    /** What the fixed sums off the top and the amounts of all places that are taken add up to. */
    private Money fixedSums(AllocationRule rule) {
        Limits limits = Limits.withoutPool(quarter, rule);
        Map<String, LotSharing.Part> first = limits.first(bank -> isAbsent(bank) || takers.lacks(rule, bank));
        Section all = new Section(Optional.empty(), Set.of(), Money.ZERO, false, rule);
        Weights weights = new Weights(
                rule,
                takers.ranked(all, limits, first.keySet()),
                Map.of(),
                Money.ZERO,
                (adjust, taker) -> Optional.empty());
        return offTheTop(first).plus(weights.fixed());
    }

    private static Money offTheTop(Map<String, LotSharing.Part> first) {
        return Money.sum(first.values().stream().map(LotSharing.Part::target).toList());
    }

    /** One fund; empty if fixed sums exceed the pool, with an error among the findings. */
    private Optional<FundPlan> place(Pool pool, AllocationRule rule) {
        FundHoldings holdings = new FundHoldings(quarter, pool.fund());
        Limits limits = Limits.of(quarter, rule, pool.amount(), holdings);

        // First: fixed sums off the top; whoever gets one takes no part in the sharing.
        Map<String, LotSharing.Part> parts =
                new LinkedHashMap<>(limits.first(bank -> isAbsent(bank) || takers.lacks(rule, bank)));
        Set<String> served = Set.copyOf(parts.keySet());
        Money off = offTheTop(parts);
        Money rest = pool.amount().minus(off);
        if (rest.isNegative()) {
            findings.add(refused(pool, off));
            return Optional.empty();
        }

        // D14, D15: the rest by the form of the scheme, in each group by its own.
        List<Section> sections = sections(rule, rest);
        Money unplaced =
                rest.minus(Money.sum(sections.stream().map(Section::sum).toList()));
        List<Draw> draws = new ArrayList<>();
        for (Section section : sections) {
            List<Taker> taking = takers.ranked(section, limits, served);
            limits.within(section, taking, pool.amount(), holdings);
            Weights weights = new Weights(
                    section.rule(),
                    taking,
                    limits.most(),
                    section.sum(),
                    (adjust, taker) -> takers.reference(adjust, section, taker));
            if (weights.needed().compareTo(weights.amount()) > 0) {
                findings.add(
                        section.group().isEmpty()
                                ? refused(pool, weights.needed().plus(off))
                                : refused(pool, section, weights.needed()));
                return Optional.empty();
            }
            LotSharing.Shared shared = weights.share();
            unplaced = unplaced.plus(shared.unplaced());
            parts.putAll(shared.parts());
            draws.addAll(new Draws(section.rule(), takers, shared.parts()).of(takers.inOrder(section, limits, served)));
        }
        if (unplaced.isPositive()) {
            findings.add(Finding.of(Code.W308, pool.place())
                    .with("found", pool.fund())
                    .with("expected", unplaced));
        }
        Money left = unplaced;
        return adjustments(pool, sections, parts, limits)
                .map(adjustments -> assemble(pool, rule, sections, parts, draws, left, limits, holdings, adjustments));
    }

    /** The sum as a whole, or the parts of the groups to the fen; the fen that are missing go one each in the file's order. */
    private List<Section> sections(AllocationRule rule, Money rest) {
        if (rule.within().isEmpty()) {
            return List.of(new Section(Optional.empty(), Set.of(), rest, false, rule));
        }
        AllocationRule.Within within = rule.within().get();
        List<AllocationRule.Within.Part> parts = List.copyOf(within.parts().values());
        List<Fraction> exact = parts.stream()
                .map(part -> new Fraction(rest.fen(), BigInteger.ONE)
                        .times(part.percent())
                        .dividedBy(Fraction.HUNDRED))
                .toList();
        List<BigInteger> fen =
                new ArrayList<>(exact.stream().map(Fraction::floor).toList());
        BigInteger missing =
                Fraction.sum(exact).floor().subtract(fen.stream().reduce(BigInteger.ZERO, BigInteger::add));
        for (int i = 0; i < missing.intValueExact(); i++) {
            fen.set(i, fen.get(i).add(BigInteger.ONE));
        }
        List<Section> sections = new ArrayList<>();
        for (String group : within.parts().keySet()) {
            AllocationRule.Within.Part part = parts.get(sections.size());
            Set<String> banks = assessment.cards().stream()
                    .map(ScoreCard::bank)
                    .filter(bank -> assessment.groups().of(within.group(), bank).equals(Optional.of(group)))
                    .map(Subject::code)
                    .collect(Collectors.toUnmodifiableSet());
            sections.add(new Section(
                    Optional.of(group), banks, new Money(fen.get(sections.size())), part.ownCap(), part.rule()));
        }
        return sections;
    }

    private static Finding refused(Pool pool, Section section, Money wanted) {
        return Finding.of(Code.E311, pool.place())
                .with("fund", pool.fund() + "·" + section.group().orElse(""))
                .with("found", wanted)
                .with("expected", section.sum());
    }

    /**
     * What leaders change in a fund, if the plan can follow: it stays within zero and floor below and the limits of D15
     * above, and concerns banks that may take money; otherwise empty, with errors among the findings.
     */
    private Optional<List<Adjustment>> adjustments(
            Pool pool, List<Section> sections, Map<String, LotSharing.Part> parts, Limits limits) {
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
                        least(sections, bank, Optional.ofNullable(parts.get(bank))),
                        limits.most(bank),
                        limits.withdrawn(bank),
                        takers.contains(bank) || parts.containsKey(bank))
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
    private static Money least(List<Section> sections, String bank, Optional<LotSharing.Part> part) {
        boolean shares = part.filter(each -> !(each.working() instanceof PlanRow.Working.Fixed
                        || each.working() instanceof PlanRow.Working.Nothing))
                .isPresent();
        return sections.stream()
                .filter(section -> shares && section.has(bank))
                .flatMap(section -> section.rule().floor().stream())
                .findFirst()
                .orElse(Money.ZERO);
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

    /** D16–D18: rows with what moves when, and the transfers. */
    private FundPlan assemble(
            Pool pool,
            AllocationRule rule,
            List<Section> sections,
            Map<String, LotSharing.Part> parts,
            List<Draw> draws,
            Money unplaced,
            Limits limits,
            FundHoldings holdings,
            List<Adjustment> adjustments) {
        List<FundPlan.Outside> outside = new ArrayList<>();
        List<Subject> inPlan = new ArrayList<>();
        for (Subject bank : quarter.roster().subjects()) {
            boolean scored = assessed.contains(bank.code());
            Money held = holdings.held(bank.code());
            if (!scored && held.isPositive() && !parts.containsKey(bank.code())) {
                noteOutside(pool, bank, holdings);
            }
            boolean withdrawn = limits.withdrawn(bank.code());
            boolean leaves = rule.outside() == AllocationRule.Outside.WITHDRAW && held.isPositive();
            if (scored || withdrawn || leaves || parts.containsKey(bank.code())) {
                inPlan.add(bank);
            } else if (held.isPositive()) {
                outside.add(new FundPlan.Outside(bank, held));
            }
        }
        List<Transfers.Move> moves = new ArrayList<>();
        for (Subject bank : inPlan) {
            Money target = target(parts, bank.code()).plus(adjusted(adjustments, bank.code()));
            moves.add(move(bank.code(), target, limits, holdings));
        }
        // Of a fund that stays only what is withdrawn moves.
        List<Transfer> transfers = Transfers.of(moves.stream()
                .filter(move -> rule.moves() || limits.withdrawn(move.bank()))
                .toList());
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
            boolean stays = !rule.moves() && !limits.withdrawn(bank.code());
            Money now = move.change().isNegative() && !stays
                    ? move.now().negate()
                    : receivedNow.getOrDefault(bank.code(), Money.ZERO);
            LotSharing.Part part = parts.get(bank.code());
            rows.add(new PlanRow(
                    bank,
                    holdings.held(bank.code()),
                    holdings.held(bank.code()).plus(move.change()),
                    adjusted(adjustments, bank.code()),
                    now,
                    stays ? Money.ZERO : move.change().minus(now),
                    note(bank.code(), sections, limits, holdings),
                    part == null ? new PlanRow.Working.Nothing(nothing(sections, limits, bank.code())) : part.working(),
                    draws.stream().filter(draw -> draw.concerns(bank.code())).toList()));
        }
        return new FundPlan(pool, rule, sections, rows, unplaced, outside, transfers, adjustments);
    }

    private void noteOutside(Pool pool, Subject bank, FundHoldings holdings) {
        Holding first = holdings.of(bank.code()).get(0);
        findings.add(Finding.of(Code.W303, first.place())
                .subject(bank.name())
                .with("fund", pool.fund())
                .with("found", PrintedNumber.money(holdings.held(bank.code()))));
    }

    /** D16: of a reduction at most what has matured moves now; a withdrawal takes everything now (D15). */
    private Transfers.Move move(String bank, Money target, Limits limits, FundHoldings holdings) {
        Money held = holdings.held(bank);
        Money change = target.minus(held);
        Money movable = limits.withdrawn(bank) ? held : held.minus(holdings.unmatured(bank));
        Money now = change.isNegative() ? change.negate().min(movable) : Money.ZERO;
        return new Transfers.Move(bank, quarter.roster().order(bank), change, now, holdings.dues(bank));
    }

    private PlanRow.Note note(String bank, List<Section> sections, Limits limits, FundHoldings holdings) {
        if (limits.withdrawn(bank)) {
            return holdings.unmatured(bank).isPositive() ? PlanRow.Note.WITHDRAWN_EARLY : PlanRow.Note.WITHDRAWN;
        }
        if (!assessed.contains(bank)) {
            return PlanRow.Note.NOT_ASSESSED;
        }
        boolean lacks = sections.stream().anyMatch(section -> section.has(bank) && takers.lacks(section.rule(), bank));
        if (lacks) {
            return PlanRow.Note.REQUIRED;
        }
        return limits.frozen(bank) ? PlanRow.Note.FROZEN : PlanRow.Note.NONE;
    }

    private NoPart nothing(List<Section> sections, Limits limits, String bank) {
        boolean scored = assessed.contains(bank) && !limits.withdrawn(bank);
        return scored && !takers.contains(bank)
                ? NoPart.because(NoPart.Reason.BID)
                : takers.nothing(sections, limits, bank);
    }

    /** The computed target. */
    private static Money target(Map<String, LotSharing.Part> parts, String bank) {
        LotSharing.Part part = parts.get(bank);
        return part == null ? Money.ZERO : part.target();
    }
}
