package bankscore.subsidy.decide;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Claim;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.rule.Condition;
import bankscore.rule.line.ClaimLine;
import bankscore.rule.line.ConditionCheck;
import bankscore.rule.line.Gap;
import bankscore.rule.line.LineValuation;
import bankscore.rule.line.Sought;
import bankscore.subsidy.decide.cap.Budgets;
import bankscore.subsidy.decide.cap.Capping;
import bankscore.subsidy.decide.cap.Ceilings;
import bankscore.subsidy.decide.cap.Lifts;
import bankscore.subsidy.decide.seen.Repeats;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides lines one after the other, as they are given: eligible or not, base, rate, amount, caps (subsidy.md#eligible,
 * subsidy.md#amount). What is granted may still be
 * cut where a budget is shared out, and who bears it is settled then.
 */
final class Deciding {

    private final Batch batch;
    private final ConditionCheck check;
    private final LineValuation valuation;
    private final Bearers bearers;
    private final Budgets budgets;
    private final Lifts lifts;
    private final Repeats.Refunds refunds;
    private final Told told;
    private final List<List<Needed>> requirements;
    private final Repeats repeats;
    private final Ceilings ceilings;

    Deciding(
            Batch batch,
            ConditionCheck check,
            LineValuation valuation,
            Bearers bearers,
            Budgets budgets,
            Lifts lifts,
            Repeats.Refunds refunds,
            Told told) {
        this.batch = batch;
        this.check = check;
        this.valuation = valuation;
        this.bearers = bearers;
        this.budgets = budgets;
        this.lifts = lifts;
        this.refunds = refunds;
        this.told = told;
        this.requirements = batch.scheme().subsidies().stream().map(Needed::of).toList();
        this.repeats = new Repeats(batch.scheme().subsidies());
        this.ceilings = new Ceilings(batch.scheme().from());
    }

    /** Takes in what earlier periods granted. */
    void remember() {
        List<Subsidy> all = batch.scheme().subsidies();
        batch.memory().each(before -> {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).id().equals(before.subsidy())) {
                    remember(i, before);
                }
            }
        });
    }

    private void remember(int number, Memory.Granted before) {
        Subsidy subsidy = batch.scheme().subsidies().get(number);
        ClaimLine line = Selection.line(batch, before.claim(), Optional.of(before.day()));
        refunds.add(subsidy, before.claim(), before.granted());
        if (!before.granted().isNegative()) {
            repeats.keep(number, line);
        }
        List<Cap> caps = subsidy.amount().caps();
        for (int i = 0; i < caps.size(); i++) {
            if (caps.get(i) instanceof Cap.Ceiling ceiling
                    && (ceiling.span() == Cap.Span.YEAR || ceiling.span() == Cap.Span.RULE_YEAR)) {
                List<String> key = ceilings.key(subsidy.id(), i, ceiling, line, before.day());
                if (!key.isEmpty()) {
                    ceilings.remember(key, before.period(), before.granted());
                }
            }
        }
        budgets.remember(number, before);
    }

    /** What is decided of the next line; absent where an error stands against it. */
    Optional<Decision> decide(Spool.Chosen chosen) {
        return new OneLine(chosen).decide();
    }

    /**
     * A requirement and what it needs: where that is missing and no requirement asks for it, it is no reason to refuse the line,
     * nor to grant it.
     *
     * @param day whether it reads the line's day
     * @param starts where spans begin that it compares with others
     */
    private record Needed(Subsidy.Requirement requirement, boolean day, List<String> starts) {

        static List<Needed> of(Subsidy subsidy) {
            Set<String> asked = new HashSet<>();
            subsidy.eligible()
                    .forEach(each -> each.condition().whole().forEach(part -> {
                        if (part instanceof Condition.Filled filled) {
                            asked.addAll(filled.columns());
                        }
                    }));
            String day = subsidy.claims().day();
            return subsidy.eligible().stream()
                    .map(each -> new Needed(
                            each,
                            !asked.contains(day) && readsDay(each.condition(), day),
                            each.condition()
                                    .whole()
                                    .filter(part -> part instanceof Condition.NoOverlap)
                                    .map(part -> ((Condition.NoOverlap) part).from())
                                    .filter(from -> !asked.contains(from))
                                    .toList()))
                    .toList();
        }

        private static boolean readsDay(Condition condition, String day) {
            return condition.names().contains(day)
                    || condition
                            .whole()
                            .anyMatch(part -> part instanceof Condition.InRegister register
                                    && register.at().isEmpty());
        }
    }

    /** A line on its way. */
    private final class OneLine {

        private final Spool.Chosen chosen;
        private final Subsidy subsidy;
        private final Claim claim;
        private final ClaimLine line;
        private final LocalDate day;
        private final Decision.Party claimant;
        private boolean erred;

        OneLine(Spool.Chosen chosen) {
            this.chosen = chosen;
            this.subsidy = batch.scheme().subsidies().get(chosen.subsidy());
            this.claim = chosen.claim();
            this.line = Selection.line(batch, claim, chosen.day());
            this.day = chosen.day().orElse(batch.period().end());
            this.claimant = party(subsidy.claims().claimant(), "");
        }

        private Decision.Party party(String column, String account) {
            return new Decision.Party(claim.text(column), claim.name(column), account);
        }

        private Optional<Decision> decide() {
            boolean refund = isRefund();
            ConditionCheck.Memory memory = refund ? Repeats.OF_REFUNDS : repeats.of(chosen.subsidy());
            for (Needed needed : requirements.get(chosen.subsidy())) {
                if (needed.day() && chosen.day().isEmpty()) {
                    return erred(new Gap.EmptyCell(subsidy.claims().day()));
                }
                for (String start : needed.starts()) {
                    if (!refund && line.day(start).isEmpty()) {
                        return erred(new Gap.EmptyCell(start));
                    }
                }
                if (!check.holds(needed.requirement().condition(), line, memory)) {
                    return Optional.of(refused(needed.requirement()));
                }
            }
            if (chosen.day().isEmpty()) {
                return erred(new Gap.EmptyCell(subsidy.claims().day()));
            }
            Sought<Fraction> base = valuation.value(subsidy.amount().base(), line);
            Sought<Fraction> rate = rate();
            base.gaps().forEach(this::err);
            rate.gaps().forEach(this::err);
            bearers.gaps(subsidy.bearing(), line).forEach(this::err);
            if (erred || base.value().isEmpty() || rate.value().isEmpty()) {
                return Optional.empty();
            }
            Money amount = Money.ofYuan(
                    base.value().get().times(rate.value().get()), batch.scheme().rounding());
            if (amount.isNegative() && !refund) {
                erred = true;
                told.add(told.of(Code.E402, chosen.sheet(), claim, "")
                        .column("")
                        .with(Finding.VARIANT, "negative")
                        .with("found", amount.yuan()));
            }
            return capped(base.value().get(), rate.value().get(), amount);
        }

        /** Only a column that may be negative makes a refund; the formula's own minus does not (subsidy.md#refunds). */
        private boolean isRefund() {
            return Repeats.Refunds.hasNegative(claim)
                    && valuation
                            .value(subsidy.amount().base(), line)
                            .value()
                            .filter(Fraction::isNegative)
                            .isPresent();
        }

        private void err(Gap gap) {
            erred = true;
            told.gap(gap, chosen.sheet(), claim);
        }

        private Optional<Decision> erred(Gap gap) {
            err(gap);
            return Optional.empty();
        }

        private Sought<Fraction> rate() {
            if (subsidy.amount().rate() instanceof Subsidy.Rate.Fixed fixed) {
                return new Sought<>(Optional.of(fixed.share()), List.of());
            }
            Subsidy.Rate.ByDay byDay = (Subsidy.Rate.ByDay) subsidy.amount().rate();
            Sought<Fraction> percent =
                    valuation.onDay(byDay.table(), subsidy.claims().day(), chosen.day());
            return new Sought<>(percent.value().map(value -> value.dividedBy(Fraction.HUNDRED)), percent.gaps());
        }

        private Optional<Decision> capped(Fraction base, Fraction rate, Money amount) {
            Capping capping = new Capping(
                    subsidy, line, day, amount, lifts.by(subsidy, claimant), new Capping.Used(ceilings, budgets));
            capping.gaps().forEach(this::err);
            if (erred) {
                return Optional.empty();
            }
            Money granted = capping.granted();
            boolean refused = amount.isPositive() && granted.isZero();
            capping.use();
            takeBack(granted);
            budgets.next(chosen.subsidy(), capping.wanted(), granted);
            if (!refused && !granted.isNegative()) {
                repeats.keep(chosen.subsidy(), line);
            }
            Decision.Outcome outcome = granted.equals(amount)
                    ? new Decision.Outcome(Decision.Outcome.Kind.GRANTED, "", "")
                    : new Decision.Outcome(
                            refused ? Decision.Outcome.Kind.REFUSED : Decision.Outcome.Kind.CUT,
                            batch.reasons().reached(),
                            capping.clause());
            return Optional.of(
                    decision(outcome, Optional.of(new Decision.Sums(base, rate, amount, granted, capping.uses()))));
        }

        /** Says if more is taken back than was granted. */
        private void takeBack(Money granted) {
            Money before = refunds.left(subsidy, claim);
            refunds.add(subsidy, claim, granted);
            if (granted.isNegative() && before.plus(granted).isNegative()) {
                told.add(told.of(
                                Code.W406,
                                chosen.sheet(),
                                claim,
                                subsidy.claims().reference())
                        .with("found", granted.negate().yuan())
                        .with("before", before.max(Money.ZERO).yuan()));
            }
        }

        private Decision refused(Subsidy.Requirement requirement) {
            budgets.next(chosen.subsidy(), Money.ZERO, Money.ZERO);
            return decision(
                    new Decision.Outcome(Decision.Outcome.Kind.REFUSED, requirement.otherwise(), requirement.clause()),
                    Optional.empty());
        }

        private Decision decision(Decision.Outcome outcome, Optional<Decision.Sums> sums) {
            Decision.Line own = new Decision.Line(
                    chosen.sheet(),
                    told.at(chosen.sheet(), claim),
                    claim.text(subsidy.claims().reference()),
                    claim);
            return new Decision(
                    subsidy.id(),
                    own,
                    claimant,
                    party(subsidy.claims().payee(), claim.text(batch.layout().account())),
                    day,
                    outcome,
                    sums,
                    Map.of());
        }
    }
}
