package bankscore.run.request;

import bankscore.exact.Period;
import bankscore.office.Caller;
import bankscore.office.Series;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What a run is about, as parameters of its job. Jurisdiction, period, rule, identity and revision tell one run from
 * another; the rest says where and for whom.
 *
 * @param series what it publishes into; its rule is left out of the parameters where it has the folders itself
 * @param asked the rule that is asked for, whichever version; absent: the one that the settings name
 * @param rule the id of the rule's version; absent: the one in force
 * @param identity digest of inputs, configuration, program version and earlier revisions; absent: whatever is there
 * @param revision the number that will be published; absent: the next one
 * @param runId the run's id in the manifest
 * @param caller for the history; his time is when the run began
 */
public record RunParameters(
        Series series,
        Period period,
        Optional<String> asked,
        Optional<String> rule,
        Optional<String> identity,
        Optional<Integer> revision,
        boolean strict,
        RunFolders folders,
        String runId,
        Caller caller) {

    private static final String JURISDICTION = "jurisdiction";
    private static final String PERIOD = "period";
    private static final String SERIES = "series";
    private static final String ASKED = "asked";
    private static final String RULE = "rule";
    private static final String IDENTITY = "identity";
    private static final String REVISION = "revision";
    private static final String STRICT = "strict";
    private static final String CONFIG = "config";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String TAKEN_FOR = "taken_for";
    private static final String RUN = "run";
    private static final String USER = "user";
    private static final String MACHINE = "machine";
    private static final String ARGUMENTS = "arguments";
    private static final String AT = "at";

    /** Spring Batch's column takes no more; what is longer is left out, and such a run cannot be started by its id. */
    private static final int LONGEST = 2500;

    /** Of a run that is asked for, which has no identity yet. */
    public static RunParameters asked(RunRequest request, Series series, String asked, String rule) {
        return new RunParameters(
                series,
                request.period(),
                Optional.of(asked),
                Optional.of(rule),
                Optional.empty(),
                Optional.empty(),
                request.strict(),
                request.folders(),
                UUID.randomUUID().toString(),
                request.caller());
    }

    /** Of a job that was started or is started again. */
    public static RunParameters of(JobParameters parameters, Installation installation) {
        String now = installation.now().toString();
        return new RunParameters(
                series(parameters),
                Period.parse(required(parameters, PERIOD))
                        .orElseThrow(() -> new IllegalArgumentException("no period: " + parameters)),
                Optional.ofNullable(parameters.getString(ASKED)),
                Optional.ofNullable(parameters.getString(RULE)),
                Optional.ofNullable(parameters.getString(IDENTITY)),
                Optional.ofNullable(parameters.getString(REVISION)).map(Integer::valueOf),
                "true".equals(parameters.getString(STRICT)),
                new RunFolders(
                        Path.of(required(parameters, CONFIG)),
                        Path.of(required(parameters, INPUT)),
                        Path.of(required(parameters, OUTPUT)),
                        Optional.ofNullable(parameters.getString(TAKEN_FOR))),
                runId(parameters).orElse(""),
                new Caller(
                        text(parameters, USER),
                        text(parameters, MACHINE),
                        text(parameters, ARGUMENTS),
                        ZonedDateTime.parse(
                                Optional.ofNullable(parameters.getString(AT)).orElse(now))));
    }

    /** The id of a run, if it was given one. */
    public static Optional<String> runId(JobParameters parameters) {
        return Optional.ofNullable(parameters.getString(RUN));
    }

    /** Whether a job with such parameters works on a period. */
    public static boolean isOf(JobParameters parameters, Series series, Period period) {
        return series.jurisdiction().equals(parameters.getString(JURISDICTION))
                && series.rule().equals(text(parameters, SERIES))
                && period.toString().equals(parameters.getString(PERIOD));
    }

    private static Series series(JobParameters parameters) {
        return new Series(required(parameters, JURISDICTION), text(parameters, SERIES));
    }

    /** The same, publishing into another series. */
    public RunParameters in(Series other) {
        return new RunParameters(other, period, asked, rule, identity, revision, strict, folders, runId, caller);
    }

    /** The same, with what is known only once the input has arrived. */
    public RunParameters settled(String version, String known, int number) {
        return new RunParameters(
                series,
                period,
                asked,
                Optional.of(version),
                Optional.of(known),
                Optional.of(revision.orElse(number)),
                strict,
                folders,
                runId,
                caller);
    }

    public String jurisdiction() {
        return series.jurisdiction();
    }

    public JobParameters asJobParameters() {
        JobParametersBuilder builder = new JobParametersBuilder();
        add(builder, JURISDICTION, jurisdiction(), true);
        if (!series.rule().isEmpty()) {
            add(builder, SERIES, series.rule(), true);
        }
        add(builder, PERIOD, period.toString(), true);
        rule.ifPresent(id -> add(builder, RULE, id, true));
        identity.ifPresent(digest -> add(builder, IDENTITY, digest, true));
        revision.ifPresent(number -> add(builder, REVISION, number.toString(), true));
        asked.ifPresent(id -> add(builder, ASKED, id, false));
        add(builder, STRICT, Boolean.toString(strict), false);
        add(builder, CONFIG, folders.config().toAbsolutePath().toString(), false);
        add(builder, INPUT, folders.input().toAbsolutePath().toString(), false);
        add(builder, OUTPUT, folders.output().toAbsolutePath().toString(), false);
        folders.jurisdiction().ifPresent(whose -> add(builder, TAKEN_FOR, whose, false));
        add(builder, RUN, runId, false);
        add(builder, USER, caller.user(), false);
        add(builder, MACHINE, caller.machine(), false);
        add(builder, ARGUMENTS, caller.arguments(), false);
        add(builder, AT, caller.at().toString(), false);
        return builder.toJobParameters();
    }

    public PeriodFolder folder() {
        return new PeriodFolder(folders.output(), period, series.rule());
    }

    /** The folder with what the offices sent for the period. */
    public Path input() {
        return folders.input().resolve(period.toString());
    }

    private static void add(JobParametersBuilder builder, String name, String value, boolean identifying) {
        if (value.length() <= LONGEST) {
            builder.addString(name, value, identifying);
        }
    }

    private static String required(JobParameters parameters, String name) {
        String value = parameters.getString(name);
        if (value == null) {
            throw new IllegalArgumentException("the job needs a parameter: " + name);
        }
        return value;
    }

    private static String text(JobParameters parameters, String name) {
        return Optional.ofNullable(parameters.getString(name)).orElse("");
    }
}
