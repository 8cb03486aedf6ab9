package bankscore.subsidy;

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
import bankscore.subsidy.PublishedBatches.Otherwise;
import bankscore.subsidy.load.SubsidyLoader;
import bankscore.subsidy.say.Comparison;
import bankscore.subsidy.say.ComparisonAnswer;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What if: the latest published batch of a period, decided once more with some parameters or budgets otherwise, after the
 * same earlier batches.
 */
final class Simulations {

    private final PublishedRevisions<SubsidyScheme> revisions;
    private final PublishedBatches published;
    private final Words words;

    /** @param words those of subsidies */
    Simulations(PublishedRevisions<SubsidyScheme> revisions, PublishedBatches published, Words words) {
        this.revisions = revisions;
        this.published = published;
        this.words = words;
    }

    /**
     * Decides a period anew with other settings.
     *
     * @throws Missing if nothing is published for the period
     * @throws Refused if a setting names what is not there or is no possible amount
     * @throws Unsound if the changed rule is refused
     * @throws ConfigException if this program refuses the configuration of then
     */
    Simulated simulate(Period period, List<String> typed, Caller caller)
            throws Missing, Refused, Unsound, NotAsPublished, ConfigException {
        Trial trial = new Trial(revisions, period, caller, words);
        try (PublishedBatch base = published.need(new Asked(period, Optional.empty()))) {
            return simulate(base, Trial.settings(typed), trial);
        } catch (Misaddressed e) {
            throw trial.refused(e);
        }
    }

    private Simulated simulate(PublishedBatch base, List<Setting> settings, Trial trial)
            throws Misaddressed, Unsound, NotAsPublished {
        int revision = base.revision().number();
        RuleChanges.Changed<SubsidyScheme> rule =
                trial.rule(revision, base.configuration(), SubsidyLoader.READER, SubsidyLoader.PATHS, settings);
        ChangedBudgets budgets = ChangedBudgets.of(
                base.report().decisions().budgets(),
                rule.rule(),
                base.configuration().datasets(),
                settings);
        List<ChangedValue> changes = Stream.concat(rule.changes().stream(), budgets.changes().stream())
                .toList();
        Otherwise otherwise = published.otherwise(base, rule.rule(), budgets.budgets());
        Optional<Comparison> comparison = Optional.empty();
        if (otherwise.batch().isPresent()) {
            try (PublishedBatch after = otherwise.batch().get()) {
                comparison = Optional.of(Comparison.of(base.report(), after.report()));
            }
        }
        trial.note(revision, otherwise.stopping().isEmpty());
        Optional<Comparison> compared = comparison;
        return new Simulated(
                revision,
                base.report().approval(),
                otherwise.stopping(),
                () -> ComparisonAnswer.simulated(compared.orElseThrow(), changes, words));
    }
}
