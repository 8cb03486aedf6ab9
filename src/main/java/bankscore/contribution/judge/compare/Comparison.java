package bankscore.contribution.judge.compare;

import bankscore.contribution.judge.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two results side by side.
 *
 * @param banks all banks of both registers: the later one's in its order, then those that are gone
 * @param fund of which alone they are; absent: of all
 */
public record Comparison(Judgement before, Judgement after, List<BankChange> banks, Optional<String> fund) {

    public Comparison {
        banks = List.copyOf(banks);
    }

    /** The funds of both plans: the later one's in their order, then those that are gone. */
    public List<String> funds() {
        Set<String> funds = new LinkedHashSet<>();
        for (Judgement result : List.of(after, before)) {
            result.placement().funds().forEach(fund -> funds.add(fund.pool().fund()));
        }
        return new ArrayList<>(funds);
    }

    /** Whether leaders changed either plan. */
    public boolean adjusted() {
        return before.placement().adjusted() || after.placement().adjusted();
    }
}
