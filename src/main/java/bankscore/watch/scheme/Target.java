package bankscore.watch.scheme;

import bankscore.exact.Fraction;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the city has set itself.
 *
 * @param published the item of the sheet of published figures that says how far it is
 * @param strictly whether the goal must be passed ({@code above}), not only reached ({@code at_least})
 * @param goal a number or a benchmark
 * @param by the day by which it is to be reached; absent: the document names none
 * @param yearly whether it is a year's: from 0 on 1 January to the goal on 31 December
 */
public record Target(
        String id,
        String name,
        String published,
        String unit,
        boolean strictly,
        Reference goal,
        Optional<LocalDate> by,
        Optional<Start> from,
        boolean yearly,
        String clause,
        Mark mark) {

    /** From where the path to the goal begins; it rises evenly by days. */
    public record Start(LocalDate day, Fraction value, Mark mark) {}

    /** How parameters, findings and simulations call it. */
    public String path() {
        return "targets." + id;
    }
}
