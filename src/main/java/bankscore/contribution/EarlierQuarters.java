package bankscore.contribution;

import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.facts.Earlier;
import bankscore.facts.LateFigure;
import bankscore.facts.PublishedFor;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.Dataset;
import bankscore.intake.table.LastUsed;
import bankscore.office.ForeignRow;
import bankscore.office.Revision;
import bankscore.run.revisions.EarlierRevisions;
import bankscore.sheet.Place;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
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

    /**
     * What the last of them used, for figures that were not sent; absent: none is published, or no column that the rule uses
     * says that it counts ({@code if_late}, scheme.md#late).
     *
     * @throws ForeignRow if the archive does not hold what was published
     */
    Optional<LastUsed> lastUsed(Scheme scheme, List<Dataset> datasets) {
        Set<String> used = scheme.in(period).columns();
        boolean asked = datasets.stream()
                .anyMatch(dataset -> dataset.numeric().stream()
                        .anyMatch(column -> column.takesPrevious() && used.contains(dataset.formulaId(column))));
        return last().filter(revision -> asked)
                .map(revision -> new LastUsed(
                        new PublishedFor(revision.period(), revision.number(), revision.code()),
                        ResultJson.published(ApprovedPlans.result(stores, revision))
                                .late()));
    }

    private Optional<Revision> last() {
        return revisions.all().stream().reduce((earlier, later) -> later);
    }

    /**
     * Those that were published after what went by them.
     *
     * @param late figures that were not sent; all come by way of the last period
     */
    List<Finding> publishedSince(Scheme scheme, List<LateFigure> late) {
        Optional<Period> last = late.isEmpty() ? Optional.empty() : last().map(Revision::period);
        List<Finding> found = new ArrayList<>(revisions.publishedSince((later, earlier) -> scheme.reads(later, earlier)
                || (later.equals(period) && last.filter(earlier::equals).isPresent())));
        for (PublishedFor from : late.stream().map(LateFigure::from).distinct().toList()) {
            revisions.all().stream()
                    .filter(revision -> revision.period().equals(from.period()) && revision.number() > from.revision())
                    .map(revision -> Finding.of(Code.W404, Place.NONE)
                            .with("found", revision.period())
                            .with("revision", revision.number())
                            .with("later", last.orElseThrow())
                            .with(Finding.VARIANT, "late"))
                    .forEach(found::add);
        }
        return found;
    }
}
