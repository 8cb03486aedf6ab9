package bankscore.watch;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.change.Setting;
import bankscore.office.Caller;
import bankscore.run.Office;
import bankscore.run.questions.AnswerPages;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.questions.Trial;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.watch.papers.WatchPage;
import bankscore.watch.say.SubjectAnswers;
import bankscore.watch.scheme.WatchScheme;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the watching of subjects answers about what it has published. */
final class Watching implements Questions {

    private final PublishedRevisions<WatchScheme> revisions;
    private final PublishedNotices published;
    private final Words words;

    Watching(PublishedRevisions<WatchScheme> revisions) {
        this.revisions = revisions;
        this.published = new PublishedNotices(revisions);
        this.words = revisions.words().of(WatchJob.KIND);
    }

    @Override
    public Explained explain(Asked asked, Optional<String> whom)
            throws Missing, NotAsPublished, ConfigException, IOException {
        PublishedNotice notice = published.need(asked);
        SubjectAnswers answers = new SubjectAnswers(notice.report(), words);
        if (!answers.knows(whom)) {
            throw new Missing(Missing.Kind.BANK, whom.orElse(""), answers.nearest(whom.orElse("")));
        }
        return new Explained(
                notice.latest(),
                notice.report().run().revision(),
                notice.report().approval(),
                to -> answers.each(whom, page -> to.accept(page.answer())),
                folder -> new AnswerPages(
                                notice.configuration(),
                                notice.report().run(),
                                notice.report().period(),
                                words)
                        .write(to -> answers.each(whom, to), folder));
    }

    @Override
    public Shown show(Asked asked) throws Missing, NotAsPublished, ConfigException {
        PublishedNotice notice = published.need(asked);
        return new Shown(notice.latest(), notice.report().approval(), WatchPage.of(notice.report(), words));
    }

    @Override
    public Compared compare(Asked earlier, Asked later, Office office) throws Missing, NotAsPublished, ConfigException {
        return comparisons().revisions(earlier, later, office);
    }

    @Override
    public Compared compareVersions(Period period, String one, String other, Office office)
            throws Missing, NotAsPublished, ConfigException {
        return comparisons().versions(period, one, other, office);
    }

    private Comparisons comparisons() {
        return new Comparisons(published, revisions.series(), words);
    }

    @Override
    public Optional<String> setting(String typed) {
        return Setting.read(typed).map(Setting::toString);
    }

    @Override
    public Triable triable(Period period) throws Missing, NotAsPublished, ConfigException {
        PublishedNotice latest = published.need(new Asked(period, Optional.empty()));
        WatchScheme scheme = latest.configuration().rule();
        return new Triable(latest.revision().number(), Trial.numbers(scheme, scheme.source(), words), Figures.none());
    }

    @Override
    public Simulated simulate(Period period, List<String> settings, Caller caller)
            throws Missing, Refused, Unsound, NotAsPublished, ConfigException {
        return new Simulations(revisions, published, words).simulate(period, settings, caller);
    }
}
