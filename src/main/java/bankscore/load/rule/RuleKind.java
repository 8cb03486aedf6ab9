package bankscore.load.rule;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.ConfigFiles;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the first lines of a rule file say: which application reads it, and of which rule it is a version. Nothing else of it
 * is read.
 *
 * @param file its name for messages
 * @param line of its kind; 0 if it says none
 * @param kind as it stands there; empty if it says none
 * @param title as it stands there; empty if it says none
 */
public record RuleKind(String file, int line, String kind, String rule, String scheme, String title) {

    /** The key that says of which kind a rule is. */
    public static final String KEY = "kind";

    /** What a rule file says. */
    public static RuleKind of(YamlFile file) {
        Optional<YamlNode.Fields> fields = file.root().filter(YamlNode::isMap).map(YamlNode::anyFields);
        Optional<YamlNode> kind = fields.flatMap(top -> top.get(KEY));
        return new RuleKind(
                file.name(),
                kind.map(YamlNode::line).orElse(0),
                kind.map(YamlNode::shown).orElse(""),
                fields.flatMap(top -> top.get("rule")).map(YamlNode::shown).orElse(""),
                fields.flatMap(top -> top.get("scheme")).map(YamlNode::shown).orElse(""),
                fields.flatMap(top -> top.get("title")).map(YamlNode::shown).orElse(""));
    }

    /** What all rule files of a configuration say. */
    public static List<RuleKind> in(ConfigFiles files) throws ConfigException {
        return files.in(RuleShelf.SCHEMES).stream().map(RuleKind::of).toList();
    }

    /**
     * What the files of a rule say.
     *
     * @throws ConfigException if there is no such rule; with what is wrong with the files that cannot be read, if any
     */
    public static RuleKind of(String rule, ConfigFiles files) throws ConfigException {
        List<ConfigProblem> unreadable = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (YamlFile file : files.in(RuleShelf.SCHEMES)) {
            RuleKind said = of(file);
            if (said.rule().equals(rule)) {
                return said;
            }
            if (file.root().isEmpty()) {
                unreadable.addAll(file.problems());
            } else {
                known.add(said.rule());
            }
        }
        throw new ConfigException(
                unreadable.isEmpty()
                        ? List.of(new ConfigProblem(
                                ConfigFiles.FOLDER + RuleShelf.SCHEMES + "/",
                                0,
                                rule,
                                "unknown_rule",
                                Map.of("allowed", String.join(", ", known))))
                        : unreadable);
    }

    /** That it is refused for its kind. */
    public ConfigProblem refused(String code, String allowed) {
        return new ConfigProblem(file, line, kind, code, Map.of("rule", rule, "allowed", allowed));
    }
}
