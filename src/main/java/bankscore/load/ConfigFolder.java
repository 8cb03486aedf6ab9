package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.load.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The configuration of an office, in its folder. */
public record ConfigFolder(Path folder) implements ConfigFiles {

    @Override
    public List<YamlFile> in(String sub) throws ConfigException {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : YamlFile.allIn(folder.resolve(sub))) {
            files.add(YamlFile.read(path, FOLDER + (sub.isEmpty() ? "" : sub + "/") + path.getFileName()));
        }
        return files;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public Optional<YamlFile> file(String name) throws ConfigException {
        Path path = folder.resolve(name);
        return Files.exists(path) ? Optional.of(YamlFile.read(path, FOLDER + name)) : Optional.empty();
    }
}
