package bankscore.contribution;

import bankscore.contribution.judge.simulate.Topic;
import bankscore.contribution.papers.ResultPage;
import bankscore.contribution.say.ComparisonAnswer;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.intake.change.Setting;
import bankscore.office.Caller;
import bankscore.run.Office;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.questions.Trial;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the scoring of banks answers about what it has published. Several may ask at once. */
public final class Contribution implements Questions {

    private final PublishedRevisions<Scheme> revisions;
    private final PublishedQuarters published;
    private final Words words;

    public Contribution(PublishedRevisions<Scheme> revisions) {
        this.revisions = revisions;
        this.published = new PublishedQuarters(revisions);
        this.words = revisions.words();
    }

    @Override
    public Explained explain(Asked asked, Optional<String> whom)
            throws Missing, NotAsPublished, ConfigException, IOException {
        return new Explanations(published, words).of(asked.period(), asked.number(), whom);
    }

    @Override
    public Shown show(Asked asked) throws Missing, NotAsPublished, ConfigException {
        PublishedResult found = published
                .find(asked.period(), asked.number())
                .orElseThrow(
                        () -> new Missing(Missing.Kind.REVISION, asked.period().toString()));
        return new Shown(found.latest(), found.report().approval(), ResultPage.of(found.report(), words));
    }

    @Override
    public Compared compare(Asked earlier, Asked later, Office office)
            throws Missing, NotAsPublished, ConfigException, IOException {
        Comparisons comparisons = new Comparisons(published);
        return compared(comparisons, comparisons.revisions(earlier, later), office);
    }

    @Override
    public Compared compareVersions(Period period, String one, String other, Office office)
            throws Missing, NotAsPublished, ConfigException, IOException {
        Comparisons comparisons = new Comparisons(published);
        return compared(comparisons, comparisons.schemes(period, office, one, other), office);
    }

    private Compared compared(Comparisons comparisons, Comparisons.Compared compared, Office office) {
        return new Compared(
                compared.answer(words),
                words.text("compare.how"),
                ComparisonAnswer.falls(compared.comparisons(), words),
                () -> comparisons.write(compared, office, words));
    }

    @Override
    public Optional<String> setting(String typed) {
        return Setting.read(typed).map(Setting::toString);
    }

    @Override
    public Triable triable(Period period) throws Missing, NotAsPublished, ConfigException {
        PublishedResult latest = published
                .find(period, Optional.empty())
                .orElseThrow(() -> new Missing(Missing.Kind.REVISION, period.toString()));
        Scheme scheme = latest.configuration().rule();
        return new Triable(
                latest.report().run().revision(),
                Trial.numbers(scheme, scheme.source(), words),
                new Figures(
                        Topic.FIGURES.word(),
                        latest.report().quarter().roster().subjects().stream()
                                .map(Subject::label)
                                .toList(),
                        latest.configuration().datasets().stream()
                                .filter(dataset -> dataset.rows() == Dataset.Rows.SUBJECT)
                                .flatMap(dataset -> dataset.numeric().stream())
                                .filter(column -> scheme.columns().contains(column.id()))
                                .map(column -> new Figures.Figured(column.id(), column.name()))
                                .toList()));
    }

    @Override
    public Simulated simulate(Period period, List<String> settings, Caller caller)
            throws Missing, Refused, Unsound, NotAsPublished, ConfigException, IOException {
        Simulations.Simulated simulated =
                new Simulations(revisions).simulate(new Simulations.Asked(period, settings, caller));
        return new Simulated(
                simulated.revision(), simulated.approval(), simulated.stopping(), () -> simulated.answer(words));
    }

    @Override
    public Optional<Due> due(Period period, Office office) throws NotAsPublished, ConfigException {
        Dues dues = new Dues(published, revisions, words);
        return dues.of(period).map(due -> new Due(due.answer(), () -> dues.write(due, office)));
    }

    @Override
    public List<Course> courses() {
        return new PlanCourses(revisions.stores())
                .all().stream()
                        .map(course -> new Course(course.approval().period(), course.said(words)))
                        .toList();
    }
}
