package bankscore.watch;

import bankscore.finding.ConfigException;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Setting;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.publish.Publisher;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.revisions.ComputedAgain;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.revisions.Remembered;
import bankscore.run.take.Configuration;
import bankscore.watch.papers.ResultJson;
import bankscore.watch.say.Report;
import bankscore.watch.scheme.WatchScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings published notices back. They are judged again by what was staged, the rule of then and what earlier periods had
 * published then.
 */
final class PublishedNotices {

    private final PublishedRevisions<WatchScheme> revisions;
    private final Words words;

    PublishedNotices(PublishedRevisions<WatchScheme> revisions) {
        this.revisions = revisions;
        this.words = revisions.words().of(WatchJob.KIND);
    }

    /**
     * A revision of a period, which must be there.
     *
     * @throws Missing if no such revision is published
     * @throws ConfigException if this program refuses the configuration of then
     */
    PublishedNotice need(Asked asked) throws Missing, NotAsPublished, ConfigException {
        Revision revision = revisions
                .find(asked.period(), asked.number())
                .orElseThrow(() -> new Missing(
                        Missing.Kind.REVISION,
                        asked.period()
                                + asked.number().map(number -> " r" + number).orElse("")));
        BroughtBack found = revisions.broughtBack(BroughtBack.class, revision, this::bringBack);
        return new PublishedNotice(revision, found.report(), found.configuration(), revisions.isLatest(revision));
    }

    /** What is remembered of a revision. */
    private record BroughtBack(Report report, Configuration<WatchScheme> configuration) {}

    private BroughtBack bringBack(Remembered.Topic topic) throws NotAsPublished, ConfigException {
        Revision revision = topic.revision();
        PublishedManifest stated = revisions.manifest(revision);
        Configuration<WatchScheme> configuration = revisions.configurationOf(revision);
        Report report = judged(revision, configuration, stated, topic.approval());
        Optional<byte[]> published =
                revisions.stores().archive().file(revision.period(), revision.number(), Publisher.RESULT);
        if (!configuration.digest().equals(stated.configuration())
                || published.isEmpty()
                || !isPublished(report, published.get())) {
            throw new NotAsPublished(NotAsPublished.Reason.CHANGED, revision.period() + " r" + revision.number());
        }
        return new BroughtBack(report, configuration);
    }

    /**
     * What a published notice would be by another rule, or with other figures.
     *
     * @param notice absent where something stops it
     * @param changes of figures
     * @param stopping findings for which a run would stop; nothing else holds then
     */
    record Otherwise(Optional<PublishedNotice> notice, List<ChangedValue> changes, List<PrintedFinding> stopping) {
        Otherwise {
            changes = List.copyOf(changes);
            stopping = List.copyOf(stopping);
        }
    }

    /** A published notice by another rule: the same sheets, the same earlier periods. */
    Otherwise otherwise(PublishedNotice published, WatchScheme rule) throws NotAsPublished {
        try {
            return otherwise(published, rule, List.of());
        } catch (Misaddressed e) {
            throw new IllegalStateException("no figure is set", e);
        }
    }

    /**
     * A published notice by another rule: the same sheets but for some figures, the same earlier periods.
     *
     * @throws Misaddressed if a setting of a figure names what is not there
     */
    Otherwise otherwise(PublishedNotice published, WatchScheme rule, List<Setting> settings)
            throws NotAsPublished, Misaddressed {
        Configuration<WatchScheme> configuration = published.configuration().with(rule);
        Revision revision = published.revision();
        Judging judging = judging(revision, configuration);
        List<PrintedFinding> stopping = judging.ofTables().stream()
                .map(words::print)
                .filter(finding -> finding.level() == Level.ERROR)
                .distinct()
                .toList();
        if (!stopping.isEmpty()) {
            return new Otherwise(Optional.empty(), List.of(), stopping);
        }
        ChangedFigures.Changed changed = ChangedFigures.of(judging.period(), configuration.datasets(), settings);
        return new Otherwise(
                Optional.of(new PublishedNotice(
                        revision,
                        report(
                                judging.with(changed.period()),
                                revision,
                                configuration,
                                revisions.manifest(revision),
                                published.report().approval()),
                        configuration,
                        published.latest())),
                changed.changes(),
                List.of());
    }

    /** @param approval is no part of a result */
    private Report judged(
            Revision revision,
            Configuration<WatchScheme> configuration,
            PublishedManifest stated,
            Optional<Approval> approval) {
        return report(judging(revision, configuration), revision, configuration, stated, approval);
    }

    private Judging judging(Revision revision, Configuration<WatchScheme> configuration) {
        return new Judging(
                new Judging.Staged(
                        revisions.staged(revision, configuration),
                        configuration.datasets(),
                        configuration.rule(),
                        revision.instance()),
                new EarlierNotices(revisions.stores(), revision.period(), Optional.of(revision.publishedAt())),
                words);
    }

    private Report report(
            Judging judging,
            Revision revision,
            Configuration<WatchScheme> configuration,
            PublishedManifest stated,
            Optional<Approval> approval) {
        return new Reports(configuration, words)
                .of(
                        judging,
                        revisions.findings(revision),
                        revisions.facts(revision, configuration, stated),
                        revisions.received(revision, configuration),
                        approval);
    }

    /** How this application judges a published period once more. */
    Recomputation.Result again(Revision revision, PublishedManifest stated) throws ConfigException {
        Configuration<WatchScheme> ofThen = revisions.configurationOf(revision);
        return new ComputedAgain<>(
                ofThen.digest(),
                () -> judged(revision, ofThen, stated, Optional.empty()),
                // What is published is all that is kept.
                new ComputedAgain.Held<>(this::isPublished, report -> List.of(), report -> {}));
    }

    private boolean isPublished(Report report, byte[] published) {
        Report told = report.with(FindingsJson.asTold(published, report.findings()));
        return Arrays.equals(ResultJson.of(told, words).bytes(), published);
    }
}
