package bankscore.contribution.execution;

import bankscore.exact.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a plan orders to be moved in a period, and what should have been moved before (D23): withdrawals first, then by date,
 * then in the order of funds and of the plan's list.
 *
 * @param overdue due before the period and not known to have moved
 * @param due in the period, whether it has moved or not
 * @param undated at maturity, on a day that nobody named
 */
public record DueList(List<Item> overdue, List<Item> due, List<Item> undated) {

    public DueList {
        overdue = List.copyOf(overdue);
        due = List.copyOf(due);
        undated = List.copyOf(undated);
    }

    /** One transfer of a fund. */
    public record Item(String fund, ExecutedTransfer transfer) {

        private LocalDate day() {
            return transfer.due().orElse(LocalDate.MAX);
        }
    }

    /** What is due of an execution, by the latest balances that it knows. */
    public static DueList of(Execution execution, Period period) {
        LocalDate first = period.previous().end().plusDays(1);
        return new DueList(
                items(
                        execution,
                        item -> item.day().isBefore(first) && item.transfer().state() != State.DONE),
                items(
                        execution,
                        item -> !item.day().isBefore(first) && !item.day().isAfter(period.end())),
                items(
                        execution,
                        item -> item.transfer().due().equals(Optional.empty())
                                && item.transfer().state() != State.DONE));
    }

    public boolean isEmpty() {
        return overdue.isEmpty() && due.isEmpty() && undated.isEmpty();
    }

    private static List<Item> items(Execution execution, Predicate<Item> which) {
        return execution.funds().stream()
                .flatMap(fund -> fund.transfers().stream().map(transfer -> new Item(fund.fund(), transfer)))
                .filter(which)
                .sorted(Comparator.comparing((Item item) -> !item.transfer().withdrawal())
                        .thenComparing(Item::day))
                .toList();
    }
}
