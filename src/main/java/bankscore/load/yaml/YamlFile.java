package bankscore.load.yaml;

import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A YAML file as nodes with their lines; nothing in it is turned into objects. */
public final class YamlFile {

    /** Many times as long as any rule. */
    private static final int LONGEST = 1 << 20;
    /** So many problems are told. */
    private static final int MOST = 1000;

    private final String name;
    private final byte[] bytes;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Optional<YamlNode> root;

    private YamlFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.root = compose();
    }

    /**
     * Reads a file.
     *
     * @param name how messages call it
     */
    public static YamlFile read(Path path, String name) throws ConfigException {
        try {
            if (Files.size(path) > LONGEST) {
                throw new ConfigException(List.of(new ConfigProblem(name, 0, "", "too_long", Map.of())));
            }
            return new YamlFile(name, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new ConfigException(List.of(new ConfigProblem(name, 0, "", "unreadable", Map.of())));
        }
    }

    public static YamlFile of(String name, String text) {
        return new YamlFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The YAML files of a folder by name, without those of its sub-folders.
     *
     * @throws ConfigException if there is no such folder
     */
    public static List<Path> allIn(Path folder) throws ConfigException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigException(List.of(new ConfigProblem(folder.toString(), 0, "", "no_folder", Map.of())));
        }
    }

    private Optional<YamlNode> compose() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(true);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Node node = new Yaml(options).compose(new StringReader(text));
            if (node == null) {
                problems.add(new ConfigProblem(name, 0, "", "empty_file", Map.of()));
                return Optional.empty();
            }
            return Optional.of(new YamlNode(name, node, problems));
        } catch (CharacterCodingException e) {
            problems.add(new ConfigProblem(name, 0, "", "not_utf8", Map.of()));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(new ConfigProblem(name, line, lineText(line), "not_yaml", Map.of()));
        } catch (YAMLException e) {
            problems.add(new ConfigProblem(name, 0, "", "not_yaml", Map.of()));
        }
        return Optional.empty();
    }

    private String lineText(int line) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        return line >= 1 && line <= lines.length ? lines[line - 1].strip() : "";
    }

    public String name() {
        return name;
    }

    /** The name without the folders before it. */
    public String shortName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The text as it is, however little of it is YAML. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Optional<YamlNode> root() {
        return root;
    }

    public List<ConfigProblem> problems() {
        return problems;
    }

    public void throwIfRefused() throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems.stream()
                    .distinct()
                    .limit(MOST)
                    .sorted(Comparator.comparingInt(ConfigProblem::line))
                    .toList());
        }
    }

    /** SHA-256 of the file's bytes, in lower-case hex. */
    public String digest() {
        return Sha256.of(bytes);
    }
}
