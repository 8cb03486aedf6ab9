package bankscore.run;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleKind;
import bankscore.load.yaml.YamlFile;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.say.RuleClause;
import bankscore.run.questions.Missing;
import bankscore.run.questions.ParameterNames;
import bankscore.run.take.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two versions of a rule side by side, by their files of today. */
public record RuleVersions(Applications applications, Path config, Words words) {

    /** A version as it is compared: its sentences by what they are about, its parameters by their path. */
    private record Version(Map<String, Said> said, Map<String, Parameter> parameters, ParameterNames names) {}

    /** What is said of one thing, its clauses in the document's own numbering. */
    private record Said(String clause, String text) {}

    /**
     * What the one says otherwise than the other: sentence by sentence, then parameter by parameter, each in the order of
     * the later file.
     */
    public Answer changes(String earlier, String later) throws Missing, ConfigException {
        Version before = version(earlier);
        Version after = version(later);
        List<Section> sections = new ArrayList<>();
        add(sections, "said", said(before, after));
        add(sections, "values", parameters(before, after));
        if (sections.isEmpty()) {
            sections.add(new Section("", List.of(new Piece.Line(words.text("rule.changes.none")))));
        }
        return new Answer(words.text("rule.changes.title", "earlier", earlier, "later", later), "", sections);
    }

    private void add(List<Section> sections, String key, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            sections.add(new Section(
                    words.text("rule.changes." + key),
                    List.of(new Piece.Table(
                            List.of(words.text("rule.changes." + key + ".head").split("\\|", -1)), rows))));
        }
    }

    private List<List<String>> said(Version before, Version after) {
        Said nothing = new Said("", words.text("word.none"));
        List<List<String>> rows = new ArrayList<>();
        for (String name : both(after.said().keySet(), before.said().keySet())) {
            Said was = before.said().getOrDefault(name, nothing);
            Said is = after.said().getOrDefault(name, nothing);
            if (!was.text().equals(is.text())) {
                rows.add(List.of(name, was.text(), is.text(), is.clause().isEmpty() ? was.clause() : is.clause()));
            }
        }
        return rows;
    }

    private List<List<String>> parameters(Version before, Version after) {
        String nothing = words.text("word.none");
        List<List<String>> rows = new ArrayList<>();
        for (String path : both(after.parameters().keySet(), before.parameters().keySet())) {
            Parameter was = before.parameters().get(path);
            Parameter is = after.parameters().get(path);
            String one = was == null ? nothing : was.value();
            String other = is == null ? nothing : is.value();
            if (!one.equals(other)) {
                rows.add(List.of((is == null ? before : after).names().of(path), one, other));
            }
        }
        return rows;
    }

    private static Set<String> both(Collection<String> later, Collection<String> earlier) {
        Set<String> both = new LinkedHashSet<>(later);
        both.addAll(earlier);
        return both;
    }

    private Version version(String id) throws Missing, ConfigException {
        Path path = config.resolve(Configuration.ruleFile(id));
        if (!id.matches("[A-Za-z0-9_.-]+") || !Files.isRegularFile(path)) {
            throw new Missing(Missing.Kind.SCHEME, id);
        }
        YamlFile file = YamlFile.read(path, "config/" + Configuration.ruleFile(id));
        Application<?> application =
                applications.ofKind(RuleKind.of(file).kind()).orElseThrow(() -> new Missing(Missing.Kind.SCHEME, id));
        return version(application, file);
    }

    private <R extends Rule> Version version(Application<R> application, YamlFile file) throws ConfigException {
        List<Dataset> datasets = DatasetLoader.loadAll(config.resolve("datasets"));
        R rule = application.rules().read(file, datasets);
        Map<String, Said> said = new LinkedHashMap<>();
        for (RuleClause each : application.clauses(rule, datasets, words)) {
            said.merge(
                    each.name(),
                    new Said(each.clause(), each.text()),
                    (one, other) -> new Said(joined(one.clause(), other.clause()), one.text() + other.text()));
        }
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        rule.parameters().forEach(each -> parameters.put(each.path(), each));
        return new Version(said, parameters, new ParameterNames(rule, words));
    }

    private String joined(String one, String other) {
        return Stream.of(one, other)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(words.text("condition.names")));
    }
}
