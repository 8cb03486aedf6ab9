package bankscore.contribution.place;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.exact.Money;
import java.util.Optional;
import java.util.Set;

/**
 * A sum that some banks share by one rule: what is left of a pool, or a group's part of it.
 *
 * @param group the name of the group; empty: all banks share it
 * @param banks those of the group, by code; none if all banks share it
 * @param ownCap whether a cap is a percentage of this sum and not of the pool
 */
public record Section(Optional<String> group, Set<String> banks, Money sum, boolean ownCap, AllocationRule rule) {

    public Section {
        banks = Set.copyOf(banks);
    }

    /** Whether a bank may have a part of it. */
    public boolean has(String bank) {
        return group.isEmpty() || banks.contains(bank);
    }
}
