package bankscore.subsidy.decide;

import bankscore.exact.Money;
import bankscore.facts.Claim;
import bankscore.subsidy.scheme.Subsidy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was granted of that which this period's refunds take back: of the policy, or of the claimant where the line names
 * none (subsidy.md#refunds). Only refunds are looked out for, of which there are few.
 */
final class Refunds {

    private final Map<List<String>, Money> granted = new HashMap<>();

    /** Whether a line has a figure below 0, as a refund has. */
    static boolean hasNegative(Claim claim) {
        return claim.cells().values().stream()
                .anyMatch(each ->
                        each instanceof Claim.Amount amount && amount.value().signum() < 0);
    }

    /** Looks out for what a line takes back, if it does. */
    void expect(Subsidy subsidy, Claim claim) {
        if (hasNegative(claim)) {
            granted.putIfAbsent(key(subsidy, claim), Money.ZERO);
        }
    }

    /** Adds what a line was granted; of a refund what it takes back. */
    void add(Subsidy subsidy, Claim claim, Money amount) {
        if (!granted.isEmpty()) {
            granted.computeIfPresent(key(subsidy, claim), (key, before) -> before.plus(amount));
        }
    }

    /** What is left of what was granted; negative if more was taken back. */
    Money left(Subsidy subsidy, Claim claim) {
        return granted.getOrDefault(key(subsidy, claim), Money.ZERO);
    }

    private static List<String> key(Subsidy subsidy, Claim claim) {
        String reference = claim.text(subsidy.claims().reference());
        return reference.isEmpty()
                ? List.of(subsidy.id(), claim.text(subsidy.claims().claimant()))
                : List.of(subsidy.id(), reference, "");
    }
}
