package bankscore.run.request;

import bankscore.finding.Words;
import java.time.Clock;
import java.time.ZonedDateTime;

/**
 * The program as it runs here.
 *
 * @param words what it says
 * @param clock the only one it has
 * @param version its own, part of the identity of a run
 */
public record Installation(Words words, Clock clock, String version) {

    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }
}
