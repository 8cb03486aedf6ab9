package bankscore.subsidy;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.office.Revision;
import bankscore.run.publish.Publisher;
import bankscore.sheet.Place;
import bankscore.store.Stores;
import bankscore.subsidy.decide.Memory;
import bankscore.subsidy.keep.KeptDecisions;
import bankscore.subsidy.papers.ResultJson;
import bankscore.subsidy.say.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rule published for earlier periods: of each the latest revision ({@code subsidy.md#memory}). */
final class EarlierBatches {

    private final Stores stores;
    private final Period period;
    private final List<Revision> revisions;

    /** @param asOf as it was at that time, as ISO time with offset; absent: now */
    EarlierBatches(Stores stores, Period period, Optional<String> asOf) {
        this.stores = stores;
        this.period = period;
        this.revisions = stores.revisions().latestBefore(period, asOf);
    }

    /** What they granted. */
    Memory memory() {
        return new KeptDecisions(stores.blocks())
                .memory(revisions.stream()
                        .map(revision -> new KeptDecisions.Earlier(revision.period(), revision.instance()))
                        .toList());
    }

    /** Those that were published after this period's own last revision, which therefore went by others ({@code subsidy.md#memory}). */
    List<Finding> publishedSince() {
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

    /** The last of them. */
    Optional<Report.Before> last() {
        if (revisions.isEmpty()) {
            return Optional.empty();
        }
        Revision last = revisions.get(revisions.size() - 1);
        return Optional.ofNullable(
                        stores.archive().load(last.period(), last.number()).get(Publisher.RESULT))
                .map(result -> new Report.Before(last.period(), last.number(), ResultJson.granted(result)));
    }
}
