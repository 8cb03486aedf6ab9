package bankscore.load.schema;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.contribution.load.SchemeShapes;
import bankscore.front.Known;
import bankscore.load.ConfigShapes;
import bankscore.load.WordsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas that editors read: every word has its shape, every shipped file fits, and the folder is what lint prints. */
class EditorSchemasTest {

    private static final Path CONFIG = Path.of("config");

    @Test
    void of_every_word_it_is_said_what_stands_under_it() {
        Map<String, List<String>> unsaid = new TreeMap<>();
        Stream.concat(
                        ConfigShapes.all().stream(),
                        Known.APPLICATIONS.all().stream()
                                .map(each -> each.schemas(WordsLoader.load()))
                                .flatMap(List::stream))
                .filter(file -> !file.unsaid().isEmpty())
                .forEach(file -> unsaid.put(file.name(), file.unsaid()));

        assertThat(unsaid)
                .as("words that a loader knows and its shapes do not: say there what stands under them")
                .isEmpty();
    }

    @Test
    void every_shipped_file_fits_its_schema() throws IOException {
        Map<String, List<String>> underlined = new TreeMap<>();
        int files = 0;
        Map<String, EditorSchema> schemas = new TreeMap<>();
        for (Map.Entry<Path, String> file : shipped().entrySet()) {
            files++;
            List<String> problems = schemas.computeIfAbsent(file.getValue(), EditorSchema::of)
                    .underlined(Files.readString(file.getKey()));
            if (!problems.isEmpty()) {
                underlined.put(file.getKey().toString(), problems);
            }
        }

        assertThat(underlined).isEmpty();
        assertThat(files).isGreaterThan(100);
    }

    /** Each file that lies in the configuration, with the schema that an editor holds it against. */
    static Map<Path, String> shipped() throws IOException {
        Map<Path, String> shipped = new TreeMap<>();
        List<Path> all;
        try (Stream<Path> files = Files.walk(CONFIG)) {
            all = files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        for (Path file : all) {
            String name = CONFIG.relativize(file).toString();
            String folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
            shipped.put(
                    file,
                    switch (folder) {
                        case "schemes" -> "rule";
                        case "datasets" -> "dataset";
                        case "cases" ->
                            "case-"
                                    + kind(String.valueOf(
                                            file.resolveSibling("").getFileName()));
                        default -> name.replace(".yaml", "");
                    });
        }
        return shipped;
    }

    /** The kind of the rule that a case is of. */
    private static String kind(String scheme) throws IOException {
        for (String folder : List.of("schemes", "schemes/examples")) {
            Path rule = CONFIG.resolve(folder).resolve(scheme + ".yaml");
            if (Files.exists(rule)) {
                return Files.readAllLines(rule).stream()
                        .filter(line -> line.startsWith("kind:"))
                        .map(line -> line.replaceFirst("kind: *(\\w+).*", "$1"))
                        .findFirst()
                        .orElse(SchemeShapes.RULE.name());
            }
        }
        throw new AssertionError("cases of no rule: " + scheme);
    }

    @Test
    void the_folder_holds_what_lint_prints() throws IOException {
        CommandsInProcess desk = new CommandsInProcess(Path.of("unused"));
        List<String> names = new ArrayList<>();
        for (String name : Known.APPLICATIONS.schemas(WordsLoader.load()).keySet()) {
            names.add(name + ".json");
            CommandsInProcess.Said said = desk.type("lint", "--schema", name);

            assertThat(said.code()).isZero();
            assertThat(said.text())
                    .as("config/schema/%s.json is printed by: bankscore lint --schema %s", name, name)
                    .isEqualTo(Files.readString(CONFIG.resolve("schema").resolve(name + ".json")));
        }
        try (Stream<Path> files = Files.list(CONFIG.resolve("schema"))) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(desk.type("lint", "--schema").text())
                .contains(names.stream()
                        .map(name -> "\n  \"" + name.replace(".json", "") + "\": {")
                        .toList()
                        .subList(1, names.size()));
        assertThat(desk.type("lint", "--schema", "nothing").code()).isEqualTo(2);
    }
}
