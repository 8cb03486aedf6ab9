package bankscore.run;

import bankscore.finding.PrintedFinding;
import bankscore.office.Holder;
import bankscore.office.Series;
import bankscore.rule.Rule;
import bankscore.run.publish.AllFindings;
import bankscore.run.request.Deletion;
import bankscore.run.request.Installation;
import bankscore.run.request.RunParameters;
import bankscore.run.request.RunRequest;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/**
 * A check that writes nothing for the offices: the list of findings and the marked copies of their files take half of the
 * time of a check. For tests that make hundreds, one after the other, with a database of their own.
 */
public final class QuietCheck<R extends Rule> {

    private final Engine engine;
    private final Application<R> application;
    private final Installation installation;
    private final RunsUnderWay<R> runs;

    public QuietCheck(Engine engine, Application<R> application, Installation installation) {
        this.engine = engine;
        this.application = application;
        this.installation = installation;
        this.runs = new RunsUnderWay<>(engine, installation, application.rules());
    }

    /** How a check ended. */
    public record Ended(boolean stopped, List<PrintedFinding> findings) {}

    public Ended check(RunRequest request, Configuration<R> configuration) throws Exception {
        Series series = RuleSeries.of(
                engine.dataSource(), configuration, application.rules().kind());
        Stores stores = Stores.of(engine.dataSource(), series);
        RunLock lock = RunLock.tryTake(
                        engine.dataSource(),
                        configuration.settings().jurisdiction(),
                        request.period().toString(),
                        Holder.of(request.caller()))
                .orElseThrow();
        RunContext<R> run = new RunContext<>(
                RunParameters.asked(
                        request,
                        series,
                        configuration.asked(),
                        configuration.rule().id()),
                configuration,
                installation,
                stores,
                lock,
                request.progress());
        CheckRepository nowhere = new CheckRepository();
        long rows = nowhere.number();
        try (lock) {
            run.take();
            runs.begin(run);
            JobExecution execution = Engine.operator(nowhere, engine.jobs(), engine.transactions())
                    .start(
                            application.check(new Steps<>(nowhere, engine.transactions(), runs)),
                            run.about().asJobParameters());
            if (!execution.getAllFailureExceptions().isEmpty()) {
                throw new IllegalStateException(
                        execution.getAllFailureExceptions().get(0));
            }
            return new Ended(
                    execution.getStatus() != BatchStatus.COMPLETED,
                    AllFindings.of(run).all(rows));
        } finally {
            runs.end(run);
            new Recovery(engine, stores, lock, installation.clock()).forget(rows);
            Deletion.of(run.about().folder().work());
            Deletion.ifEmpty(run.about().folder().works());
        }
    }
}
