package bankscore.run;

import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.InputChanged;
import bankscore.intake.Dataset;
import bankscore.rule.Rule;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.take.Configuration;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A period with all that is needed of the configuration, read and not refused; the database is not open yet. */
public final class Prepared<R extends Rule> {

    private final Application<R> application;
    private final Period period;
    private final Configuration<R> configuration;

    private Prepared(Application<R> application, Period period, Configuration<R> configuration) {
        this.application = application;
        this.period = period;
        this.configuration = configuration;
    }

    /**
     * Reads the configuration.
     *
     * @param rule absent: the one that the settings name
     * @param version of the rule; absent: the one in force
     * @throws ConfigException if a file is refused or no rule is in force
     */
    public static <R extends Rule> Prepared<R> of(
            Application<R> application, Office office, Period period, Optional<String> rule, Optional<String> version)
            throws ConfigException {
        return Folder.of(application, office).in(period, rule, version);
    }

    /** The configuration read once for all periods of an application. */
    public record Folder<R extends Rule>(Application<R> application, Configuration.Folder<R> files) {

        /**
         * Reads it.
         *
         * @throws ConfigException if a file that every rule uses is refused
         */
        public static <R extends Rule> Folder<R> of(Application<R> application, Office office) throws ConfigException {
            return new Folder<>(application, office.configuration(application.rules()));
        }

        /** What a period needs of it; the arguments and errors are those of {@link Prepared#of}. */
        public Prepared<R> in(Period period, Optional<String> rule, Optional<String> version) throws ConfigException {
            return new Prepared<>(application, period, files.in(period, rule, version));
        }
    }

    /** What is wrong with rule files that the period does not use. */
    public List<ConfigProblem> unused() {
        return configuration.unused();
    }

    /** The rule's version, as its file names it. */
    public String title() {
        return configuration.rule().title();
    }

    /** What names that version. */
    public String id() {
        return configuration.rule().id();
    }

    /** The digest of the configuration in use. */
    public String digest() {
        return configuration.digest();
    }

    /** What the offices send for it. */
    public List<Expected> expected() {
        R rule = configuration.rule();
        boolean plan = rule.isBinding(period);
        Set<String> columns = rule.columns();
        return configuration.used().stream()
                .filter(dataset -> dataset.rows() != Dataset.Rows.REASON)
                .map(dataset -> new Expected(
                        dataset.id(), dataset.name(), dataset.sender(), dataset.isDue(columns, rule.required(), plan)))
                .toList();
    }

    /**
     * A table that offices send.
     *
     * @param dataset the id of its dataset
     * @param needed whether the rule can do nothing without it
     */
    public record Expected(String dataset, String name, String sender, boolean needed) {}

    /** Begins to load what writes the papers; closing waits for it. */
    public Closeable preload() {
        return application.preload();
    }

    /** The whole job of the period. */
    public RunOutcome.Told run(RunRequest request, Engine engine, Installation installation)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        return new RunPeriod<>(engine, application, installation).run(request, configuration);
    }

    /** Read and check only; nothing is published. */
    public RunOutcome.Told check(RunRequest request, Engine engine, Installation installation)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        return new RunPeriod<>(engine, application, installation).check(request, configuration);
    }

    /** Writes the blank workbooks of the period and gives their folder. */
    public Path templates(RunRequest request, Engine engine, Installation installation)
            throws IOException, InputChanged {
        return new Templates(engine.dataSource(), application, installation.words()).write(request, configuration);
    }
}
