package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.sheet.FileLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code config/bankscore.yaml}: whose assessment this is.
 *
 * @param rule the rule whose version in force is taken
 * @param jurisdiction the city or county; part of every key in the database
 * @param bureau the office that compiles the tables
 * @param government whom the letter is addressed to
 * @param fonts the faces of the book: {@code 通用}, which every office has, or {@code 公文}, those of official documents
 * @param shared whether the group of the files may read what is written
 * @param files what reading one file may cost
 * @param review whether nothing is approved that nobody reviewed; absent: as is usual where the program works
 * @param sameApproves whether who reviewed may record the approval too
 * @param lateMonths after how many months what an approved plan moves and has not moved is to be verified (D23)
 */
public record Settings(
        String rule,
        String jurisdiction,
        String bureau,
        String government,
        String fonts,
        boolean shared,
        FileLimits files,
        int lateMonths,
        Optional<Boolean> review,
        boolean sameApproves) {

    /** The file's name below the configuration. */
    public static final String NAME = "bankscore.yaml";

    private static final Pattern WHOSE = Pattern.compile("(?m)^(jurisdiction|bureau|government)[ \\t]*:.*$");

    static final Keys LIMITS = Keys.of(
            "megabytes", "csv_megabytes", "million_cells", "million_characters", "seconds", "seconds_per_megabyte");

    static final Keys KEYS = Keys.of(
                    "rule",
                    "jurisdiction",
                    "bureau",
                    "government",
                    "fonts",
                    "shared",
                    "limits",
                    "late_months",
                    "review",
                    "approve")
            .with("limits", LIMITS);

    private static final String COMMON = "通用";
    private static final String OFFICIAL = "公文";
    private static final String GROUP = "group";
    private static final int A_QUARTER = 3;

    static final Map<String, String> FONTS = Map.of(COMMON, COMMON, OFFICIAL, OFFICIAL);
    static final Map<String, Boolean> SHARED = Map.of(GROUP, true);
    static final Map<String, Boolean> REVIEW = Map.of("required", true, "optional", false);
    static final Map<String, Boolean> APPROVE = Map.of("same_as_review", true, "another", false);

    /**
     * The settings of a folder of configuration.
     *
     * @param jurisdiction whose they are taken for; absent: whose they say
     */
    public static Settings of(Path config, Optional<String> jurisdiction) throws ConfigException {
        YamlFile file = YamlFile.read(config.resolve(NAME), ConfigFiles.FOLDER + NAME);
        return of(jurisdiction
                .map(whose -> YamlFile.of(file.name(), takenFor(file.text(), whose)))
                .orElse(file));
    }

    /** The same of whose they say. */
    public static Settings of(Path config) throws ConfigException {
        return of(config, Optional.empty());
    }

    /**
     * The text of the file, line by line, as another jurisdiction has it that takes all the rest from it: neither who
     * compiles the tables nor whom the letter goes to is said of the other one.
     */
    static String takenFor(String text, String jurisdiction) {
        return WHOSE.matcher(text)
                .replaceAll(line -> Matcher.quoteReplacement(
                        line.group(1).equals("jurisdiction")
                                ? "jurisdiction: '" + jurisdiction.replace("'", "''") + "'"
                                : ""));
    }

    /**
     * Loads the file.
     *
     * @throws ConfigException with every problem of the file
     */
    public static Settings load(Path path, String name) throws ConfigException {
        return of(YamlFile.read(path, name));
    }

    /** Reads the file. */
    public static Settings of(YamlFile file) throws ConfigException {
        Optional<Settings> settings = file.root().map(root -> root.fields(KEYS)).map(Settings::of);
        file.throwIfRefused();
        return settings.orElseThrow(
                () -> new ConfigException(List.of(new ConfigProblem(file.name(), 0, "", "empty_file", Map.of()))));
    }

    private static Settings of(Fields fields) {
        String jurisdiction =
                fields.need("jurisdiction").flatMap(YamlNode::text).orElse("");
        return new Settings(
                fields.need("rule").flatMap(YamlNode::text).orElse(""),
                jurisdiction,
                fields.text("bureau", jurisdiction),
                fields.text("government", jurisdiction),
                fields.get("fonts").flatMap(word -> word.choice(FONTS)).orElse(COMMON),
                fields.get("shared").flatMap(word -> word.choice(SHARED)).orElse(false),
                limits(fields.get("limits").map(limits -> limits.fields(LIMITS))),
                fields.get("late_months").flatMap(YamlNode::whole).orElse(A_QUARTER),
                fields.get("review").flatMap(word -> word.choice(REVIEW)),
                fields.get("approve").flatMap(word -> word.choice(APPROVE)).orElse(false));
    }

    /** What one file may cost; what the file does not say is as usual. */
    private static FileLimits limits(Optional<Fields> said) {
        FileLimits usual = FileLimits.USUAL;
        return new FileLimits(
                whole(said, "megabytes", usual.megabytes()),
                whole(said, "csv_megabytes", usual.csvMegabytes()),
                whole(said, "million_cells", usual.millionCells()),
                whole(said, "million_characters", usual.millionCharacters()),
                whole(said, "seconds", usual.seconds()),
                whole(said, "seconds_per_megabyte", usual.secondsPerMegabyte()));
    }

    private static int whole(Optional<Fields> said, String key, int usual) {
        return said.flatMap(limits -> limits.get(key)).flatMap(YamlNode::whole).orElse(usual);
    }
}
