package bankscore.subsidy;

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
import bankscore.subsidy.papers.SubsidyPage;
import bankscore.subsidy.say.ClaimantAnswers;
import bankscore.subsidy.say.ClaimantAnswers.Answered;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the paying of subsidies answers about what it has published. */
final class Subsidies implements Questions {

    private final PublishedRevisions<SubsidyScheme> revisions;
    private final PublishedBatches published;
    private final Words words;

    Subsidies(PublishedRevisions<SubsidyScheme> revisions) {
        this.revisions = revisions;
        this.published = new PublishedBatches(revisions);
        this.words = revisions.words().of(SubsidyJob.KIND);
    }

    @Override
    public Explained explain(Asked asked, Optional<String> whom)
            throws Missing, NotAsPublished, ConfigException, IOException {
        PublishedBatch batch = published.need(asked);
        try {
            ClaimantAnswers answers = new ClaimantAnswers(batch.report(), words);
            List<Answered> found = whom.map(answers::of).orElse(List.of());
            if (whom.isPresent()
                    ? found.isEmpty()
                    : batch.report().decisions().lines().count() == 0) {
                throw new Missing(Missing.Kind.CLAIMANT, whom.orElse(""), answers.nearest(whom.orElse("")));
            }
            Consumer<Consumer<Answered>> all = whom.isPresent()
                    ? found::forEach
                    : to -> answers.each(batch.room().waiting(), to);
            return new Explained(
                    batch.latest(),
                    batch.report().run().revision(),
                    batch.report().approval(),
                    to -> all.accept(each -> to.accept(each.answer())),
                    folder -> write(batch, all, folder),
                    batch::close);
        } catch (Missing | RuntimeException e) {
            batch.close();
            throw e;
        }
    }

    @Override
    public Shown show(Asked asked) throws Missing, NotAsPublished, ConfigException {
        try (PublishedBatch batch = published.need(asked)) {
            return new Shown(batch.latest(), batch.report().approval(), SubsidyPage.of(batch.report(), words));
        }
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
        try (PublishedBatch latest = published.need(new Asked(period, Optional.empty()))) {
            SubsidyScheme scheme = latest.configuration().rule();
            return new Triable(
                    latest.revision().number(),
                    Trial.numbers(scheme, scheme.source(), words),
                    new Figures(Names.BUDGETS, ChangedBudgets.items(scheme), List.of()));
        }
    }

    @Override
    public Simulated simulate(Period period, List<String> settings, Caller caller)
            throws Missing, Refused, Unsound, NotAsPublished, ConfigException {
        return new Simulations(revisions, published, words).simulate(period, settings, caller);
    }

    /** Writes a page for each claimant that may be sent to them. */
    private List<Path> write(PublishedBatch batch, Consumer<Consumer<Answered>> claimants, Path folder)
            throws IOException {
        return new AnswerPages(
                        batch.configuration(),
                        batch.report().run(),
                        batch.report().period(),
                        words)
                .write(
                        to -> claimants.accept(
                                each -> to.accept(new AnswerPages.Page(each.key(), each.name(), each.answer()))),
                        folder);
    }
}
