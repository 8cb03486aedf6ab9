package bankscore.contribution.execution;

import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import bankscore.office.Approval;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A transfer of the approved list, and how much of it has moved as far as balances tell ({@link MovedAmounts}).
 *
 * @param transfer as it was approved, with the codes of then
 * @param approval by which it was ordered
 * @param from what lists call the bank now; empty for new money
 * @param to what lists call the bank now; empty for money that leaves
 * @param withdrawal whether it takes money back from a bank (D15)
 * @param due from which day on; empty if nobody knows
 * @param least what has moved at the least; empty if no balance tells anything
 * @param most what has moved at the most; empty if no balance tells anything
 */
public record ExecutedTransfer(
        Transfer transfer,
        Approval approval,
        String from,
        String to,
        boolean withdrawal,
        Optional<LocalDate> due,
        Optional<Money> least,
        Optional<Money> most,
        State state) {}
