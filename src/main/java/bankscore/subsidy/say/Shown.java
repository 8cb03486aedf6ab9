package bankscore.subsidy.say;

import bankscore.exact.Money;
import bankscore.subsidy.decide.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What papers show of single lines, however many there are, gathered in one reading of them.
 *
 * @param listed who is granted something
 * @param reduced the first lines that got less than their amount or nothing, no more than a sheet shows
 * @param allReduced how many there are of them
 */
public record Shown(List<ListedClaimants.Row> listed, List<Reduced> reduced, long allReduced) {

    public Shown {
        listed = Collections.unmodifiableList(listed);
        reduced = List.copyOf(reduced);
    }

    /**
     * A line that got less than its amount, or nothing; what its cells say is not held.
     *
     * @param claimant the name
     * @param amount before caps; absent where a condition refused the line
     */
    public record Reduced(
            String subsidy,
            String claimant,
            String reference,
            LocalDate day,
            Decision.Outcome outcome,
            Optional<Money> amount,
            Money granted) {

        static Reduced of(Decision line) {
            return new Reduced(
                    line.subsidy(),
                    line.claimant().name(),
                    line.line().reference(),
                    line.day(),
                    line.outcome(),
                    line.amount(),
                    line.granted());
        }
    }

    /**
     * Reads the lines of a report once.
     *
     * @param beside takes each line too
     */
    public static Shown of(Report report, Consumer<Decision> beside) {
        ListedClaimants listed = new ListedClaimants(report);
        List<Reduced> reduced = new ArrayList<>();
        long[] all = {0};
        report.decisions().lines().each(line -> {
            listed.add(line);
            if (line.outcome().kind() != Decision.Outcome.Kind.GRANTED && all[0]++ < Report.MOST_LINES) {
                reduced.add(Reduced.of(line));
            }
            beside.accept(line);
        });
        return new Shown(listed.rows(), reduced, all[0]);
    }

    /** The same, beside which nothing is read. */
    public static Shown of(Report report) {
        return of(report, line -> {});
    }
}
