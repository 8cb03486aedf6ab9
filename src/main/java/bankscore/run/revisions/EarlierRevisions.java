package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.office.Revision;
import bankscore.sheet.Place;
import bankscore.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule published for earlier periods: of each the latest revision. */
public final class EarlierRevisions {

    private final Stores stores;
    private final Period period;
    private final List<Revision> revisions;

    /** @param asOf as it was at that time, as ISO time with offset; absent: now */
    public EarlierRevisions(Stores stores, Period period, Optional<String> asOf) {
        this.stores = stores;
        this.period = period;
        this.revisions = stores.revisions().latestBefore(period, asOf);
    }

    /** The earliest first. */
    public List<Revision> all() {
        return revisions;
    }

    /** Those that were published after this period's own last revision, which therefore went by others ({@code subsidy.md#memory}). */
    public List<Finding> publishedSince() {
        Set<Revision> known = stores.revisions()
                .latest(period)
                .map(own -> stores.revisions().latestBefore(period, Optional.of(own.publishedAt())))
                .map(Set::copyOf)
                .orElseGet(() -> Set.copyOf(revisions));
        return revisions.stream()
                .filter(revision -> !known.contains(revision))
                .map(revision -> Finding.of(Code.W404, Place.NONE)
                        .with("found", revision.period())
                        .with("revision", revision.number()))
                .toList();
    }
}
