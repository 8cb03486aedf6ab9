package bankscore.watch;

import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.paper.json.FindingsJson;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.revisions.ComputedAgain;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
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

    /** @param approval is no part of a result */
    private Report judged(
            Revision revision,
            Configuration<WatchScheme> configuration,
            PublishedManifest stated,
            Optional<Approval> approval) {
        return new Reports(configuration, words)
                .of(
                        new Judging(
                                new Judging.Staged(
                                        revisions.staged(revision, configuration),
                                        configuration.datasets(),
                                        configuration.rule(),
                                        revision.instance()),
                                new EarlierNotices(
                                        revisions.stores(), revision.period(), Optional.of(revision.publishedAt())),
                                words),
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
