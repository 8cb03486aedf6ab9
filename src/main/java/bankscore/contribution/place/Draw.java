package bankscore.contribution.place;

import bankscore.contribution.allocation.Tie;
import bankscore.exact.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * Equal claims of several banks to a part of a fund, and how the order between equals decided (D14). Banks by code.
 *
 * @param got those that got it, in the order that decided; of a place all that share the rank
 * @param missed those that had room for it and came after
 * @param full those that would have been before or equal, and had reached their limit
 * @param by the ties that parted one who got it from one who missed it; none where only limits decided
 * @param amount what each got more than those that missed it, or than whole lots; 0 for a place
 */
public record Draw(Claim claim, List<String> got, List<String> missed, List<String> full, List<Tie> by, Money amount) {

    public Draw {
        got = List.copyOf(got);
        missed = List.copyOf(missed);
        full = List.copyOf(full);
        by = List.copyOf(by);
    }

    /** What is claimed; its words are under {@code tie.<name>}. */
    public enum Claim {
        /** One more of the lots that are missing, by equal remainders. */
        LOT,
        /** What the sum holds beyond whole lots, by the total. */
        ODD_REST,
        /** The place that an amount, a percentage or a cut goes by, of equal ranks. */
        PLACE
    }

    Draw of(Money each) {
        return new Draw(claim, got, missed, full, by, each);
    }

    /** Whether a bank was among the claimants. */
    public boolean concerns(String bank) {
        return Stream.of(got, missed, full).anyMatch(banks -> banks.contains(bank));
    }
}
