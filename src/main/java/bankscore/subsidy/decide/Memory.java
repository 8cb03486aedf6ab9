package bankscore.subsidy.decide;

import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.Claim;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * What earlier periods granted by the same rule: of each the highest revision that nobody sent back
 * (subsidy.md#memory). Lines that were refused are not in it.
 */
public interface Memory {

    /** Gives each granted line, in any order. */
    void each(Consumer<Granted> to);

    /**
     * A line that was granted.
     *
     * @param period in which it was decided
     * @param subsidy the id of the subsidy that took it
     * @param day the day that picked the year of a cap
     * @param claim what it says, at least in the columns that caps and conditions name
     * @param granted in 元; negative of a refund
     */
    record Granted(Period period, String subsidy, LocalDate day, Claim claim, Money granted) {}
}
