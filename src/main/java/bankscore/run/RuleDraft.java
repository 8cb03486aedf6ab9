package bankscore.run;

import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.ConfigFolder;
import bankscore.load.rule.RuleKind;
import bankscore.load.rule.RuleShelf;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.run.questions.RuleProof;
import bankscore.run.request.Deletion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final String IN_FORCE = "in_force";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final Pattern FLOW = Pattern.compile("(?m)^(in_force:[ \\t]*\\{[^}#\\n]*?)[ \\t]*}");
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(in_force:[ \\t]*(?:#.*)?\\R(?:[ \\t]*(?:#.*)?\\R)*([ \\t]+)from:.*\\R)");

    private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,59}";

    /** What is read to prove a rule. */
    private static final List<String> READ = List.of("datasets", "cases", RuleShelf.SCHEMES);

    /** Its id, if it says one that is a file's name. */
    public Optional<String> id() {
        return Optional.of(RuleKind.of(YamlFile.of(NAMELESS + ".yaml", text)).scheme())
                .filter(id -> id.matches(ID));
    }

    /**
     * The version that it follows: of the same rule, earlier and without an end, which keeping the draft gives it.
     *
     * @param last the day before the draft's first
     * @param text of its file with that end, and nothing else changed
     */
    public record Followed(String scheme, LocalDate last, String text) {}

    /** The version that it follows; empty if there is none, or not one, or its file does not let itself be given an end. */
    public Optional<Followed> followed() throws ConfigException {
        YamlFile draft = YamlFile.of(NAMELESS + ".yaml", text);
        Optional<LocalDate> from = day(draft, FROM);
        if (from.isEmpty() || !isNew()) {
            return Optional.empty();
        }
        List<Followed> open = new ArrayList<>();
        for (YamlFile file : new ConfigFolder(config).in(RuleShelf.SCHEMES)) {
            RuleKind said = RuleKind.of(file);
            boolean earlier = day(file, FROM).filter(from.get()::isAfter).isPresent();
            if (earlier
                    && day(file, TO).isEmpty()
                    && said.rule().equals(RuleKind.of(draft).rule())) {
                LocalDate last = from.get().minusDays(1);
                ended(file, last).ifPresent(ended -> open.add(new Followed(said.scheme(), last, ended)));
            }
        }
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
    }

    private static Optional<LocalDate> day(YamlFile file, String key) {
        return file.root()
                .filter(YamlNode::isMap)
                .flatMap(root -> root.anyFields().get(IN_FORCE))
                .filter(YamlNode::isMap)
                .flatMap(force -> force.anyFields().get(key))
                .flatMap(YamlNode::date);
    }

    private static Optional<String> ended(YamlFile file, LocalDate last) {
        String flow = FLOW.matcher(file.text()).replaceFirst("$1, to: " + last + "}");
        String text = flow.equals(file.text()) ? BLOCK.matcher(flow).replaceFirst("$1$2to: " + last + "\n") : flow;
        YamlFile ended = YamlFile.of(file.name(), text);
        return day(ended, TO).equals(Optional.of(last)) && day(ended, FROM).equals(day(file, FROM))
                ? Optional.of(text)
                : Optional.empty();
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
     * Proves it beside the other rules of the configuration, that which it follows with its end; nothing of the configuration
     * changes.
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
            Optional<Followed> followed = followed();
            if (followed.isPresent()) {
                Files.writeString(
                        file(aside, followed.get().scheme()), followed.get().text());
            }
            return applications.prove(aside, Optional.empty(), Optional.of(id), words);
        } finally {
            Deletion.of(aside);
        }
    }

    /**
     * Puts it among the rules, whole or not at all: what is there of a version never changes, but for the end of the one that
     * it follows. Both are laid down first, and from then on {@link #settle} finishes what a kill breaks off.
     *
     * @param following the version that it is said to follow; absent: it follows none
     * @throws java.nio.file.FileAlreadyExistsException if a version of its id is there
     */
    public void keep(Optional<Followed> following) throws IOException {
        Path place = file(config, id().orElseThrow());
        if (Files.exists(place)) {
            throw new FileAlreadyExistsException(String.valueOf(place.getFileName()));
        }
        settle(config);
        Path part = Files.createTempDirectory(place.resolveSibling(""), ".kept");
        try {
            written(part.resolve(place.getFileName()), text);
            if (following.isPresent()) {
                Path ended = part.resolve(
                        String.valueOf(file(config, following.get().scheme()).getFileName()));
                written(ended, following.get().text());
            }
            Files.move(part, pending(config), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Deletion.of(part);
        }
        settle(config);
    }

    private static void written(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** Finishes the keeping of a version that was broken off. */
    public static void settle(Path config) throws IOException {
        Path pending = pending(config);
        if (!Files.isDirectory(pending)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(pending)) {
            files = all.sorted(Comparator.comparing(file -> !Files.exists(inPlace(config, file))))
                    .toList();
        }
        // That one which ends comes first: two are never in force on one day.
        for (Path file : files) {
            Files.move(file, inPlace(config, file), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(pending);
    }

    private static Path inPlace(Path config, Path file) {
        return config.resolve(RuleShelf.SCHEMES).resolve(file.getFileName());
    }

    private static Path pending(Path config) {
        return config.resolve(RuleShelf.SCHEMES).resolve(".keeping");
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
