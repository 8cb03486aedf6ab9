package bankscore.contribution;

import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.finding.Finding;
import bankscore.office.ForeignRow;
import bankscore.office.Revision;
import bankscore.run.revisions.EarlierRevisions;
import bankscore.store.Stores;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the rule published for earlier periods, of each its latest revision, as it was published; only of those that the rule
 * asks for ({@code scheme.md#periods}).
 */
final class EarlierQuarters {

    private final Stores stores;
    private final Period period;
    private final EarlierRevisions revisions;

    /** @param asOf as it was at that time, as ISO time with offset; absent: now */
    EarlierQuarters(Stores stores, Period period, Optional<String> asOf) {
        this.stores = stores;
        this.period = period;
        this.revisions = new EarlierRevisions(stores, period, asOf);
    }

    /**
     * What a rule is told of them.
     *
     * @throws ForeignRow if the archive does not hold what was published
     */
    Earlier of(Scheme scheme) {
        NavigableMap<Period, Earlier.Published> published = new TreeMap<>();
        for (Revision revision : revisions.all()) {
            if (scheme.reads(period, revision.period())) {
                published.put(revision.period(), ResultJson.published(ApprovedPlans.result(stores, revision)));
            }
        }
        return published.isEmpty() ? Earlier.NONE : new Earlier(published);
    }

    /** Those that were published after what went by them. */
    List<Finding> publishedSince(Scheme scheme) {
        return revisions.publishedSince(scheme::reads);
    }
}
