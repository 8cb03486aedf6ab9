package bankscore.run.request;

import bankscore.finding.Words;
import bankscore.load.WordsLoader;
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

    /** The program with all words that it has. */
    public static Installation of(Clock clock, String version) {
        return new Installation(WordsLoader.load(), clock, version);
    }

    public ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }
}
