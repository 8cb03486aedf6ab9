package bankscore.subsidy.load;

import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.DatasetLoader;
import bankscore.load.RuleShelf;
import bankscore.load.YamlFile;
import bankscore.subsidy.scheme.SubsidyScheme;
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
    public static List<SubsidyScheme> rules() throws ConfigException {
        List<Dataset> datasets = datasets();
        Path folder = CONFIG.resolve("schemes");
        List<SubsidyScheme> rules = new ArrayList<>(
                RuleShelf.load(folder, datasets, SubsidyLoader.reader()).all());
        rules.addAll(RuleShelf.load(folder.resolve("examples"), datasets, SubsidyLoader.reader())
                .all());
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
