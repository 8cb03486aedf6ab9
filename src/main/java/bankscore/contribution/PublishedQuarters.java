package bankscore.contribution;

import bankscore.contribution.execution.ApprovedPlan;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.ResultTables;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.intake.ColumnWords;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.revisions.ComputedAgain;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.revisions.Remembered;
import bankscore.run.take.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings published results back. They are computed again and held against the stored ones, so that nothing is explained
 * but what was published.
 */
public final class PublishedQuarters {

    private final PublishedRevisions<Scheme> revisions;

    public PublishedQuarters(PublishedRevisions<Scheme> revisions) {
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
            throws NotAsPublished, ConfigException {
        Optional<Revision> wanted = revisions.find(period, number);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Revision revision = wanted.get();
        BroughtBack found = revisions.broughtBack(BroughtBack.class, revision, this::bringBack);
        return Optional.of(new PublishedResult(found.report(), found.configuration(), revisions.isLatest(revision)));
    }

    /** What is remembered of a revision. */
    private record BroughtBack(Report report, Configuration<Scheme> configuration) {}

    /** Whose quarters these are. */
    Series series() {
        return revisions.series();
    }

    private BroughtBack bringBack(Remembered.Topic topic) throws NotAsPublished, ConfigException {
        Revision revision = topic.revision();
        PublishedManifest stated = revisions.manifest(revision);
        Configuration<Scheme> configuration = revisions.configurationOf(revision);
        Report report = computed(revision, configuration, stated, topic.approval());
        if (!configuration.digest().equals(stated.configuration())
                || !tablesOtherwise(revision, report).isEmpty()) {
            throw new NotAsPublished(NotAsPublished.Reason.CHANGED, revision.period() + " r" + revision.number());
        }
        return new BroughtBack(report, configuration);
    }

    /** A revision computed once more, however it comes out. */
    private Report computed(
            Revision revision,
            Configuration<Scheme> configuration,
            PublishedManifest stated,
            Optional<Approval> approval) {
        Judging judging = judging(
                revision, configuration, ApprovedPlans.of(revisions.stores(), stated.approvals(), revisions.words()));
        Judgement judged = judging.judged();
        return new Report(
                judged,
                revisions.findings(revision),
                revisions.facts(revision, configuration, stated),
                List.of(),
                revisions.received(revision, configuration),
                ColumnWords.of(configuration.datasets(), revisions.words()),
                approval,
                judging.execution(),
                new WorkingSentence(revisions.words()).all(judged.assessment()));
    }

    private List<String> tablesOtherwise(Revision revision, Report report) {
        return revisions.stores().results().tablesOtherThan(revision.instance(), ResultTables.of(report.judged()));
    }

    private Judging judging(Revision revision, Configuration<Scheme> configuration, List<ApprovedPlan> plans) {
        return new Judging(
                revisions.staged(revision, configuration),
                configuration,
                revision.instance(),
                new EarlierQuarters(revisions.stores(), revision.period(), Optional.of(revision.publishedAt())),
                plans);
    }

    /** How this application computes a published result once more. */
    Recomputation.Result again(Revision revision, PublishedManifest stated) throws ConfigException {
        Configuration<Scheme> ofThen = revisions.configurationOf(revision);
        return new ComputedAgain<>(
                ofThen.digest(),
                // An approval is no part of a result.
                () -> computed(revision, ofThen, stated, Optional.empty()),
                new ComputedAgain.Held<>(this::isPublished, report -> tablesOtherwise(revision, report), report -> {}));
    }

    private boolean isPublished(Report report, byte[] published) {
        Report told = report.with(FindingsJson.asTold(published, report.findings()));
        return Arrays.equals(ResultJson.of(told, revisions.words()).bytes(), published);
    }

    /** What was staged for a published revision, checked and arranged for another scheme than its own. */
    QuarterCheck.Checked checked(Period period, int revision, Configuration<Scheme> configuration) {
        return judging(revisions.find(period, Optional.of(revision)).orElseThrow(), configuration, List.of())
                .checked();
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
