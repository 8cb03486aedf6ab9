package bankscore.run.questions;

import bankscore.exact.Fraction;
import java.util.List;

/**
 * How an amount came from before to after, cause by cause, as a drawing shows it.
 *
 * @param group what all amounts of its kind are, such as the total or a fund
 * @param of whose it is
 * @param before where it begins
 * @param causes in the order in which they apply; they lead from before to after
 */
public record Fall(String group, String of, Mark before, List<Mark> causes, Mark after) {

    public Fall {
        causes = List.copyOf(causes);
        Fraction end = causes.stream().map(Mark::amount).reduce(before.amount(), Fraction::plus);
        if (!end.equals(after.amount())) {
            throw new IllegalArgumentException("the causes for " + of + " do not lead to the amount after");
        }
    }

    /** A point of it: what it is called, how much it is or moves, and how that is printed. */
    public record Mark(String name, Fraction amount, String printed) {}

    /** Whether a cause moved it. */
    public boolean moved() {
        return causes.stream().anyMatch(cause -> !cause.amount().isZero());
    }
}
