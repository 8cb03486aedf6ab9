package bankscore.contribution.place;

import bankscore.exact.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A sum that moves from one bank to another.
 *
 * @param from a bank's code, or {@code *} for new money (增量资金)
 * @param to a bank's code, or {@code *} for money that leaves (减量资金)
 * @param atMaturity whether it moves at maturity instead of now
 * @param date the due date of what moves at maturity, if it is known
 */
public record Transfer(String from, String to, Money amount, boolean atMaturity, Optional<LocalDate> date) {

    /** Money from or to outside the banks. */
    public static final String OUTSIDE = "*";

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer of nothing: " + amount);
        }
    }
}
