package bankscore.contribution;

import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.office.Revision;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.take.ColumnNames;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Brings published results back. They are computed again and held against the stored ones, so that nothing is explained
 * but what was published.
 */
public final class PublishedQuarters {

    private final PublishedRevisions revisions;

    public PublishedQuarters(PublishedRevisions revisions) {
        this.revisions = revisions;
    }

    /**
     * A revision of a period.
     *
     * @param number absent: the latest
     * @return empty if no such revision is published
     * @throws ConfigException if this program refuses the configuration of then
     */
    public Optional<PublishedResult> find(Period period, Optional<Integer> number)
            throws NotAsPublished, ConfigException, IOException {
        Optional<Revision> wanted = revisions.find(period, number);
        return wanted.isEmpty() ? Optional.empty() : Optional.of(bringBack(wanted.get()));
    }

    private PublishedResult bringBack(Revision revision) throws NotAsPublished, ConfigException, IOException {
        PublishedManifest stated = revisions.manifest(revision);
        Configuration configuration = revisions.configurationOf(revision);
        Report report = computed(revisions, revision, configuration, stated);
        if (!configuration.digest().equals(stated.configuration())
                || !otherTables(revisions, revision, report).isEmpty()) {
            throw new NotAsPublished(
                    NotAsPublished.Reason.CHANGED, revision.period() + " r" + revision.number());
        }
        return new PublishedResult(report, configuration, revisions.isLatest(revision));
    }

    /** A revision computed once more, however it comes out. */
    private static Report computed(
            PublishedRevisions revisions, Revision revision, Configuration configuration, PublishedManifest stated) {
        Judging judging = new Judging(revisions.staged(revision, configuration), configuration, revision.instance());
        return new Report(
                judging.checked().quarter(),
                judging.assessment(),
                judging.plan(),
                revisions.findings(revision),
                revisions.facts(revision, configuration, stated),
                List.of(),
                ColumnNames.of(configuration.datasets(), revisions.words()),
                revisions.stores().approvals().current(revision.period()));
    }

    private static List<String> otherTables(PublishedRevisions revisions, Revision revision, Report report) {
        return revisions.stores().results().tablesOtherThan(revision.instance(), report.assessment(), report.plan());
    }

    /** How this application computes a published result once more. */
    static Recomputation.Result again(
            PublishedRevisions revisions, Revision revision, Configuration configuration, PublishedManifest stated) {
        Report report = computed(revisions, revision, configuration, stated);
        List<String> otherTables = otherTables(revisions, revision, report);
        return new Recomputation.Result() {
            @Override
            public byte[] bytes() {
                return ResultJson.of(report, revisions.words());
            }

            @Override
            public List<String> tablesOtherwise() {
                return otherTables;
            }
        };
    }

    /** What was staged for a published revision, checked and arranged for another scheme than its own. */
    QuarterCheck.Checked checked(Period period, int revision, Configuration configuration) {
        Revision published = revisions.find(period, Optional.of(revision)).orElseThrow();
        return new Judging(revisions.staged(published, configuration), configuration, published.instance()).checked();
    }

    /** The figures of a published revision as another scheme arranges them. */
    Quarter arranged(PublishedResult published, Scheme scheme) {
        Report report = published.report();
        return checked(
                        report.quarter().period(),
                        report.run().revision(),
                        published.configuration().with(scheme))
                .quarter();
    }
}
