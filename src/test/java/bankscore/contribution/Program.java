package bankscore.contribution;

import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.finding.ConfigException;
import bankscore.finding.Words;
import bankscore.load.ConfigFolder;
import bankscore.load.WordsLoader;
import bankscore.load.rule.RuleReader;
import bankscore.office.Caller;
import bankscore.office.Holder;
import bankscore.office.People;
import bankscore.office.RunFacts;
import bankscore.office.Series;
import bankscore.run.Application;
import bankscore.run.EndedRun;
import bankscore.run.Engine;
import bankscore.run.Face;
import bankscore.run.QuietCheck;
import bankscore.run.RunPeriod;
import bankscore.run.Steps;
import bankscore.run.publish.AllFindings;
import bankscore.run.questions.Questions;
import bankscore.run.questions.RuleProof;
import bankscore.run.request.Installation;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.History;
import bankscore.run.revisions.PublishedRevisions;
import bankscore.run.revisions.Recomputation;
import bankscore.run.revisions.Remembered;
import bankscore.run.take.Configuration;
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
import org.springframework.batch.core.job.Job;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program in a folder of its own, with a fixed clock, as the tests of this room use it. */
public final class Program implements AutoCloseable {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2023-01-12T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    public static final Words WORDS = WordsLoader.load();

    private static final Path DELIVERED = Path.of("config");

    private static Optional<Configuration.Folder<Scheme>> delivered = Optional.empty();

    private final Path input;
    private final Path output;
    private final Engine engine;
    private final Installation installation;
    private final RunPeriod<Scheme> periods;
    private final OnlyJudged judged = new OnlyJudged();
    private final QuietCheck<Scheme> quiet;

    public Program(Path input, Path output) throws Exception {
        this(input, output, TestDatabase.H2);
    }

    public Program(Path input, Path output, TestDatabase database) throws Exception {
        this(input, output, database.url(output), TestDatabase.credentials());
    }

    /** With a database elsewhere than in the output folder. */
    public Program(Path input, Path output, Optional<String> url, Map<String, String> environment) throws Exception {
        this(input, output, url, environment, new Installation(WORDS, CLOCK, "test"));
    }

    /** As another version, or at another time. */
    public Program(Path input, Path output, TestDatabase database, Installation installation) throws Exception {
        this(input, output, database.url(output), TestDatabase.credentials(), installation);
    }

    /** As another version, with a database elsewhere. */
    public Program(
            Path input, Path output, Optional<String> url, Map<String, String> environment, Installation installation)
            throws Exception {
        this.input = input;
        this.output = Files.createDirectories(output);
        this.engine = Engine.start(output, url, environment, Holder.of(caller("test")));
        this.installation = installation;
        this.periods = new RunPeriod<>(engine, new ContributionJob(), installation);
        this.quiet = new QuietCheck<>(engine, judged, installation);
    }

    public Path output() {
        return output;
    }

    public Engine engine() {
        return engine;
    }

    public RunPeriod<Scheme> periods() {
        return periods;
    }

    /** The rule that has the folders of the periods themselves. */
    public Face<Scheme> face(String jurisdiction) {
        return new Face<>(
                engine, installation, new ContributionJob(), Series.owner(jurisdiction), People.NONE, new Remembered());
    }

    public History history(String jurisdiction) {
        return new History(engine.dataSource(), List.of(Series.owner(jurisdiction)));
    }

    /** What is published of a jurisdiction. */
    PublishedRevisions<Scheme> revisions(String jurisdiction) {
        return new PublishedRevisions<>(
                engine.dataSource(),
                Series.owner(jurisdiction),
                installation.words(),
                SchemeLoader::load,
                new Remembered());
    }

    public static Caller caller(String arguments) {
        return new Caller("tester", "desk", arguments, ZonedDateTime.now(CLOCK));
    }

    public RunRequest request(String period) {
        return request(period, DELIVERED, false);
    }

