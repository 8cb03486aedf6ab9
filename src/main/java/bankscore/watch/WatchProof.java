package bankscore.watch;

import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleReader;
import bankscore.rule.Source;
import bankscore.rule.say.RuleClause;
import bankscore.run.questions.Proving;
import bankscore.run.questions.RuleProof;
import bankscore.watch.load.CaseLoader;
import bankscore.watch.load.WatchCase;
import bankscore.watch.load.WatchKeys;
import bankscore.watch.load.WatchLoader;
import bankscore.watch.say.RuleSentences;
import bankscore.watch.say.RuleText;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.WatchNotes;
import bankscore.watch.scheme.WatchScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Proves rules that watch: that their files are sound, and that their worked cases come out (watch.md#lint). */
public record WatchProof(Words words) implements Proving<WatchScheme> {

    /**
     * Proves the rules of a configuration.
     *
     * @param rule of which they are versions; absent: any
     * @param id the version, or a worked example; absent: every one
     * @throws ConfigException if a file is refused or there is no such rule
     */
    public static RuleProof of(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        return new WatchProof(words).prove(config, rule, id, words);
    }

    @Override
    public RuleReader<WatchScheme> reader() {
        return WatchLoader.READER;
    }

    @Override
    public List<Worked> cases(WatchScheme rule, Path folder, List<Dataset> datasets) throws ConfigException {
        List<Worked> worked = new ArrayList<>();
        for (WatchCase one : CaseLoader.loadAll(folder, rule, datasets)) {
            worked.add(new Worked(one.name(), one.file(), one.differences()));
        }
        return worked;
    }

    @Override
    public Source source(WatchScheme rule) {
        return rule.source();
    }

    @Override
    public String sound(WatchScheme rule, int cases) {
        return words.text(
                "lint.sound_watch",
                "scheme",
                rule.id(),
                "title",
                rule.title(),
                "watches",
                rule.watches().size(),
                "targets",
                rule.targets().size(),
                "indices",
                rule.indices().size(),
                "parameters",
                rule.parameters().size(),
                "cases",
                cases);
    }

    @Override
    public List<RuleClause> clauses(WatchScheme rule, List<Dataset> datasets) {
        return new RuleText(rule, group -> called(group, datasets), words.of(WatchKeys.KIND)).all();
    }

    @Override
    public List<String> sentences(WatchScheme rule, List<Dataset> datasets) {
        return new RuleSentences(rule, group -> called(group, datasets), words.of(WatchKeys.KIND)).all();
    }

    @Override
    public List<String> notes(WatchScheme rule, List<Dataset> datasets, UnaryOperator<String> called) {
        return notes(rule, WatchNotes.of(rule), called, words);
    }

    /** What the subjects of a group are, by the name of their register. */
    private String called(Group group, List<Dataset> datasets) {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals(group.register()))
                .map(Dataset::name)
                .findFirst()
                .map(name -> name.replaceFirst(words.text("lint.register") + "$", ""))
                .orElse(group.id());
    }
}
