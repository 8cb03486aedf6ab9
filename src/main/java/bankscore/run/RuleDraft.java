package bankscore.run;

import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.rule.RuleKind;
import bankscore.load.rule.RuleShelf;
import bankscore.load.yaml.YamlFile;
import bankscore.run.questions.RuleProof;
import bankscore.run.request.Deletion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule file that somebody changed: it is proved as if it lay among the rules, and kept only as a new version. A version by
 * which something may have been published never changes.
 *
 * @param config the folder of the configuration
 */
public record RuleDraft(Applications applications, Path config, String text) {

    /** Where a draft without an id lies while it is proved; the proof says that it has none. */
    private static final String NAMELESS = "draft";

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,59}";

    /** What is read to prove a rule. */
    private static final List<String> READ = List.of("datasets", "cases", RuleShelf.SCHEMES);

    /** Its id, if it says one that is a file's name. */
    public Optional<String> id() {
        return Optional.of(RuleKind.of(YamlFile.of(NAMELESS + ".yaml", text)).scheme())
                .filter(id -> id.matches(ID));
    }

    /** SHA-256 of its text. */
    public String digest() {
        return Sha256.of(text);
    }

    /** Whether no version of its id is there. */
    public boolean isNew() {
        return id().filter(id -> !Files.exists(file(config, id))).isPresent();
    }

    /**
     * Proves it beside the other rules of the configuration; nothing of the configuration changes.
     *
     * @throws ConfigException with what is wrong, line by line
     */
    public RuleProof prove(Words words) throws ConfigException, IOException {
        Path aside = Files.createTempDirectory("rules");
        try {
            for (String each : READ) {
                copy(config.resolve(each), aside.resolve(each));
            }
            String id = id().orElse(NAMELESS);
            Files.writeString(file(aside, id), text);
            return applications.prove(aside, Optional.empty(), Optional.of(id), words);
        } finally {
            Deletion.of(aside);
        }
    }

    /**
     * Puts it among the rules, whole or not at all: what is there of a version never changes.
     *
     * @throws java.nio.file.FileAlreadyExistsException if a version of its id is there
     */
    public void keep() throws IOException {
        Path file = file(config, id().orElseThrow());
        Path beside = Files.createTempFile(file.getParent(), ".", ".part");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Path file(Path config, String id) {
        return config.resolve(RuleShelf.SCHEMES).resolve(id + ".yaml");
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path each : all) {
            Path copy = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(copy);
            } else if (Files.isRegularFile(each)) {
                Files.copy(each, copy);
            }
        }
    }
}
