package bankscore.subsidy.decide;

import bankscore.exact.Money;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why lines of a subsidy were cut or refused, in the order of the rule (subsidy.md#reasons). */
final class Reductions {

    private final Map<Why, Sum> sums = new LinkedHashMap<>();
    private final Keys claimants = new Keys();

    private record Why(String reason, String clause) {}

    private static final class Sum {
        private long lines;
        private long claimants;
        private Money asked = Money.ZERO;
        private Money off = Money.ZERO;
    }

    Reductions(Subsidy subsidy, Batch.Reasons reasons) {
        subsidy.eligible().forEach(each -> sums.put(new Why(each.otherwise(), each.clause()), new Sum()));
        for (String reason : List.of(reasons.reached(), reasons.proRata())) {
            subsidy.amount().caps().forEach(cap -> sums.putIfAbsent(new Why(reason, cap.clause()), new Sum()));
        }
    }

    void add(Decision decision) {
        Decision.Outcome outcome = decision.outcome();
        if (outcome.kind() == Decision.Outcome.Kind.GRANTED) {
            return;
        }
        Sum sum = sums.computeIfAbsent(new Why(outcome.reason(), outcome.clause()), why -> new Sum());
        sum.lines++;
        int known = claimants.size();
        claimants.add(
                List.of(outcome.reason(), outcome.clause(), decision.claimant().key()));
        sum.claimants += claimants.size() - known;
        Money asked = decision.amount().orElse(Money.ZERO);
        sum.asked = sum.asked.plus(asked);
        sum.off = sum.off.plus(asked.minus(decision.granted()));
    }

    List<Decisions.Reason> reasons() {
        List<Decisions.Reason> reasons = new ArrayList<>();
        sums.forEach((why, sum) -> {
            if (sum.lines > 0) {
                reasons.add(
                        new Decisions.Reason(why.reason(), why.clause(), sum.lines, sum.claimants, sum.asked, sum.off));
            }
        });
        return reasons;
    }
}
