package bankscore.run.questions;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.change.Misaddressed;
import bankscore.intake.change.Setting;
import bankscore.load.change.RuleChanges;
import bankscore.load.change.RuleChanges.Changed;
import bankscore.load.change.RuleChanges.Paths;
import bankscore.load.rule.RuleReader;
import bankscore.load.yaml.YamlFile;
import bankscore.office.Caller;
import bankscore.rule.Rule;
import bankscore.rule.Source;
import bankscore.run.questions.Questions.Refused;
import bankscore.run.questions.Questions.Tried;
import bankscore.run.questions.Questions.Unsound;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.take.Configuration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question what would be if: its settings, the rule that they change, and its entry of the history, which is all that it
 * leaves.
 */
public final class Trial {

    private final PublishedRevisions<?> revisions;
    private final Period period;
    private final Caller caller;
    private final Words words;

    /**
     * A trial.
     *
     * @param caller who tries it, for the history
     * @param words in which a setting is refused
     */
    public Trial(PublishedRevisions<?> revisions, Period period, Caller caller, Words words) {
        this.revisions = revisions;
        this.period = period;
        this.caller = caller;
        this.words = words;
    }

    /** The numbers of a rule that may be tried otherwise. */
    public static List<Tried> numbers(Rule rule, Source source, Words words) {
        ParameterNames names = new ParameterNames(rule, words);
        return rule.parameters().stream()
                .filter(parameter -> parameter.exact().isPresent())
                .map(parameter -> new Tried(
                        parameter.path(),
                        parameter.clause().isEmpty() ? "" : source.cited(parameter.clause()),
                        names.of(parameter.path()),
                        parameter.value()))
                .toList();
    }

    /** What {@link Questions#setting} gave. */
    public static List<Setting> settings(List<String> typed) {
        return typed.stream()
                .map(each -> Setting.read(each).orElseThrow(() -> new IllegalArgumentException(each)))
                .toList();
    }

    /**
     * The rule of a configuration with its settings; those of what stands beside it are passed over.
     *
     * @param revision that is tried otherwise
     * @throws Unsound if the changed rule is refused, after it is noted
     */
    public <R extends Rule> Changed<R> rule(
            int revision, Configuration<R> configuration, RuleReader<R> reader, Paths paths, List<Setting> settings)
            throws Misaddressed, Unsound {
        String name = "config/" + Configuration.ruleFile(configuration.rule().id());
        try {
            return RuleChanges.of(
                    YamlFile.of(name, configuration.ruleText()), configuration.datasets(), reader, paths, settings);
        } catch (ConfigException e) {
            note(revision, false);
            throw new Unsound(e);
        }
    }

    /** That a setting is refused, in words. */
    public Refused refused(Misaddressed refused) {
        Map<String, String> details = new TreeMap<>(refused.details());
        details.computeIfPresent(
                "meant", (key, meant) -> meant.isEmpty() ? "" : words.text("config.meant", "meant", meant));
        details.computeIfPresent(
                "allowed", (key, allowed) -> allowed.isEmpty() ? words.text("config.nothing") : allowed);
        details.computeIfPresent("code", (key, code) -> words.text("finding." + code + ".title"));
        return new Refused(words.text(
                "simulation.refused." + refused.reason().name(),
                details.entrySet().stream()
                        .<Object>mapMulti((entry, each) -> {
                            each.accept(entry.getKey());
                            each.accept(entry.getValue());
                        })
                        .toArray()));
    }

    /** Writes the entry of the history. */
    public void note(int revision, boolean simulated) {
        String outcome = simulated ? "simulated" : "not_simulated";
        revisions
                .stores()
                .history()
                .append(caller.entry(revisions.series(), "simulate", period, revision, outcome, ""));
        revisions.stores().durability().force();
    }
}
