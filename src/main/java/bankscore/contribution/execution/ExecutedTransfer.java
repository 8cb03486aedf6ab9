package bankscore.contribution.execution;

import bankscore.contribution.place.Transfer;
import bankscore.exact.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A transfer of the approved list, and how much of it the balances of its two banks show.
 *
 * @param transfer as it was approved, with the codes of then
 * @param from the bank's name now; empty for new money
 * @param to the bank's name now; empty for money that leaves
 * @param due from which day on; empty if nobody knows
 * @param left what has left the first bank; empty if its balance does not tell
 * @param arrived what has arrived at the second; empty if its balance does not tell
 */
public record ExecutedTransfer(
        Transfer transfer,
        String from,
        String to,
        Optional<LocalDate> due,
        Optional<Money> left,
        Optional<Money> arrived,
        State state) {}
