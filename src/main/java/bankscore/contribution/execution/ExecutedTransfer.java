package bankscore.contribution.execution;

import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A transfer of the approved list, and how much of it has moved as far as balances tell ({@link MovedAmounts}).
 *
 * @param transfer as it was approved, with the codes of then
 * @param from the bank's name now; empty for new money
 * @param to the bank's name now; empty for money that leaves
 * @param due from which day on; empty if nobody knows
 * @param least what has moved at the least; empty if no balance tells anything
 * @param most what has moved at the most; empty if no balance tells anything
 */
public record ExecutedTransfer(
        Transfer transfer,
        String from,
        String to,
        Optional<LocalDate> due,
        Optional<Money> least,
        Optional<Money> most,
        State state) {}
