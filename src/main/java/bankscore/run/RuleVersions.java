package bankscore.run;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleKind;
import bankscore.load.yaml.YamlFile;
import bankscore.rule.Parameter;
import bankscore.run.questions.Missing;
import bankscore.run.take.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two versions of a rule side by side, by their files of today. */
public record RuleVersions(Applications applications, Path config, Words words) {

    /** What the one says otherwise than the other: parameter by parameter, in the order of the later file. */
    public Answer changes(String earlier, String later) throws Missing, ConfigException {
        Map<String, Parameter> before = parameters(earlier);
        Map<String, Parameter> after = parameters(later);
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        String nothing = words.text("word.none");
        List<List<String>> rows = new ArrayList<>();
        for (String path : paths) {
            String was = before.containsKey(path) ? before.get(path).value() : nothing;
            String is = after.containsKey(path) ? after.get(path).value() : nothing;
            if (!was.equals(is)) {
                Parameter said = after.getOrDefault(path, before.get(path));
                rows.add(List.of(path, was, is, said == null ? "" : said.clause()));
            }
        }
        Piece piece = rows.isEmpty()
                ? new Piece.Line(words.text("rule.changes.none"))
                : new Piece.Table(List.of(words.text("rule.changes.head").split("\\|", -1)), rows);
        return new Answer(
                words.text("rule.changes.title", "earlier", earlier, "later", later),
                "",
                List.of(new Section("", List.of(piece))));
    }

    private Map<String, Parameter> parameters(String id) throws Missing, ConfigException {
        Path path = config.resolve(Configuration.ruleFile(id));
        if (!id.matches("[A-Za-z0-9_.-]+") || !Files.isRegularFile(path)) {
            throw new Missing(Missing.Kind.SCHEME, id);
        }
        YamlFile file = YamlFile.read(path, "config/" + Configuration.ruleFile(id));
        Application<?> application =
                applications.ofKind(RuleKind.of(file).kind()).orElseThrow(() -> new Missing(Missing.Kind.SCHEME, id));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        application
                .rules()
                .read(file, DatasetLoader.loadAll(config.resolve("datasets")))
                .parameters()
                .forEach(each -> parameters.put(each.path(), each));
        return parameters;
    }
}
