package bankscore.subsidy.decide;

import bankscore.exact.Money;
import bankscore.subsidy.decide.cap.Budgets;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is decided in the end: a budget that is short is shared out, each line's levels bear what is granted, and so it is
 * added up and kept.
 */
final class Settling implements Consumer<Decision> {

    private final Batch batch;
    private final Budgets budgets;
    private final Bearers bearers;
    private final Tally tally;
    private final Spool<Decision> decided;
    private final Map<String, Subsidy> subsidies = new LinkedHashMap<>();
    private int count;

    Settling(Batch batch, Budgets budgets, Bearers bearers, Tally tally, Spool<Decision> decided) {
        this.batch = batch;
        this.budgets = budgets;
        this.bearers = bearers;
        this.tally = tally;
        this.decided = decided;
        batch.scheme().subsidies().forEach(each -> subsidies.put(each.id(), each));
    }

    /** Settles the next line in decided order. */
    @Override
    public void accept(Decision decision) {
        Decision settled = settled(decision, count);
        tally.add(settled);
        decided.put(count, settled);
        count++;
    }

    /** What was settled; it knows no more of what settled it. */
    Decisions.Lines lines() {
        return new Kept(count, decided);
    }

    private record Kept(long count, Spool<Decision> decided) implements Decisions.Lines {
        @Override
        public void each(Consumer<Decision> to) {
            decided.each(to);
        }
    }

    private Decision settled(Decision decision, int line) {
        Subsidy subsidy = subsidies.get(decision.subsidy());
        if (subsidy == null || decision.outcome().isRefused()) {
            return decision;
        }
        Decision.Sums before = decision.sums().orElseThrow();
        Money granted = budgets.inTheEnd(line, before.granted());
        boolean cut = granted.compareTo(before.granted()) < 0;
        Decision.Outcome outcome = cut ? shared(subsidy, granted) : decision.outcome();
        return new Decision(
                decision.subsidy(),
                decision.line(),
                decision.claimant(),
                decision.payee(),
                decision.day(),
                outcome,
                Optional.of(new Decision.Sums(before.base(), before.rate(), before.amount(), granted, before.caps())),
                outcome.isRefused()
                        ? Map.of()
                        : bearers.parts(
                                subsidy.bearing(),
                                Selection.line(batch, decision.line().claim(), Optional.of(decision.day())),
                                granted));
    }

    private Decision.Outcome shared(Subsidy subsidy, Money granted) {
        List<Cap> caps = subsidy.amount().caps();
        String clause = caps.stream()
                .filter(cap -> cap instanceof Cap.Budget budget && budget.ifShort() == Cap.IfShort.PRO_RATA)
                .map(Cap::clause)
                .findFirst()
                .orElse("");
        return new Decision.Outcome(
                granted.isZero() ? Decision.Outcome.Kind.REFUSED : Decision.Outcome.Kind.CUT,
                batch.reasons().proRata(),
                clause);
    }
}
