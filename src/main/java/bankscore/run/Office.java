package bankscore.run;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.CountyRoles;
import bankscore.load.Settings;
import bankscore.load.SignersFile;
import bankscore.load.rule.RuleKind;
import bankscore.load.rule.RuleReader;
import bankscore.office.People;
import bankscore.office.Signer;
import bankscore.rule.Rule;
import bankscore.run.request.JurisdictionFolder;
import bankscore.run.request.Privacy;
import bankscore.run.request.RunFolders;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who uses the program: an office, as its settings tell of it, and its folders. */
public final class Office {

    private final RunFolders folders;
    private final boolean shared;
    private final Settings settings;
    private final boolean reviewed;

    private Office(RunFolders folders, boolean shared, Settings settings, boolean reviewed) {
        this.folders = folders;
        this.shared = shared;
        this.settings = settings;
        this.reviewed = reviewed;
    }

    /**
     * The office of a folder of configuration.
     *
     * @param shared whether other jurisdictions may use the same database and output
     * @throws ConfigException if its settings are refused
     */
    public static Office of(RunFolders folders, boolean shared) throws ConfigException {
        return new Office(folders, shared, Settings.of(folders.config(), folders.jurisdiction()), false);
    }

    /** The same where several work: nothing is approved there that nobody reviewed, unless the settings say otherwise. */
    public Office reviewing() {
        return new Office(folders, shared, settings, true);
    }

    /** Part of every key in the database. */
    public String jurisdiction() {
        return settings.jurisdiction();
    }

    /** The rule that its settings name. */
    public String rule() {
        return settings.rule();
    }

    /** All rules that there are files of. */
    public Set<String> rules() throws ConfigException {
        return RuleKind.in(folders.files()).stream()
                .map(RuleKind::rule)
                .filter(rule -> !rule.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A version of a rule, as its file says.
     *
     * @param kind empty if it says none
     * @param scheme its id, which names the file
     */
    public record Version(String kind, String rule, String scheme, String title) {}

    /** All versions that there are files of, by the names of the files. */
    public List<Version> versions() throws ConfigException {
        return RuleKind.in(folders.files()).stream()
                .map(kind -> new Version(kind.kind(), kind.rule(), kind.scheme(), kind.title()))
                .toList();
    }

    /** Where it reads and writes, as it was asked for. */
    public RunFolders folders() {
        return folders;
    }

    /** Who compiles its tables. */
    public String bureau() {
        return settings.bureau();
    }

    /** The profile of the fonts of its workbooks. */
    public String fonts() {
        return settings.fonts();
    }

    /**
     * Who decides, as it is said today.
     *
     * @throws ConfigException if the signers' file is refused
     */
    public People people() throws ConfigException {
        return new People(
                SignersFile.load(folders.config()), settings.review().orElse(reviewed), settings.sameApproves());
    }

    /**
     * The role of a database server as which a county of this province works; absent: as the province does.
     *
     * @param county the name of its folder
     * @throws ConfigException if the file of the roles is refused, or tells of others and not of this county
     */
    public Optional<String> roleOf(String county) throws ConfigException {
        return CountyRoles.load(folders.config()).of(county);
    }

    /** Says anew who signs; a line is never left out. */
    public void sign(List<Signer> signers) throws IOException {
        SignersFile.write(folders.config(), signers);
    }

    /** The line of a key in the signers' file. */
    public static String line(Signer signer) {
        return SignersFile.line(signer);
    }

    /** Settles who may read what was written. */
    public void settle() throws IOException {
        Privacy.settle(folders.output(), settings.shared());
        Path own = JurisdictionFolder.within(folders.output(), settings.jurisdiction());
        if (shared && Files.isDirectory(own)) {
            Privacy.tree(own, settings.shared());
        }
    }

    /** The rules and dataset files of today. */
    public Path config() {
        return folders.config();
    }

    /**
     * What a period needs of the configuration.
     *
     * @param rule absent: the one that the settings name
     * @param id a version of the rule; absent: the one in force
     * @param reader reads rules of the application's kind
     * @throws ConfigException if a file is refused or no rule is in force
     */
    public <R extends Rule> Configuration<R> configuration(
            Period period, Optional<String> rule, Optional<String> id, RuleReader<R> reader) throws ConfigException {
        return configuration(reader).in(period, rule, id);
    }

    /** The files of the configuration, read for all periods. */
    public <R extends Rule> Configuration.Folder<R> configuration(RuleReader<R> reader) throws ConfigException {
        return Configuration.Folder.of(folders.files(), reader);
    }

    /** The folders with that for output which it publishes into: the one that is there, or its own within a shared one. */
    public RunFolders publishing() throws IOException {
        return shared
                ? new RunFolders(
                        folders.config(),
                        folders.input(),
                        JurisdictionFolder.take(folders.output(), settings.jurisdiction()),
                        folders.jurisdiction())
                : folders;
    }
}
