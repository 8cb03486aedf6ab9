package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.office.Revision;
import bankscore.sheet.Place;
import bankscore.store.Stores;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

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

    /**
     * Those that were published after a later period that read them: after this one's own last revision, or else after one
     * in between, which still stands as it was (scheme.md#periods).
     *
     * @param reads whether a period, the first, reads an earlier one
     */
    public List<Finding> publishedSince(BiPredicate<Period, Period> reads) {
        Comparator<Revision> byPeriod = Comparator.comparing(Revision::period);
        return revisions.stream()
                .filter(revision -> reads.test(period, revision.period()))
                .flatMap(revision -> stores.revisions().latest(period).stream()
                        .filter(own -> isOlder(own, revision))
                        .findFirst()
                        .or(() -> revisions.stream()
                                .filter(between -> reads.test(between.period(), revision.period()))
                                .filter(between -> isOlder(between, revision))
                                .max(byPeriod))
                        .map(later -> Finding.of(Code.W404, Place.NONE)
                                .with("found", revision.period())
                                .with("revision", revision.number())
                                .with("later", later.period())
                                .with(Finding.VARIANT, later.period().equals(period) ? "quarters" : "between"))
                        .stream())
                .toList();
    }

    /** Whether a revision was published without knowing an earlier period's. */
    private boolean isOlder(Revision later, Revision earlier) {
        return !stores.revisions()
                .latestBefore(later.period(), Optional.of(later.publishedAt()))
                .contains(earlier);
    }
}
