package bankscore.contribution;

import bankscore.contribution.papers.PublishedPlan;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.ForeignRow;
import bankscore.office.HistoryEntry;
import bankscore.office.Revision;
import bankscore.run.revisions.History;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.util.List;
import java.util.Optional;

/** The way of each approved plan: generated, reviewed, approved, carried out. It writes nothing. */
public final class PlanCourses {

    /** Cut, so that 100 means all. */
    private static final Rounding PERCENT = new Rounding(2, Rounding.Mode.DOWN, "D23");

    private final Stores stores;

    PlanCourses(Stores stores) {
        this.stores = stores;
    }

    /**
     * How far a plan has come.
     *
     * @param share the part of the money that has moved, from 0 to 1 (D23)
     * @param period by whose balances
     */
    public record Moved(Fraction share, Period period, int revision) {}

    /**
     * The way of an approved revision.
     *
     * @param published when it was published, ISO time with offset
     * @param verified when it was last verified and held, ISO time with offset; absent if never
     * @param moved absent as long as no period published since shows it
     */
    public record Course(Approval approval, String published, Optional<String> verified, Optional<Moved> moved) {

        /** Generated, reviewed, approved, carried out, in one sentence. */
        String said(Words words) {
            return words.text(
                    "course",
                    "period",
                    approval.period(),
                    "revision",
                    approval.revision(),
                    "published",
                    History.minute(published),
                    "verified",
                    verified.map(at -> words.text("course.verified", "at", History.minute(at)))
                            .orElse(words.text("course.never")),
                    "document",
                    approval.document(),
                    "date",
                    approval.date(),
                    "moved",
                    moved.map(far -> words.text(
                                    "course.moved",
                                    "percent",
                                    PERCENT.text(far.share().times(Fraction.HUNDRED)),
                                    "period",
                                    far.period(),
                                    "revision",
                                    far.revision()))
                            .orElse(words.text("course.unseen")));
        }
    }

    /**
     * The ways of all approvals, by period and in the order in which they were recorded.
     *
     * @throws ForeignRow if the archive does not hold what was published of a later period
     */
    public List<Course> all() {
        List<HistoryStore.Link> links = stores.history().all();
        List<Revision> revisions =
                stores.revisions().all().stream().filter(Revision::published).toList();
        return stores.approvals().all().stream()
                .flatMap(approval -> revisions.stream()
                        .filter(each -> each.period().equals(approval.period()) && each.number() == approval.revision())
                        .map(each -> new Course(
                                approval, each.publishedAt(), verified(links, each), moved(revisions, approval))))
                .toList();
    }

    private Optional<String> verified(List<HistoryStore.Link> links, Revision revision) {
        return links.stream()
                .map(HistoryStore.Link::entry)
                .filter(entry -> entry.outcome().equals("verified")
                        && entry.series().equals(stores.approvals().series())
                        && entry.period().equals(revision.period().toString())
                        && entry.revision() == revision.number())
                .map(HistoryEntry::at)
                .reduce((earlier, later) -> later);
    }

    /** By the latest revision of the latest period that held the money against it. */
    private Optional<Moved> moved(List<Revision> revisions, Approval approval) {
        for (int i = revisions.size() - 1; i >= 0; i--) {
            Revision revision = revisions.get(i);
            if (revision.period().compareTo(approval.period()) > 0) {
                Optional<Moved> moved = PublishedPlan.carried(ApprovedPlans.result(stores, revision))
                        .filter(carried -> carried.approvals().contains(approval))
                        .flatMap(carried -> carried.progress().share())
                        .map(share -> new Moved(share, revision.period(), revision.number()));
                if (moved.isPresent()) {
                    return moved;
                }
            }
        }
        return Optional.empty();
    }
}
