package bankscore.run;

import bankscore.answer.Answer;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.load.ConfigFolder;
import bankscore.load.ConfigShapes;
import bankscore.load.rule.RuleKind;
import bankscore.load.rule.RuleShelf;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.WrittenShapes;
import bankscore.load.yaml.YamlFile;
import bankscore.paper.json.Json;
import bankscore.run.questions.RuleProof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The applications that there are: the only place that lists them is who makes this. Each is found by its kind of rules. */
public record Applications(List<Application<?>> all) {

    private static final String RULE = "rule";

    public Applications {
        all = List.copyOf(all);
    }

    /**
     * The application of a rule, by the rule files of today.
     *
     * @param rule absent: the one that the settings name
     * @throws ConfigException if there is no such rule, or it is of no known kind
     */
    public Application<?> of(Office office, Optional<String> rule) throws ConfigException {
        RuleKind said;
        try {
            said = RuleKind.of(rule.orElse(office.rule()), office.folders().files());
        } catch (ConfigException e) {
            if (rule.isPresent()) {
                throw e;
            }
            // What is wrong with the rule that the settings name is told when it is loaded.
            return ofKind("").orElseThrow(() -> e);
        }
        return ofKind(said.kind()).orElseThrow(() -> new ConfigException(List.of(unknown(said))));
    }

    /** The application of each rule that there are versions of; of those of no known kind there is none. */
    public Map<String, Application<?>> byRule(List<Office.Version> versions) {
        Map<String, Application<?>> byRule = new TreeMap<>();
        for (Office.Version version : versions) {
            if (!version.rule().isEmpty()) {
                ofKind(version.kind()).ifPresent(application -> byRule.putIfAbsent(version.rule(), application));
            }
        }
        return byRule;
    }

    /** The application of a kind of rules. */
    public Optional<Application<?>> ofKind(String kind) {
        return all.stream().filter(each -> each.rules().kind().equals(kind)).findFirst();
    }

    /**
     * Whether rule files are sound and their worked cases come out.
     *
     * @param rule absent: all rules
     * @param id a version, or a worked example; absent: all of them
     * @throws ConfigException if a file is refused, is of no known kind, or there is no such rule
     */
    public RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        List<RuleKind> asked = asked(new ConfigFolder(config), rule, id);
        List<ConfigProblem> unknown = asked.stream()
                .filter(each -> ofKind(each.kind()).isEmpty())
                .map(this::unknown)
                .toList();
        if (!unknown.isEmpty()) {
            throw new ConfigException(unknown);
        }
        List<Answer> sound = new ArrayList<>();
        List<Answer> read = new ArrayList<>();
        for (Application<?> application : all) {
            String kind = application.rules().kind();
            // That nothing is there is said by the application of rules without a kind.
            boolean its = asked.isEmpty()
                    ? kind.isEmpty()
                    : asked.stream().anyMatch(each -> each.kind().equals(kind));
            if (its) {
                RuleProof proof = application.prove(config, rule, id, words);
                sound.addAll(proof.sound());
                read.addAll(proof.read());
                if (!proof.differences().isEmpty()) {
                    return new RuleProof(sound, read, proof.differences());
                }
            }
        }
        return new RuleProof(sound, read, List.of());
    }

    /**
     * What the files of a configuration and of a result may say, as JSON Schema for editors.
     *
     * @return a schema by the name of its file, without the ending
     */
    public Map<String, JsonNode> schemas(Words words) {
        Map<String, SchemaFile> rules = new TreeMap<>();
        List<SchemaFile> files = new ArrayList<>(ConfigShapes.all());
        files.addAll(WrittenShapes.all(words));
        for (Application<?> application : all) {
            List<SchemaFile> own = application.schemas(words);
            rules.put(application.rules().kind(), own.get(0));
            files.addAll(own.subList(1, own.size()));
        }
        Map<String, JsonNode> schemas = new TreeMap<>();
        schemas.put(RULE, Json.tree(SchemaFile.ofKinds(words.text("schema." + RULE), RuleKind.KEY, rules)));
        files.forEach(file -> schemas.put(file.name(), Json.tree(file.schema(words.text("schema." + file.name())))));
        return schemas;
    }

    /** One of them as its file holds it, or all of them by their names; nothing if there is none of the name. */
    public Optional<String> schema(Words words, Optional<String> name) {
        Map<String, JsonNode> schemas = schemas(words);
        JsonNode printed = name.isPresent() ? schemas.get(name.get()) : Json.tree(schemas);
        return Optional.ofNullable(printed).map(Json::printed).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static List<RuleKind> asked(ConfigFolder files, Optional<String> rule, Optional<String> id)
            throws ConfigException {
        if (id.isPresent()) {
            Optional<YamlFile> example = files.file(RuleShelf.EXAMPLES + "/" + id.get() + ".yaml");
            Optional<YamlFile> file =
                    example.isPresent() ? example : files.file(RuleShelf.SCHEMES + "/" + id.get() + ".yaml");
            return file.stream().map(RuleKind::of).toList();
        }
        if (rule.isPresent()) {
            return List.of(RuleKind.of(rule.get(), files));
        }
        return RuleKind.in(files);
    }

    private ConfigProblem unknown(RuleKind said) {
        return said.refused(
                "unknown_kind",
                all.stream()
                        .map(each -> each.rules().kind())
                        .filter(kind -> !kind.isEmpty())
                        .collect(Collectors.joining(", ")));
    }
}
