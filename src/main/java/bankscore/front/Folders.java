package bankscore.front;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.office.Holder;
import bankscore.run.Engine;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.Office;
import bankscore.run.request.FileNames;
import bankscore.run.request.RunFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where things are, and how much is said; the same for every command. */
public final class Folders {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--rule", paramLabel = "RULE", descriptionKey = "rule")
    private @Nullable String rule;

    @Option(names = "--config", paramLabel = "DIR", descriptionKey = "config")
    private @Nullable Path config;

    @Option(names = "--input", paramLabel = "DIR", descriptionKey = "input")
    private @Nullable Path input;

    @Option(names = "--output", paramLabel = "DIR", descriptionKey = "output")
    private @Nullable Path output;

    @Option(names = "--counties", paramLabel = "DIR", descriptionKey = "counties")
    private @Nullable Path counties;

    @Option(names = "--county", paramLabel = "NAME", descriptionKey = "county")
    private @Nullable String county;

    @Option(names = "--db", paramLabel = "URL", converter = DatabaseConverter.class, descriptionKey = "db")
    private @Nullable String database;

    @Option(names = "--sample", descriptionKey = "sample")
    private boolean sample;

    @Option(names = "--quiet", descriptionKey = "quiet")
    private boolean quiet;

    /** The rule that is asked for; absent: the one that the settings name. */
    public Optional<String> rule() {
        return Optional.ofNullable(rule);
    }

    /** The rule as it was typed, after a blank; empty if none was. */
    public String ruleTyped() {
        return rule == null ? "" : " --rule " + rule;
    }

    public Path config() {
        return config != null ? config : atHome("config");
    }

    public Path input() {
        return input != null ? input : sample ? ofSample("input") : atHome("input");
    }

    public Path output() {
        return output != null ? output : sample ? ofSample("output") : atHome("output");
    }

    /** The folder with a folder for each county of a province. */
    public Path counties() {
        return counties != null ? counties : atHome("counties");
    }

    /** The county of the province that is spoken of; absent: the office itself. */
    public Optional<String> county() {
        return Optional.ofNullable(county);
    }

    /**
     * Whose places these are. A database elsewhere is shared with others; a county of a province has that of the province,
     * and a folder of its own in its output.
     *
     * @throws ConfigException if the settings are refused, or there is no such county
     */
    public Office office() throws ConfigException {
        RunFolders own = new RunFolders(config(), input(), output());
        if (county == null) {
            return Office.of(own, database != null);
        }
        if (!FileNames.isOfOneFolder(county) || !Files.isDirectory(counties().resolve(county))) {
            throw new ConfigException(
                    List.of(new ConfigProblem(counties().toString(), 0, county, "no_county", Map.of())));
        }
        return Office.of(own.ofCounty(counties(), county), false);
    }

    /** Whether there is a database already; one elsewhere is taken to be. */
    public boolean hasDatabase() {
        return database != null || Engine.isThere(output());
    }

    /** Opens the database of these places: as a county's role, where the counties of a server have some. */
    public Engine open(Seat seat) throws DatabaseUnavailable, ConfigException {
        return open(seat, typed());
    }

    /**
     * Opens the database of these places.
     *
     * @param doing what for, as whoever waits for it is told
     * @throws ConfigException if it is not said as which role a county works
     */
    public Engine open(Seat seat, String doing) throws DatabaseUnavailable, ConfigException {
        Optional<String> role = county == null || server().isEmpty()
                ? Optional.empty()
                : Office.of(new RunFolders(config(), input(), output()), true).roleOf(county);
        return Engine.start(
                output(), Optional.ofNullable(database), seat.environment(), Holder.of(seat.caller(doing)), role);
    }

    /** The address of a database server; absent: the database is a file. */
    public Optional<String> server() {
        return Optional.ofNullable(database).filter(url -> !url.startsWith("jdbc:h2:"));
    }

    /** What was typed, without what an address may say of user and password; empty if nothing was. */
    private String typed() {
        return String.join(" ", words()).replaceAll("[?;]\\S*|//[^/\\s]*@", "");
    }

    /** All words of the command, as they were typed. */
    public List<String> words() {
        return command == null
                ? List.of()
                : command.commandLine().getParseResult().originalArgs();
    }

    /** The places that were typed, for the history; never what an address may say of user and password. */
    public List<String> arguments() {
        List<String> typed = new ArrayList<>();
        add(typed, "--config", config);
        add(typed, "--input", input);
        add(typed, "--output", output);
        add(typed, "--counties", counties);
        add(typed, "--county", county);
        add(typed, "--db", database == null ? null : database.replaceAll("[?;].*|//[^/]*@", ""));
        return List.copyOf(typed);
    }

    private static void add(List<String> typed, String option, @Nullable Object value) {
        if (value != null) {
            typed.add(option + " " + value);
        }
    }

    /** Whether the sample that comes with the program is meant. */
    public boolean isSample() {
        return sample;
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** A folder of the sample that comes with the program, apart from everything real. */
    public static Path ofSample(String folder) {
        return atHome("sample").resolve(folder);
    }

    /** A folder of the installation, wherever the command is typed; shown short where it is typed at home. */
    private static Path atHome(String folder) {
        String home = System.getenv("BANKSCORE_HOME");
        boolean here = home == null
                || Path.of(home)
                        .toAbsolutePath()
                        .normalize()
                        .equals(Path.of("").toAbsolutePath().normalize());
        return here ? Path.of(folder) : Path.of(home).resolve(folder);
    }
}