    public RunRequest request(String period, Path config, boolean strict) {
        return new RunRequest(
                Period.parse(period).orElseThrow(),
                Optional.empty(),
                strict,
                new RunFolders(config, input, output),
                caller("run " + period),
                Progress.SILENT);
    }

    public EndedRun run(String period) throws Exception {
        return run(request(period));
    }

    public EndedRun run(RunRequest request) throws Exception {
        return new EndedRun(periods.run(request, configuration(request)));
    }

    public EndedRun check(String period) throws Exception {
        return check(request(period));
    }

    public EndedRun check(RunRequest request) throws Exception {
        return new EndedRun(periods.check(request, configuration(request)));
    }

    public static Configuration<Scheme> configuration(RunRequest request) throws ConfigException {
        Path config = request.folders().config();
        Configuration.Folder<Scheme> files = config.equals(DELIVERED) ? delivered() : read(config);
        return files.in(request.period(), Optional.empty(), request.schemeId());
    }

    /** No test changes it: it is read once. */
    private static synchronized Configuration.Folder<Scheme> delivered() throws ConfigException {
        Configuration.Folder<Scheme> files = delivered.orElse(null);
        if (files == null) {
            files = read(DELIVERED);
            delivered = Optional.of(files);
        }
        return files;
    }

    private static Configuration.Folder<Scheme> read(Path config) throws ConfigException {
        return Configuration.Folder.of(new ConfigFolder(config), SchemeLoader::load);
    }

    /** {@code result.json} of a period without publishing it: read, stage and judge only. */
    Map<?, ?> result(String period) throws Exception {
        return parse(ResultJson.of(report(period), WORDS).bytes());
    }

    /** What would be published of a period. */
    Report report(String period) throws Exception {
        return report(request(period));
    }

    /** What would be published by a request. */
    Report report(RunRequest request) throws Exception {
        Configuration<Scheme> configuration = configuration(request);
        judged.report = Optional.empty();
        QuietCheck.Ended ended = quiet.check(request, configuration);
        return judged.report
                .orElseThrow(() -> new AssertionError("stopped by " + ended.findings()))
                .with(facts(configuration));
    }

    /** How a check ended, and what it came to unless something stopped it. */
    public record Checked(QuietCheck.Ended ended, Optional<Report> report) {}

    /** A check that leaves nothing for the offices. */
    public Checked quietly(String period) throws Exception {
        RunRequest request = request(period);
        judged.report = Optional.empty();
        QuietCheck.Ended ended = quiet.check(request, configuration(request));
        return new Checked(ended, judged.report);
    }

    /** The application whose check keeps what it came to, if nothing stops it. */
    private static final class OnlyJudged implements Application<Scheme> {

        private final ContributionJob contribution = new ContributionJob();
        private Optional<Report> report = Optional.empty();

        @Override
        public String name() {
            return "judged";
        }

        @Override
        public Job job(Steps<Scheme> steps) {
            return check(steps);
        }

        @Override
        public Job check(Steps<Scheme> steps) {
            return steps.judged(name(), (run, instance) -> {
                        Steps.Done done = ContributionJob.judge(run, instance);
                        if (done.exitCode().equals(Steps.COMPLETED)) {
                            Judgement judged = Judging.of(run, instance).judged();
                            report = Optional.of(new Report(
                                    judged,
                                    AllFindings.of(run).all(instance),
                                    run.facts(),
                                    new WorkingSentence(WORDS).all(judged.assessment())));
                        }
                        return done;
                    })
                    .end()
                    .end()
                    .build();
        }

        @Override
        public RuleReader<Scheme> rules() {
            return contribution.rules();
        }

        @Override
        public Recomputation recomputation(PublishedRevisions<Scheme> revisions) {
            return contribution.recomputation(revisions);
        }

        @Override
        public List<Subject> register(byte[] result) {
            return contribution.register(result);
        }

        @Override
        public Questions questions(PublishedRevisions<Scheme> revisions) {
            return contribution.questions(revisions);
        }

        @Override
        public RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words)
                throws ConfigException {
            return contribution.prove(config, rule, id, words);
        }
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
