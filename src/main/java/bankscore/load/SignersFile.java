package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.office.Role;
import bankscore.office.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code config/signers.yaml}: who signs, a line a key. It belongs to no rule. A line is never taken out: what its key
 * signed would have nobody any more; who leaves gets a last day.
 */
public final class SignersFile {

    /** The file's name below the configuration. */
    public static final String NAME = "signers.yaml";

    static final Keys LINE = Keys.of("name", "key", "roles", "user", "from", "to");

    private SignersFile() {}

    /**
     * Loads the file of a folder of configuration; nobody signs where there is none.
     *
     * @throws ConfigException with every problem of the file
     */
    public static List<Signer> load(Path config) throws ConfigException {
        Path path = config.resolve(NAME);
        return Files.exists(path) ? of(YamlFile.read(path, ConfigFiles.FOLDER + NAME)) : List.of();
    }

    /** The line of a key, as the file holds it. */
    public static String line(Signer signer) {
        return "- {name: " + signer.name() + ", key: " + signer.key() + ", roles: ["
                + signer.roles().stream().sorted().map(Role::word).collect(Collectors.joining(", ")) + "]"
                + signer.user()
                        .map(user -> ", user: '" + user.replace("'", "''") + "'")
                        .orElse("")
                + ", from: " + signer.from()
                + signer.to().map(to -> ", to: " + to).orElse("") + "}";
    }

    /** Writes the file anew, whole or not at all; what somebody wrote beside its lines is gone. */
    public static void write(Path config, List<Signer> signers) throws IOException {
        Path beside = config.resolve("." + NAME);
        Files.writeString(beside, signers.stream().map(SignersFile::line).collect(Collectors.joining("\n", "", "\n")));
        Files.move(beside, config.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Signer> of(YamlFile file) throws ConfigException {
        List<Signer> signers = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        file.root().map(YamlNode::filled).orElse(List.of()).forEach(line -> {
            Fields fields = line.fields(LINE);
            Optional<String> name = fields.need("name").flatMap(node -> word(node, Signer::isName, "not_a_person"));
            Optional<String> key = fields.need("key").flatMap(node -> word(node, Signer::isKey, "not_a_public_key"));
            if (key.isPresent() && !keys.add(key.get())) {
                line.refuseText(key.get(), "doubled_public_key");
            }
            Set<Role> roles = roles(fields);
            Optional<String> user = fields.get("user").flatMap(YamlNode::text);
            Optional<LocalDate> from = fields.need("from").flatMap(YamlNode::date);
            Optional<LocalDate> to = fields.get("to").flatMap(YamlNode::date);
            if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
                line.refuseText(to.get().toString(), "span_backwards");
            }
            if (name.isPresent() && key.isPresent() && from.isPresent()) {
                signers.add(new Signer(name.get(), key.get(), roles, user, from.get(), to));
            }
        });
        file.throwIfRefused();
        return List.copyOf(signers);
    }

    private static Optional<String> word(YamlNode node, Predicate<String> is, String refusal) {
        Optional<String> text = node.text();
        if (text.isPresent() && !is.test(text.get())) {
            node.refuse(refusal);
            return Optional.empty();
        }
        return text;
    }

    private static Set<Role> roles(Fields fields) {
        Map<String, Role> words = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            words.put(role.word(), role);
        }
        Set<Role> roles = new HashSet<>();
        fields.need("roles")
                .map(YamlNode::filled)
                .orElse(List.of())
                .forEach(each -> each.choice(words).ifPresent(roles::add));
        return roles;
    }
}
