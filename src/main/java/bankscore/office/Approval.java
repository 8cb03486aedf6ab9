package bankscore.office;

import bankscore.exact.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The government's approval of a published revision.
 *
 * <p>It changes nothing that is published, and by itself it makes no new revision. Revisions of its period that are
 * published after it say that another one is approved. Later periods hold the money against it ({@link #inForce}): there it
 * is part of identity and result.
 *
 * @param document the approving document
 * @param date the document's date
 */
public record Approval(Period period, int revision, DocumentNumber document, LocalDate date) {

    /**
     * Which approvals hold on a day (D23): the latest annual one, and those of monitoring quarters from its day on, of which
     * only withdrawals are orders (D19). An approval counts from its date until another one does. What was recorded once more
     * with the same document corrects the record, which then never held.
     *
     * @param recorded of any periods, those of one period in the order in which they were recorded
     * @return the annual one first, then by date
     */
    public static List<Approval> inForce(List<Approval> recorded, LocalDate day) {
        Map<Period, Approval> byPeriod = new HashMap<>();
        for (int i = 0; i < recorded.size(); i++) {
            Approval each = recorded.get(i);
            boolean corrected = recorded.subList(i + 1, recorded.size()).stream()
                    .anyMatch(later -> later.period().equals(each.period())
                            && later.document().equals(each.document()));
            if (!corrected && !each.date().isAfter(day)) {
                byPeriod.put(each.period(), each);
            }
        }
        Comparator<Approval> byDate = Comparator.comparing(Approval::date).thenComparing(Approval::period);
        Optional<Approval> annual = byPeriod.values().stream()
                .filter(each -> each.period().isAnnual())
                .max(byDate);
        List<Approval> inForce = new ArrayList<>(annual.stream().toList());
        byPeriod.values().stream()
                .filter(each -> !each.period().isAnnual())
                .filter(each ->
                        annual.isEmpty() || !each.date().isBefore(annual.get().date()))
                .sorted(byDate)
                .forEach(inForce::add);
        return inForce;
    }

    /** The line by which it enters a run's identity and the code of what the run publishes. */
    public String line() {
        return "approval " + period + " r" + revision + " " + document + " " + date;
    }
}
