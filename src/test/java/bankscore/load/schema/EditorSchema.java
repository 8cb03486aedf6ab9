package bankscore.load.schema;

import bankscore.front.Known;
import bankscore.load.WordsLoader;
import bankscore.paper.json.Json;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What an editor makes of a file: one of our schemas, in a validator that is not ours, over YAML as editors read it. */
public final class EditorSchema {

    /** Numbers of YAML 1.2's core schema, which editors use. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private final Schema schema;

    private EditorSchema(Schema schema) {
        this.schema = schema;
    }

    /** A schema by its name. */
    public static EditorSchema of(String name) {
        return new EditorSchema(REGISTRY.getSchema(
                new String(
                        Json.printed(Objects.requireNonNull(
                                Known.APPLICATIONS.schemas(WordsLoader.load()).get(name), name)),
                        StandardCharsets.UTF_8),
                InputFormat.JSON));
    }

    /**
     * What does not fit of the files that a revision has for programs: manifest, result, and its lines if they stand beside it.
     *
     * @param result the schema of the result
     */
    public static List<String> misfits(Path revision, String result) throws IOException {
        List<String> misfits =
                new ArrayList<>(of("manifest").problems(Files.readString(revision.resolve("manifest.json"))));
        misfits.addAll(of(result).problems(Files.readString(revision.resolve("result.json"))));
        Path lines = revision.resolve("lines.jsonl");
        if (Files.exists(lines)) {
            EditorSchema line = of(result + "-line");
            Files.readAllLines(lines).forEach(each -> misfits.addAll(line.problems(each)));
        }
        return misfits;
    }

    /** What is underlined in a YAML file. */
    public List<String> underlined(String yaml) {
        Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("file", value(node));
        return problems(new String(Json.printed(Json.tree(whole).path("file")), StandardCharsets.UTF_8));
    }

    /** What is wrong with a JSON file. */
    public List<String> problems(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static @Nullable Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                map.put(((ScalarNode) tuple.getKeyNode()).getValue(), value(tuple.getValueNode()));
            }
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            sequence.getValue().forEach(each -> list.add(value(each)));
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> null;
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
        };
    }
}
