package bankscore.run.request;

import bankscore.load.ConfigFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run reads and writes.
 *
 * @param config the folder with the rule and dataset files
 * @param input the folder with one folder per period
 * @param output the folder that everything is written to
 * @param jurisdiction whose the configuration is taken for, such as a county's that has none of its own; absent: whose it says
 */
public record RunFolders(Path config, Path input, Path output, Optional<String> jurisdiction) {

    /** The folders of the office that the configuration tells of. */
    public RunFolders(Path config, Path input, Path output) {
        this(config, input, output, Optional.empty());
    }

    /**
     * Those of a county of which these are the province's: its own configuration if it has one, else this one taken for it.
     *
     * @param counties the folder with a folder for each county
     * @param county the name of its folder
     */
    public RunFolders ofCounty(Path counties, String county) {
        Path own = counties.resolve(county);
        boolean has = Files.isDirectory(own.resolve("config"));
        return new RunFolders(
                has ? own.resolve("config") : config,
                own.resolve("input"),
                output.resolve(county),
                has ? Optional.empty() : Optional.of(county));
    }

    /** The files of the configuration. */
    public ConfigFolder files() {
        return new ConfigFolder(config, jurisdiction);
    }
}
