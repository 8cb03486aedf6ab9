package bankscore.contribution.load;

import bankscore.contribution.scheme.Scheme;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleShelf;
import bankscore.load.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rule files as they are delivered, and schemes from text against their columns. */
public final class RuleFiles {

    public static final Path CONFIG = Path.of("config");

    private RuleFiles() {}

    public static List<Dataset> datasets() throws ConfigException {
        return DatasetLoader.loadAll(CONFIG.resolve("datasets"));
    }

    /** All datasets, where of columns of some of them the last published figure counts for one that was not sent. */
    public static List<Dataset> datasets(Map<String, List<String>> late) throws ConfigException, IOException {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : YamlFile.allIn(CONFIG.resolve("datasets"))) {
            String text = Files.readString(path);
            for (String column : late.getOrDefault(path.getFileName().toString().replace(".yaml", ""), List.of())) {
                text = text.replaceAll("(\\{id: " + column + ", .*)\\}", "$1, if_late: previous}");
            }
            files.add(YamlFile.of("config/datasets/" + path.getFileName(), text));
        }
        return DatasetLoader.load(files);
    }

    /** Some of the datasets: a table of many small situations need not read them all for each. */
    public static List<Dataset> datasets(String... ids) throws ConfigException {
        List<YamlFile> files = new ArrayList<>();
        for (String id : ids) {
            files.add(
                    YamlFile.read(CONFIG.resolve("datasets").resolve(id + ".yaml"), "config/datasets/" + id + ".yaml"));
        }
        return DatasetLoader.load(files);
    }

    /** All schemes: those that runs take, and the worked examples. */
    public static List<Scheme> schemes() throws ConfigException {
        List<Dataset> datasets = datasets();
        Path folder = CONFIG.resolve("schemes");
        List<Scheme> schemes = new ArrayList<>(
                RuleShelf.load(folder, datasets, SchemeLoader::load).all());
        if (Files.isDirectory(folder.resolve("examples"))) {
            schemes.addAll(RuleShelf.load(folder.resolve("examples"), datasets, SchemeLoader::load)
                    .all());
        }
        return schemes;
    }

    /** Shangrao's scheme: the one fixture of it. */
    public static Scheme shangrao() {
        try {
            return RuleShelf.load(CONFIG.resolve("schemes"), datasets(), SchemeLoader::load)
                    .byId("shangrao-2022");
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Scheme parse(String text) throws ConfigException {
        return parse(text, datasets());
    }

    public static Scheme parse(String text, List<Dataset> datasets) throws ConfigException {
        return SchemeLoader.parse("config/schemes/test.yaml", text, datasets);
    }
}
