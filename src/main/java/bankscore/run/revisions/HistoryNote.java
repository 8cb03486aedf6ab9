package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.office.Caller;
import bankscore.office.Series;
import bankscore.run.request.Installation;
import bankscore.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the history how a command on a period ended. */
public record HistoryNote(
        Stores stores, Installation installation, Caller caller, Period period, Series series, String command) {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryNote.class);

    /**
     * Appends an entry and makes it durable.
     *
     * @param outcome the words' key below {@code cli.history.outcome.}
     * @param revision 0 if none
     * @param digest of what the outcome is tied to; empty if nothing
     */
    public void of(String outcome, int revision, String digest) {
        stores.history()
                .append(caller.at(installation.now()).entry(series, command, period, revision, outcome, digest));
        stores.durability().force();
        LOG.info("history: {}", outcome);
    }

    /** Notes an end that the user is told of in any case: if the database cannot take the entry, that is no second fault. */
    public void refused(String outcome) {
        try {
            of(outcome, 0, "");
        } catch (RuntimeException e) {
            LOG.warn("history: {} could not be noted, {}", outcome, e.getClass().getSimpleName());
        }
    }
}
