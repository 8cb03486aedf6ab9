package bankscore.load;

import bankscore.load.yaml.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The configuration of then, as texts.
 *
 * @param texts by the names of the files below the configuration
 */
public record KeptConfig(Map<String, String> texts) implements ConfigFiles {

    public KeptConfig {
        texts = Map.copyOf(texts);
    }

    @Override
    public List<YamlFile> in(String folder) {
        String before = folder.isEmpty() ? "" : folder + "/";
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .filter(file -> file.getKey().startsWith(before)
                                && !file.getKey().substring(before.length()).contains("/"))
                        .map(file -> YamlFile.of(FOLDER + file.getKey(), file.getValue()))
                        .toList();
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public Optional<YamlFile> file(String name) {
        return Optional.ofNullable(texts.get(name)).map(text -> YamlFile.of(FOLDER + name, text));
    }
}
