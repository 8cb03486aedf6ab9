package bankscore.contribution;

import bankscore.answer.Answer;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.simulate.ChangedFigures;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.quarter.QuarterCheck;
import bankscore.contribution.say.SimulationAnswer;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.change.ChangedValue;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Setting;
import bankscore.load.change.RuleChanges;
import bankscore.office.Approval;
import bankscore.office.Caller;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions.Refused;
import bankscore.run.questions.Questions.Unsound;
import bankscore.run.questions.Trial;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.take.Configuration;
import bankscore.sheet.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What if: the latest published revision of a period, computed once more with some parameters or figures otherwise.
 *
 * <p>It takes everything from the database, as explaining does, publishes nothing and writes nothing but an entry of the
 * history.
 */
public final class Simulations {

    private final PublishedQuarters published;
    private final PublishedRevisions<Scheme> revisions;
    private final Words words;

    public Simulations(PublishedRevisions<Scheme> revisions) {
        this.published = new PublishedQuarters(revisions);
        this.revisions = revisions;
        this.words = revisions.words();
    }

    /**
     * What is to be tried.
     *
     * @param settings each as {@code path=value}
     * @param caller who tries it, for the history
     */
    public record Asked(Period period, List<String> settings, Caller caller) {
        public Asked {
            settings = List.copyOf(settings);
        }
    }

    /**
     * What came of it.
     *
     * @param base the published revision
     * @param changes in the order of the settings, those of the scheme first
     * @param stopping findings for which a run with these settings would stop; nothing else holds then
     */
    public record Simulated(Report base, List<ChangedValue> changes, Judgement judged, List<PrintedFinding> stopping) {
        public Simulated {
            changes = List.copyOf(changes);
            stopping = List.copyOf(stopping);
        }

        /** Before and after for all banks. */
        public Answer answer(Words words) {
            return SimulationAnswer.of(base, changes, judged, words);
        }

        public int revision() {
            return base.run().revision();
        }

        /** The approval of the period that holds, whichever revision it is of. */
        public Optional<Approval> approval() {
            return base.approval();
        }
    }

    /**
     * Computes a period anew with other settings.
     *
     * @throws Missing if nothing is published for the period
     * @throws Refused if a setting names what is not there or is no possible figure
     * @throws Unsound if the changed scheme is refused
     * @throws ConfigException if this program refuses the configuration of then
     */
    public Simulated simulate(Asked asked)
            throws Missing, Refused, Unsound, NotAsPublished, ConfigException, IOException {
        PublishedResult latest = published
                .find(asked.period(), Optional.empty())
                .orElseThrow(
                        () -> new Missing(Missing.Kind.REVISION, asked.period().toString()));
        Trial trial = new Trial(revisions, asked.period(), asked.caller(), words);
        try {
            Simulated simulated = simulate(asked, latest, trial);
            trial.note(simulated.revision(), simulated.stopping().isEmpty());
            return simulated;
        } catch (Misaddressed e) {
            throw trial.refused(e);
        }
    }

    private Simulated simulate(Asked asked, PublishedResult base, Trial trial) throws Misaddressed, Unsound {
        List<Setting> settings = Trial.settings(asked.settings());
        Configuration<Scheme> configuration = base.configuration();
        int revision = base.report().run().revision();
        RuleChanges.Changed<Scheme> changed =
                trial.rule(revision, configuration, SchemeLoader::load, SchemeLoader.PATHS, settings);
        Scheme scheme = changed.rule().in(asked.period());
        QuarterCheck.Checked checked = published.checked(asked.period(), revision, configuration.with(scheme));
        ChangedFigures.Changed figures =
                ChangedFigures.of(checked.quarter(), configuration.datasets(), scheme, settings);
        Quarter quarter = figures.quarter();
        Judgement judged = Judgement.of(scheme, quarter);
        List<Finding> found = new ArrayList<>(checked.findings());
        found.removeIf(finding -> finding.code() == Code.E303 || finding.code() == Code.E206);
        found.addAll(missing(quarter, configuration.with(scheme)));
        found.addAll(judged.findings());
        return new Simulated(
                base.report(),
                Stream.concat(changed.changes().stream(), figures.changes().stream())
                        .toList(),
                judged,
                found.stream()
                        .map(words::print)
                        .filter(finding -> finding.level() == Level.ERROR)
                        .distinct()
                        .toList());
    }

    /**
     * What intake demands of a cell, and the check of a row: every assessed bank has every figure that the scheme uses.
     * Here a setting may have given it.
     */
    private static List<Finding> missing(Quarter quarter, Configuration<Scheme> configuration) {
        Set<String> used = configuration.rule().columns();
        List<Finding> missing = new ArrayList<>();
        for (Dataset dataset : configuration.datasets()) {
            if (dataset.rows() != Dataset.Rows.SUBJECT
                    || !quarter.facts().datasets().contains(dataset.id())) {
                continue;
            }
            for (Column column : dataset.numeric()) {
                for (Subject bank : quarter.roster().subjects()) {
                    if (used.contains(column.id())
                            && column.empty().standIn().isEmpty()
                            && quarter.facts().figure(column.id(), bank.code()).isEmpty()
                            && configuration.rule().isAssessed(bank, quarter.period())) {
                        missing.add(Finding.of(Code.E206, Place.NONE)
                                .subject(bank.name())
                                .column(column.name()));
                    }
                }
            }
        }
        quarter.bids().funds().forEach(fund -> missing.addAll(missing(fund, quarter, configuration, used)));
        return missing;
    }

    /** The same of what is bid for a fund: whoever has one figure of a table has all of them. */
    private static List<Finding> missing(
            String fund, Quarter quarter, Configuration<Scheme> configuration, Set<String> used) {
        List<Finding> missing = new ArrayList<>();
        for (Dataset dataset : configuration.datasets()) {
            for (Subject bank :
                    dataset.rows() == Dataset.Rows.BID ? quarter.roster().subjects() : List.<Subject>of()) {
                boolean bids = dataset.numeric().stream()
                        .anyMatch(column -> quarter.bids()
                                .figure(fund, column.id(), bank.code())
                                .isPresent());
                for (Column column : dataset.numeric()) {
                    if (bids
                            && used.contains(column.id())
                            && !column.spared()
                            && column.empty().standIn().isEmpty()
                            && quarter.bids()
                                    .figure(fund, column.id(), bank.code())
                                    .isEmpty()
                            && configuration.rule().isAssessed(bank, quarter.period())) {
                        missing.add(Finding.of(Code.E206, Place.NONE)
                                .subject(bank.name())
                                .column(fund + "·" + column.name()));
                    }
                }
            }
        }
        return missing;
    }
}
