package bankscore.watch;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Setting;
import bankscore.load.change.RuleChanges;
import bankscore.office.Caller;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.questions.Questions.Refused;
import bankscore.run.questions.Questions.Simulated;
import bankscore.run.questions.Questions.Unsound;
import bankscore.run.questions.Trial;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.watch.PublishedNotices.Otherwise;
import bankscore.watch.load.WatchLoader;
import bankscore.watch.say.Comparison;
import bankscore.watch.say.ComparisonAnswer;
import bankscore.watch.scheme.WatchScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What if: the latest published notice of a period, judged once more with some parameters or figures otherwise. */
final class Simulations {

    private final PublishedRevisions<WatchScheme> revisions;
    private final PublishedNotices published;
    private final Words words;

    /** @param words those of watching */
    Simulations(PublishedRevisions<WatchScheme> revisions, PublishedNotices published, Words words) {
        this.revisions = revisions;
        this.published = published;
        this.words = words;
    }

    /**
     * Judges a period anew with other settings.
     *
     * @throws Missing if nothing is published for the period
     * @throws Refused if a setting names what is not there
     * @throws Unsound if the changed rule is refused
     * @throws ConfigException if this program refuses the configuration of then
     */
    Simulated simulate(Period period, List<String> typed, Caller caller)
            throws Missing, Refused, Unsound, NotAsPublished, ConfigException {
        Trial trial = new Trial(revisions, period, caller, words);
        PublishedNotice base = published.need(new Asked(period, Optional.empty()));
        int revision = base.revision().number();
        try {
            List<Setting> settings = Trial.settings(typed);
            RuleChanges.Changed<WatchScheme> rule =
                    trial.rule(revision, base.configuration(), WatchLoader.READER, WatchLoader.PATHS, settings);
            Otherwise otherwise = published.otherwise(base, rule.rule(), settings);
            List<ChangedValue> changes = new ArrayList<>(rule.changes());
            changes.addAll(otherwise.changes());
            trial.note(revision, otherwise.stopping().isEmpty());
            return new Simulated(
                    revision,
                    base.report().approval(),
                    otherwise.stopping(),
                    () -> ComparisonAnswer.simulated(
                            Comparison.of(
                                    base.report(),
                                    otherwise.notice().orElseThrow().report()),
                            changes,
                            words));
        } catch (Misaddressed e) {
            throw trial.refused(e);
        }
    }
}
