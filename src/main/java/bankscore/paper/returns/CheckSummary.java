package bankscore.paper.returns;

import bankscore.exact.Period;
import bankscore.facts.ReceivedSheet;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * What a check looked at.
 *
 * @param jurisdiction the city or county
 * @param files how many input files
 * @param cells how many cells that are not empty
 * @param rules how many rules
 * @param checked when
 * @param offices who sent a file, by the file's name; files that are not in it count as from nobody known
 * @param received what was understood of each sheet
 */
public record CheckSummary(
        String jurisdiction,
        Period period,
        int files,
        long cells,
        int rules,
        ZonedDateTime checked,
        Map<String, String> offices,
        List<ReceivedSheet> received) {

    public CheckSummary {
        offices = Map.copyOf(offices);
        received = List.copyOf(received);
    }
}
