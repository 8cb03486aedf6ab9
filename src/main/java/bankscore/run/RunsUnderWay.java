package bankscore.run;

import bankscore.finding.ConfigException;
import bankscore.finding.InputChanged;
import bankscore.load.rule.RuleReader;
import bankscore.office.Holder;
import bankscore.rule.Rule;
import bankscore.run.publish.Slips;
import bankscore.run.request.Deletion;
import bankscore.run.request.Installation;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.Progress;
import bankscore.run.request.RunParameters;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * The runs under way in this process, by their ids. Who launches a run hands over what he has read already; a job that is
 * started by name or restarted by id opens its run itself, under the same lock, from its parameters.
 */
final class RunsUnderWay<R extends Rule> implements JobExecutionListener {

    private final Engine engine;
    private final Installation installation;
    private final RuleReader<R> rules;
    private final Map<String, RunContext<R>> runs = new ConcurrentHashMap<>();
    private final Map<Long, RunLock> locks = new ConcurrentHashMap<>();

    RunsUnderWay(Engine engine, Installation installation, RuleReader<R> rules) {
        this.engine = engine;
        this.installation = installation;
        this.rules = rules;
    }

    /** Hands a run over to the job that is launched next with its parameters. */
    void begin(RunContext<R> run) {
        runs.put(run.about().runId(), run);
    }

    void end(RunContext<R> run) {
        runs.remove(run.about().runId());
    }

    /** The run that an execution works on. */
    RunContext<R> of(JobExecution execution) {
        RunContext<R> run = runs.get(key(execution));
        if (run == null) {
            throw new IllegalStateException("the run was not opened: " + execution.getId());
        }
        return run;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        if (runs.containsKey(key(execution))) {
            return;
        }
        JobParameters parameters = execution.getJobParameters();
        try {
            open(execution, RunParameters.of(parameters, installation));
        } catch (IOException | InputChanged | ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A job goes on in the series that it began in; one that is started by name finds that of the rule it asks for. */
    private void open(JobExecution execution, RunParameters asked) throws IOException, InputChanged, ConfigException {
        Configuration<R> configuration =
                Configuration.load(asked.folders().files(), asked.period(), asked.asked(), asked.rule(), rules);
        RunParameters about = asked.series().rule().isEmpty()
                ? asked.in(RuleSeries.of(engine.dataSource(), configuration, rules.kind()))
                : asked;
        RunLock lock = RunLock.tryTake(
                        engine.dataSource(),
                        about.jurisdiction(),
                        about.series().subject(about.period()),
                        Holder.of(about.caller()))
                .orElseThrow(() -> new IllegalStateException("another run of the period holds the lock"));
        locks.put(execution.getId(), lock);
        RunContext<R> run = new RunContext<>(
                about,
                configuration,
                installation,
                Stores.of(engine.dataSource(), about.series()),
                lock,
                Progress.SILENT);
        runs.put(key(execution), run);
        new Recovery(engine, run.stores(), lock, installation.clock())
                .clear(about.folder(), about.series(), about.caller());
        run.take();
        String identity = RunIdentity.of(run);
        if (!about.identity().orElse(identity).equals(identity)) {
            throw new IllegalStateException("input, configuration or program are not what the run began with");
        }
        run.settle(RunIdentity.settled(run, identity));
    }

    @Override
    public void afterJob(JobExecution execution) {
        RunLock lock = locks.remove(execution.getId());
        if (lock == null) {
            return;
        }
        try (lock) {
            RunContext<R> run = runs.remove(key(execution));
            if (run != null) {
                PeriodFolder folder = run.about().folder();
                new Slips(run.stores(), installation.words()).complete(folder);
                Deletion.of(folder.work());
                Deletion.ifEmpty(folder.works());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(JobExecution execution) {
        return RunParameters.runId(execution.getJobParameters()).orElse("execution " + execution.getId());
    }
}
