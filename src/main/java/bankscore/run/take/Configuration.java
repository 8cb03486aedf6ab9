package bankscore.run.take;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Dataset;
import bankscore.load.ConfigFiles;
import bankscore.load.ConfigFolder;
import bankscore.load.LetterSettings;
import bankscore.load.Settings;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleKind;
import bankscore.load.rule.RuleReader;
import bankscore.load.rule.RuleShelf;
import bankscore.load.yaml.YamlFile;
import bankscore.office.Letterhead;
import bankscore.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All configuration of a run.
 *
 * @param letter the letter's places that no figure fills, as they are for this rule
 * @param asked the rule that is asked for: the one that the settings name, or another
 * @param byHand whether the version is not the one that the period would take of that rule
 * @param files the texts of the settings, the datasets and the rule in use, by their names below the folder: enough to
 *     load the same configuration once more
 * @param digest SHA-256 over the names and digests of those files
 * @param unused what is wrong with rule files that this period does not use
 */
public record Configuration<R extends Rule>(
        Settings settings,
        LetterSettings letter,
        List<Dataset> datasets,
        R rule,
        String asked,
        boolean byHand,
        Map<String, String> files,
        String digest,
        List<ConfigProblem> unused) {

    public Configuration {
        files = Map.copyOf(files);
        unused = List.copyOf(unused);
    }

    /**
     * Loads everything below the configuration folder.
     *
     * @param id the version that is asked for; absent: the one in force
     * @param reader reads rules of the application's kind
     * @throws ConfigException if a file that is used is refused or no rule is in force
     */
    public static <R extends Rule> Configuration<R> load(
            Path folder, Period period, Optional<String> id, RuleReader<R> reader) throws ConfigException {
        return load(new ConfigFolder(folder), period, Optional.empty(), id, reader);
    }

    /**
     * The same of any rule, wherever the files are.
     *
     * @param another the rule that is asked for; absent: the one that the settings name
     */
    public static <R extends Rule> Configuration<R> load(
            ConfigFiles files, Period period, Optional<String> another, Optional<String> id, RuleReader<R> reader)
            throws ConfigException {
        return Folder.of(files, reader).in(period, another, id);
    }

    /**
     * The files of a configuration read once, from which that of each period comes.
     *
     * @param reader reads rules of the application's kind
     */
    public record Folder<R extends Rule>(
            Settings settings,
            LetterSettings letters,
            List<Dataset> datasets,
            List<YamlFile> beside,
            List<YamlFile> rules,
            RuleShelf<R> shelf,
            RuleReader<R> reader) {

        public Folder {
            datasets = List.copyOf(datasets);
            beside = List.copyOf(beside);
            rules = List.copyOf(rules);
        }

        /** Reads all files; what is wrong with a rule is told where it is asked for. */
        public static <R extends Rule> Folder<R> of(ConfigFiles files, RuleReader<R> reader) throws ConfigException {
            Settings settings = Settings.of(files.file(Settings.NAME)
                    .orElseThrow(() -> new ConfigException(List.of(
                            new ConfigProblem(ConfigFiles.FOLDER + Settings.NAME, 0, "", "unreadable", Map.of())))));
            List<YamlFile> ofDatasets = files.in("datasets");
            List<Dataset> datasets = DatasetLoader.load(ofDatasets);
            List<YamlFile> ofRules = files.in(RuleShelf.SCHEMES);
            Set<String> rules = ofRules.stream()
                    .map(RuleKind::of)
                    .map(RuleKind::rule)
                    .collect(Collectors.toCollection(TreeSet::new));
            LetterSettings letters = LetterSettings.of(
                    files.file("letter.yaml"), Optional.of(rules).filter(all -> files.isWhole()));
            return new Folder<>(
                    settings,
                    letters,
                    datasets,
                    Stream.concat(files.in("").stream(), ofDatasets.stream()).toList(),
                    ofRules,
                    RuleShelf.of(ofRules, datasets, reader),
                    reader);
        }

        /**
         * What a period needs of it.
         *
         * @param another the rule that is asked for; absent: the one that the settings name
         * @param id a version of the rule; absent: the one in force
         */
        public Configuration<R> in(Period period, Optional<String> another, Optional<String> id)
                throws ConfigException {
            String asked = another.orElse(settings.rule());
            R rule = id.isPresent() ? shelf.byId(id.get()) : shelf.inForce(asked, period);
            Map<String, String> texts = new TreeMap<>();
            Map<String, String> digests = new TreeMap<>();
            for (YamlFile file : beside) {
                texts.put(name(file), file.text());
                digests.put(name(file), file.digest());
            }
            rules.stream()
                    .filter(file -> name(file).equals(ruleFile(rule.id())))
                    .forEach(file -> texts.put(name(file), file.text()));
            List<String> lines = new ArrayList<>();
            digests.forEach((name, digest) -> lines.add(name + " " + digest));
            lines.add("scheme " + rule.id() + " " + rule.digest());
            String digest = Sha256.of(String.join("\n", lines));
            return new Configuration<>(
                    settings,
                    rule.rule().equals(settings.rule()) ? letters : letters.of(rule.rule()),
                    datasets,
                    reader.in(rule, period),
                    asked,
                    !shelf.takes(rule, asked, period),
                    texts,
                    digest,
                    shelf.problems());
        }
    }

    /** Whether the rule has to do with a dataset. */
    public boolean uses(Dataset dataset) {
        return uses(dataset, rule.columns());
    }

    /** Those that the rule has to do with, in their order. */
    public List<Dataset> used() {
        Set<String> columns = rule.columns();
        return datasets.stream().filter(dataset -> uses(dataset, columns)).toList();
    }

    private boolean uses(Dataset dataset, Set<String> columns) {
        return switch (dataset.rows()) {
            case PUBLISHED, REASON -> true;
            case REGISTER, PARTY -> rule.datasets().contains(dataset.id());
            case SUBJECT, MEMBER, BID, RECORD, CLAIM, OTHER ->
                rule.datasets().contains(dataset.id())
                        || dataset.columns().stream().anyMatch(column -> columns.contains(dataset.formulaId(column)));
        };
    }

    private static String name(YamlFile file) {
        return file.name().substring(ConfigFiles.FOLDER.length());
    }

    /** The same with another rule, for a simulation; its files and digest remain those of the one in use. */
    public Configuration<R> with(R other) {
        return new Configuration<>(settings, letter, datasets, other, asked, byHand, files, digest, unused);
    }

    /** Who compiles the tables (编制单位). */
    public String bureau() {
        return letter.bureau().orElse(settings.bureau());
    }

    /** Who signs (署名). */
    public String office() {
        return letter.office().orElse(settings.bureau());
    }

    /** Who issues the papers of a period, and to whom. */
    public Letterhead letterhead(Period period) {
        LetterSettings.Issue issue = letter.issue(period);
        return new Letterhead(
                office(),
                letter.addressee().orElse(settings.government()),
                issue.number(),
                issue.date(),
                letter.signatory(),
                letter.contact(),
                letter.telephone(),
                issue.reply());
    }

    /** The text of the rule in use. */
    public String ruleText() {
        return Objects.requireNonNull(files.get(ruleFile(rule.id())));
    }

    /** The name of a rule's file below the configuration folder. */
    public static String ruleFile(String id) {
        return RuleShelf.SCHEMES + "/" + id + ".yaml";
    }
}
