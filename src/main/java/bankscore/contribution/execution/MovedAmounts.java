package bankscore.contribution.execution;

import bankscore.exact.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of each transfer has moved, as far as balances tell. A bank's balance shows only the sum of what left it, or
 * arrived at it, so that of a single transfer there is a least and a most, often the same. The most is what both banks show;
 * what the others of a bank can have taken at the most leaves the least. Where balances contradict each other, because other
 * money moved too, nothing is made of it: the range stays wide.
 */
final class MovedAmounts {

    private final List<Money> amounts;
    private final List<Money> least;
    private final List<Money> most;
    private final List<Group> groups = new ArrayList<>();
    private boolean narrowed;

    /** @param amounts of the transfers, by number */
    MovedAmounts(List<Money> amounts) {
        this.amounts = amounts;
        this.least = new ArrayList<>(amounts.stream().map(any -> Money.ZERO).toList());
        this.most = new ArrayList<>(amounts);
    }

    /** What has moved of some transfers together. */
    private record Group(List<Integer> numbers, Money moved) {}

    /** What has moved at the least and at the most. */
    record Range(Money least, Money most) {}

    /** Adds what a balance shows. */
    void add(List<Integer> numbers, Money moved) {
        groups.add(new Group(numbers, moved));
    }

    /** What is known of a transfer; empty if no balance shows it. */
    Optional<Range> of(int number) {
        if (!narrowed) {
            narrow();
            narrowed = true;
        }
        return groups.stream().anyMatch(group -> group.numbers().contains(number))
                ? Optional.of(new Range(least.get(number), most.get(number)))
                : Optional.empty();
    }

    private void narrow() {
        for (Group group : groups) {
            group.numbers().forEach(number -> most.set(number, most.get(number).min(group.moved())));
        }
        // Each narrowing may allow another; every one makes a range smaller, and they end when none does.
        boolean narrower = true;
        for (int round = 0; narrower && round <= amounts.size(); round++) {
            narrower = false;
            for (Group group : groups) {
                for (int number : group.numbers()) {
                    narrower |= narrow(group, number);
                }
            }
        }
        groups.stream()
                .filter(group -> total(group, least).compareTo(group.moved()) > 0)
                .forEach(group -> group.numbers().forEach(number -> least.set(number, left(group, number))));
    }

    private boolean narrow(Group group, int number) {
        Money to = group.moved().minus(total(group, least)).plus(least.get(number));
        boolean lower = to.compareTo(most.get(number)) < 0 && to.compareTo(least.get(number)) >= 0;
        if (lower) {
            most.set(number, to);
        }
        Money from = left(group, number);
        boolean higher = from.compareTo(least.get(number)) > 0 && from.compareTo(most.get(number)) <= 0;
        if (higher) {
            least.set(number, from);
        }
        return lower || higher;
    }

    /** What is left for one if the others have taken the most. */
    private Money left(Group group, int number) {
        return group.moved().minus(total(group, most)).plus(most.get(number)).max(Money.ZERO);
    }

    private static Money total(Group group, List<Money> values) {
        return Money.sum(group.numbers().stream().map(values::get).toList());
    }
}
