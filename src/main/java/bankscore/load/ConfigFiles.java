package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.load.yaml.YamlFile;
import java.util.List;
import java.util.Optional;

/** The files of a configuration, where they are: in their folder, or as they were kept with a revision. */
public interface ConfigFiles {

    /** What messages put before a name. */
    String FOLDER = "config/";

    /**
     * The YAML files of one of its folders by name, without those of its sub-folders.
     *
     * @param folder such as {@code datasets}; empty for the configuration itself
     * @throws ConfigException if there is no such folder, or a file cannot be read
     */
    List<YamlFile> in(String folder) throws ConfigException;

    /** Whether they are all there are: with a revision only the rule that it used is kept. */
    boolean isWhole();

    /** A file by its name below the configuration, if it is there. */
    Optional<YamlFile> file(String name) throws ConfigException;
}
