package bankscore.subsidy;

import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.revisions.ComputedAgain;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.subsidy.keep.FileRoom;
import bankscore.subsidy.keep.KeptDecisions;
import bankscore.subsidy.papers.ResultJson;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings published batches back. They are decided again and held against what was kept, so that nothing is explained but what
 * was published.
 */
final class PublishedBatches {

    private final PublishedRevisions<SubsidyScheme> revisions;
    private final Words words;

    PublishedBatches(PublishedRevisions<SubsidyScheme> revisions) {
        this.revisions = revisions;
        this.words = revisions.words().of(SubsidyJob.KIND);
    }

    /**
     * A revision of a period.
     *
     * @param number absent: the latest
     * @return empty if no such revision is published
     * @throws ConfigException if this program refuses the configuration of then
     */
    Optional<PublishedBatch> find(Period period, Optional<Integer> number) throws NotAsPublished, ConfigException {
        Optional<Revision> wanted = revisions.find(period, number);
        return wanted.isEmpty() ? Optional.empty() : Optional.of(bringBack(wanted.get()));
    }

    /**
     * The same, which must be there.
     *
     * @throws Missing if no such revision is published
     */
    PublishedBatch need(Asked asked) throws Missing, NotAsPublished, ConfigException {
        return find(asked.period(), asked.number())
                .orElseThrow(() -> new Missing(
                        Missing.Kind.REVISION,
                        asked.period()
                                + asked.number().map(number -> " r" + number).orElse("")));
    }

    private PublishedBatch bringBack(Revision revision) throws NotAsPublished, ConfigException {
        PublishedManifest stated = revisions.manifest(revision);
        Configuration<SubsidyScheme> configuration = revisions.configurationOf(revision);
        PublishedBatch batch = decided(
                revision, configuration, stated, revisions.stores().approvals().current(revision.period()));
        if (!configuration.digest().equals(stated.configuration()) || isOtherwise(revision, batch.report())) {
            batch.close();
            throw new NotAsPublished(NotAsPublished.Reason.CHANGED, revision.period() + " r" + revision.number());
        }
        return batch;
    }

    /**
     * What a published batch would be with something otherwise.
     *
     * @param batch absent where something stops it
     * @param stopping findings for which a run would stop; nothing else holds then
     */
    record Otherwise(Optional<PublishedBatch> batch, List<PrintedFinding> stopping) {
        Otherwise {
            stopping = List.copyOf(stopping);
        }
    }

    /**
     * A published batch by another rule, or with other budgets.
     *
     * @param budgets in the place of those of the sheet, by item
     */
    Otherwise otherwise(PublishedBatch published, SubsidyScheme rule, Map<String, Money> budgets)
            throws NotAsPublished {
        Configuration<SubsidyScheme> configuration = published.configuration().with(rule);
        StagedPeriod staged = revisions.staged(published.revision(), configuration);
        FileRoom room = room();
        Judging judging = judging(published.revision(), configuration, staged, room, budgets);
        List<PrintedFinding> stopping = errors(judging.ofTables());
        if (stopping.isEmpty()) {
            stopping = errors(judging.decisions().findings());
        }
        if (!stopping.isEmpty()) {
            room.close();
            return new Otherwise(Optional.empty(), stopping);
        }
        return new Otherwise(
                Optional.of(batch(
                        published.revision(),
                        configuration,
                        revisions.manifest(published.revision()),
                        published.report().approval(),
                        staged,
                        judging,
                        room)),
                List.of());
    }

    private List<PrintedFinding> errors(List<Finding> findings) {
        return findings.stream()
                .map(words::print)
                .filter(finding -> finding.level() == Level.ERROR)
                .distinct()
                .toList();
    }

    /**
     * What was staged for a revision, decided by the rule of then.
     *
     * @param approval is no part of a result
     */
    private PublishedBatch decided(
            Revision revision,
            Configuration<SubsidyScheme> configuration,
            PublishedManifest stated,
            Optional<Approval> approval) {
        StagedPeriod staged = revisions.staged(revision, configuration);
        FileRoom room = room();
        Judging judging = judging(revision, configuration, staged, room, Map.of());
        return batch(revision, configuration, stated, approval, staged, judging, room);
    }

    private Judging judging(
            Revision revision,
            Configuration<SubsidyScheme> configuration,
            StagedPeriod staged,
            FileRoom room,
            Map<String, Money> budgets) {
        return new Judging(
                new Judging.Staged(staged, configuration.datasets(), configuration.rule(), revision.instance()),
                earlier(revision).memory(),
                room,
                words,
                budgets);
    }

    private EarlierBatches earlier(Revision revision) {
        return new EarlierBatches(revisions.stores(), revision.period(), Optional.of(revision.publishedAt()));
    }

    private PublishedBatch batch(
            Revision revision,
            Configuration<SubsidyScheme> configuration,
            PublishedManifest stated,
            Optional<Approval> approval,
            StagedPeriod staged,
            Judging judging,
            FileRoom room) {
        Report report = new Reports(configuration, words)
                .of(
                        judging,
                        staged.registers(),
                        new Reports.Told(
                                revision.period(),
                                revisions.findings(revision),
                                revisions.facts(revision, configuration, stated),
                                revisions.received(revision, configuration),
                                approval,
                                earlier(revision).last()));
        return new PublishedBatch(
                revision, report, configuration, staged.registers(), revisions.isLatest(revision), room);
    }

    private static FileRoom room() {
        try {
            return new FileRoom(Files.createTempDirectory("decided"), SubsidyJob.IN_MEMORY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOtherwise(Revision revision, Report report) {
        return !new KeptDecisions(revisions.stores().blocks())
                .are(revision.instance(), report.decisions().lines());
    }

    /** How this application decides a published batch once more. */
    Recomputation.Result again(Revision revision, PublishedManifest stated) throws ConfigException {
        Configuration<SubsidyScheme> ofThen = revisions.configurationOf(revision);
        return new ComputedAgain<>(
                ofThen.digest(),
                () -> decided(revision, ofThen, stated, Optional.empty()),
                new ComputedAgain.Held<>(
                        (batch, published) -> isPublished(batch.report(), published),
                        batch -> isOtherwise(revision, batch.report()) ? List.of(KeptDecisions.TABLE) : List.of(),
                        PublishedBatch::close));
    }

    private boolean isPublished(Report report, byte[] published) {
        Report told = report.with(FindingsJson.asTold(published, report.findings()));
        return Arrays.equals(ResultJson.of(told, words).bytes(), published);
    }
}
