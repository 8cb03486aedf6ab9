package bankscore.run;

import bankscore.contribution.ContributionJob;
import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.load.ConfigFolder;
import bankscore.office.Series;
import bankscore.rule.Rule;
import bankscore.run.request.Installation;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.Verification;
import bankscore.run.take.Configuration;
import bankscore.store.Stores;
import bankscore.subsidy.SubsidyJob;
import bankscore.subsidy.scheme.SubsidyScheme;
import bankscore.watch.WatchJob;
import bankscore.watch.scheme.WatchScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An office that scores banks, pays subsidies and watches: one folder of input, one database, the delivered rules, a fixed clock. */
public final class Desk implements AutoCloseable {

    public static final String SCORES = "shangrao";

    private static final Installation INSTALLATION = new Installation(Program.WORDS, Program.CLOCK, "test");

    private final Path input;
    private final Path output;
    private final Program program;
    private final RunPeriod<SubsidyScheme> subsidies;
    private final RunPeriod<WatchScheme> watching;

    public Desk(Path input, Path output) throws Exception {
        this(input, output, Optional.empty());
    }

    /** With a database elsewhere than in the output folder. */
    public Desk(Path input, Path output, Optional<String> url) throws Exception {
        this.input = input;
        this.output = output;
        this.program = new Program(input, output, url, Map.of());
        this.subsidies = new RunPeriod<>(program.engine(), new SubsidyJob(), INSTALLATION);
        this.watching = new RunPeriod<>(program.engine(), new WatchJob(), INSTALLATION);
    }

    public EndedRun run(String period, String rule) throws Exception {
        return run(period, rule, Progress.SILENT);
    }

    public EndedRun run(String period, String rule, Progress progress) throws Exception {
        Period of = Period.parse(period).orElseThrow();
        RunRequest request =
                new RunRequest(of, Optional.empty(), false, folders(), Program.caller("run " + period), progress);
        return new EndedRun(
                switch (faces().applications().of(faces().office(), Optional.of(rule)).name()) {
                    case "subsidy" -> subsidies.run(request, configuration(of, rule, new SubsidyJob()));
                    case "watch" -> watching.run(request, configuration(of, rule, new WatchJob()));
                    default -> program.periods().run(request, configuration(of, rule, new ContributionJob()));
                });
    }

    private static <R extends Rule> Configuration<R> configuration(Period of, String rule, Application<R> application)
            throws Exception {
        return Configuration.load(
                new ConfigFolder(Path.of("config")), of, Optional.of(rule), Optional.empty(), application.rules());
    }

    public Faces faces() throws Exception {
        return new Faces(
                new Applications(List.of(new ContributionJob(), new SubsidyJob(), new WatchJob())),
                Office.of(folders(), false),
                program.engine(),
                INSTALLATION);
    }

    public Face<?> face(String rule) throws Exception {
        return faces().of(Optional.of(rule));
    }

    /** Verifies the latest revision of a period. */
    public Verification.Verified verify(String period, String rule) throws Exception {
        Verification verification = face(rule).verification(output);
        return verification
                .verify(
                        verification
                                .byPeriod(Period.parse(period).orElseThrow(), Optional.empty())
                                .orElseThrow(),
                        Program.caller("verify " + period))
                .orElseThrow();
    }

    /** What the database holds of a rule. */
    public Stores stores(String rule) {
        return Stores.of(program.engine().dataSource(), new Series("上饶市", rule));
    }

    public void sql(String statement) {
        JdbcClient.create(program.engine().dataSource()).sql(statement).update();
    }

    public Path revision(String period, String rule) {
        Path folder = output.resolve(period);
        return (rule.equals(SCORES) ? folder : folder.resolve(rule)).resolve("r1");
    }

    public JsonNode result(String period, String rule) throws Exception {
        return Program.json(revision(period, rule).resolve("result.json"));
    }

    private RunFolders folders() {
        return new RunFolders(Path.of("config"), input, output);
    }

    @Override
    public void close() {
        program.close();
    }
}
