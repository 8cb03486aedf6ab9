package bankscore.subsidy;

import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.rule.RuleReader;
import bankscore.rule.Source;
import bankscore.rule.say.RuleClause;
import bankscore.run.questions.Proving;
import bankscore.run.questions.RuleProof;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.load.CaseLoader;
import bankscore.subsidy.load.SubsidyCase;
import bankscore.subsidy.load.SubsidyLoader;
import bankscore.subsidy.say.RuleNames;
import bankscore.subsidy.say.SubsidyClauses;
import bankscore.subsidy.scheme.SubsidyNotes;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Proves subsidy rules: that their files are sound, and that their worked cases come out (subsidy.md#lint). */
public record SubsidyProof(Words words) implements Proving<SubsidyScheme> {

    /**
     * Proves the rules of a configuration.
     *
     * @param rule of which they are versions; absent: any
     * @param id the version, or a worked example; absent: every one
     * @throws ConfigException if a file is refused or there is no such rule
     */
    public static RuleProof of(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        return new SubsidyProof(words).prove(config, rule, id, words);
    }

    @Override
    public RuleReader<SubsidyScheme> reader() {
        return SubsidyLoader.READER;
    }

    @Override
    public List<Worked> cases(SubsidyScheme rule, Path folder, List<Dataset> datasets) throws ConfigException {
        Batch.Reasons reasons = new Batch.Reasons(words.text("decide.reached"), words.text("decide.pro_rata"));
        List<Worked> worked = new ArrayList<>();
        for (SubsidyCase one : CaseLoader.loadAll(folder, rule, datasets, reasons)) {
            worked.add(new Worked(one.name(), one.file(), one.differences()));
        }
        return worked;
    }

    @Override
    public Source source(SubsidyScheme rule) {
        return rule.source();
    }

    @Override
    public String sound(SubsidyScheme rule, int cases) {
        return words.text(
                "lint.sound_subsidy",
                "scheme",
                rule.id(),
                "title",
                rule.title(),
                "subsidies",
                rule.subsidies().size(),
                "conditions",
                rule.subsidies().stream()
                        .mapToInt(each -> each.eligible().size())
                        .sum(),
                "caps",
                rule.subsidies().stream()
                        .mapToInt(each -> each.amount().caps().size())
                        .sum(),
                "cases",
                cases);
    }

    @Override
    public List<RuleClause> clauses(SubsidyScheme rule, List<Dataset> datasets) {
        Words own = words.of(SubsidyJob.KIND);
        return new SubsidyClauses(new RuleNames(rule, RuleNames.columns(datasets, own)), datasets, own).all();
    }

    @Override
    public List<String> notes(SubsidyScheme rule, List<Dataset> datasets, UnaryOperator<String> called) {
        return notes(rule, SubsidyNotes.of(rule), called, words);
    }
}
