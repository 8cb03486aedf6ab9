package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.load.yaml.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The configuration of an office, in its folder. What it says of who reads, reviews and approves, and as which role a county works, belongs to no rule: it is
 * left out here, and so of the digest of what a run goes by ({@code operations.md#identity}).
 *
 * @param jurisdiction whose they are taken for; absent: whose their settings say
 */
public record ConfigFolder(Path folder, Optional<String> jurisdiction) implements ConfigFiles {

    private static final Pattern OF_NO_RULE = Pattern.compile("(?m)^(?:review|approve|shared)[ \\t]*:.*(?:\\R|\\z)");

    private static final Set<String> OF_NO_RULE_AT_ALL = Set.of(SignersFile.NAME, CountyRoles.NAME);

    /** Of the office whose settings lie in the folder. */
    public ConfigFolder(Path folder) {
        this(folder, Optional.empty());
    }

    @Override
    public List<YamlFile> in(String sub) throws ConfigException {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : YamlFile.allIn(folder.resolve(sub))) {
            String name = (sub.isEmpty() ? "" : sub + "/") + path.getFileName();
            if (!OF_NO_RULE_AT_ALL.contains(name)) {
                files.add(read(path, name));
            }
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
        return Files.exists(path) ? Optional.of(read(path, name)) : Optional.empty();
    }

    private YamlFile read(Path path, String name) throws ConfigException {
        YamlFile file = YamlFile.read(path, FOLDER + name);
        if (!name.equals(Settings.NAME)) {
            return file;
        }
        String own =
                jurisdiction.map(whose -> Settings.takenFor(file.text(), whose)).orElse(file.text());
        String ofRules = OF_NO_RULE.matcher(own).replaceAll("");
        return ofRules.equals(file.text()) ? file : YamlFile.of(file.name(), ofRules);
    }
}
