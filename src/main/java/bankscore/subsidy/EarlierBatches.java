package bankscore.subsidy;

import bankscore.exact.Period;
import bankscore.office.Revision;
import bankscore.run.publish.Publisher;
import bankscore.run.revisions.EarlierRevisions;
import bankscore.store.Stores;
import bankscore.subsidy.decide.Memory;
import bankscore.subsidy.keep.KeptDecisions;
import bankscore.subsidy.papers.ResultJson;
import bankscore.subsidy.say.Report;
import java.util.List;
import java.util.Optional;

/** What the rule published for earlier periods: of each the latest revision ({@code subsidy.md#memory}). */
final class EarlierBatches {

    private final Stores stores;
    private final EarlierRevisions revisions;

    /** @param asOf as it was at that time, as ISO time with offset; absent: now */
    EarlierBatches(Stores stores, Period period, Optional<String> asOf) {
        this.stores = stores;
        this.revisions = new EarlierRevisions(stores, period, asOf);
    }

    /** What they granted. */
    Memory memory() {
        return new KeptDecisions(stores.blocks())
                .memory(revisions.all().stream()
                        .map(revision -> new KeptDecisions.Earlier(revision.period(), revision.instance()))
                        .toList());
    }

    /** The last of them. */
    Optional<Report.Before> last() {
        List<Revision> all = revisions.all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Revision last = all.get(all.size() - 1);
        return stores.archive()
                .file(last.period(), last.number(), Publisher.RESULT)
                .map(result -> new Report.Before(last.period(), last.number(), ResultJson.granted(result)));
    }
}
