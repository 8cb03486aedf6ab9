package bankscore.contribution;

import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.WordsLoader;
import bankscore.office.RunFacts;
import bankscore.read.InputChanged;
import bankscore.read.InputFolder;
import bankscore.run.Engine;
import bankscore.run.publish.AllFindings;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.take.Configuration;
import bankscore.run.take.Recognition;
import bankscore.run.take.RunContext;
import bankscore.store.Stores;
import bankscore.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program in a folder of its own, with a fixed clock, as the tests of this room use it. */
public final class Program implements AutoCloseable {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2023-01-12T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final Path input;
    private final Path output;
    private final Engine engine;

    public Program(Path input, Path output) throws Exception {
        this(input, output, TestDatabase.H2);
    }

    public Program(Path input, Path output, TestDatabase database) throws Exception {
        this(input, output, database.url(output), TestDatabase.credentials());
    }

    /** With a database elsewhere than in the output folder. */
    public Program(Path input, Path output, Optional<String> url, Map<String, String> environment) throws Exception {
        this.input = input;
        this.output = Files.createDirectories(output);
        this.engine = Engine.start(output, url, environment);
    }

    public Path output() {
        return output;
    }

    public Engine engine() {
        return engine;
    }

    public RunRequest request(String period) {
        return request(period, Path.of("config"), false);
    }

    public RunRequest request(String period, Path config, boolean strict) {
        return new RunRequest(
                Period.parse(period).orElseThrow(),
                Optional.empty(),
                strict,
                config,
                input,
                output,
                "run " + period,
                "test",
                "tester",
                "desk",
                WordsLoader.load(),
                CLOCK,
                Progress.SILENT);
    }

    public RunOutcome run(String period) throws Exception {
        return run(request(period));
    }

    public RunOutcome run(RunRequest request) throws Exception {
        return engine.quarterRun().run(request, configuration(request));
    }

    public RunOutcome check(String period) throws Exception {
        return check(request(period));
    }

    public RunOutcome check(RunRequest request) throws Exception {
        return engine.quarterRun().check(request, configuration(request));
    }

    public static Configuration<Scheme> configuration(RunRequest request) throws ConfigException {
        return ContributionJob.configuration(request.config(), request.period(), request.schemeId());
    }

    /** {@code result.json} of a period without publishing it: read, stage, check, score and allocate only. */
    Map<?, ?> result(String period) throws Exception {
        return parse(ResultJson.of(report(period), WordsLoader.load()));
    }

    /** What would be published of a period. */
    Report report(String period) throws Exception {
        return report(request(period));
    }

    /** What would be published by a request. */
    Report report(RunRequest request) throws Exception {
        Configuration<Scheme> configuration = configuration(request);
        Stores stores = Stores.of(engine.dataSource(), configuration.settings().jurisdiction());
        RunContext<Scheme> run = context(request, configuration);
        PlatformTransactionManager transactions = engine.transactions();
        ContributionJob job = new ContributionJob(engine.repository(), transactions, stores, run);
        JobExecution execution = engine.operator()
                .start(
                        job.checkOnly("result-" + request.period()),
                        new JobParametersBuilder().addString("run", run.runId()).toJobParameters());
        long instance = execution.getJobInstanceId();
        Judging workbench = new Judging(
                new StagedPeriod(
                        stores.staging(),
                        stores.findings(),
                        stores.revisions(),
                        configuration,
                        run.reception().received(),
                        request.period()),
                configuration);
        Report report = new Report(
                workbench.judged(instance),
                new AllFindings(stores.findings(), stores.staging(), request.words()).all(instance),
                facts(configuration));
        if (AllFindings.stops(report.findings(), false)) {
            throw new AssertionError("stopped by " + report.findings());
        }
        return report;
    }

    private RunContext<Scheme> context(RunRequest request, Configuration<Scheme> configuration) throws IOException, InputChanged {
        InputFolder.Taken taken = new InputFolder(request.inputOfPeriod())
                .take(output.resolve(".work").resolve(UUID.randomUUID().toString()));
        return new RunContext<>(
                request,
                configuration,
                taken,
                Recognition.of(taken, configuration, request.period(), request.words()),
                "identity",
                1,
                UUID.randomUUID().toString(),
                ZonedDateTime.now(CLOCK));
    }

    private static RunFacts facts(Configuration<Scheme> configuration) {
        return new RunFacts(
                configuration.settings().jurisdiction(),
                1,
                "",
                "run",
                "test",
                configuration.digest(),
                List.of(),
                "tester",
                "desk",
                ZonedDateTime.now(CLOCK));
    }

    public static JsonNode json(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    }

    public static Map<?, ?> parse(byte[] json) {
        return JsonMapper.builder().build().readValue(json, Map.class);
    }

    @Override
    public void close() {
        engine.close();
    }
}
