package bankscore.subsidy.load;

import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.yaml.YamlFile;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The subsidy rules as they are delivered, and rules from text against their columns. */
public final class SubsidyFiles {

    public static final Path CONFIG = Path.of("config");

    private SubsidyFiles() {}

    public static List<Dataset> datasets() throws ConfigException {
        return DatasetLoader.loadAll(CONFIG.resolve("datasets"));
    }

    /** All rules: those that runs take, and the worked examples. */
    public static List<SubsidyScheme> rules() throws ConfigException, IOException {
        List<SubsidyScheme> rules = new ArrayList<>();
        List<Dataset> datasets = datasets();
        for (String folder : List.of("schemes", "schemes/examples")) {
            for (Path file : YamlFile.allIn(CONFIG.resolve(folder))) {
                if (Files.readString(file).contains("\nkind: subsidy\n")) {
                    rules.add(SubsidyLoader.load(YamlFile.read(file, file.toString()), datasets));
                }
            }
        }
        return rules;
    }

    /** A rule by its id. */
    public static SubsidyScheme rule(String id) throws ConfigException {
        String name = "schemes/" + id + ".yaml";
        return SubsidyLoader.load(YamlFile.read(CONFIG.resolve(name), "config/" + name), datasets());
    }

    public static SubsidyScheme parse(String text, List<Dataset> datasets) throws ConfigException {
        return SubsidyLoader.load(YamlFile.of("config/schemes/test.yaml", text), datasets);
    }
}
