package bankscore.run;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.InputChanged;
import bankscore.load.SignersFile;
import bankscore.office.Approval;
import bankscore.office.Holder;
import bankscore.office.People;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.paper.returns.CheckSummary;
import bankscore.rule.Rule;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.publish.PublishedFiles;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.publish.Slips;
import bankscore.run.request.Deletion;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunParameters;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.HistoryNote;
import bankscore.run.revisions.NotAsPublished;
import bankscore.run.revisions.SignedPages;
import bankscore.run.stage.ReadBack;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.dao.DataAccessException;

/**
 * What happens around the job: the lock first, then recovery, the question whether anything is new, the launch, and what is
 * told of its end.
 *
 * <p>The job is one for all periods and jurisdictions. It is found by the application's name, so that it is also started by
 * name and restarted by the id of an execution.
 */
public final class RunPeriod<R extends Rule> {

    private static final Logger LOG = LoggerFactory.getLogger(RunPeriod.class);

    private final Engine engine;
    private final Application<R> application;
    private final Installation installation;
    private final RunsUnderWay<R> runs;
    private final Job job;

    public RunPeriod(Engine engine, Application<R> application, Installation installation) {
        this.engine = engine;
        this.application = application;
        this.installation = installation;
        this.runs = new RunsUnderWay<>(engine, installation, application.rules());
        this.job = application.job(new Steps<>(engine.repository(), engine.transactions(), runs));
        engine.register(job);
    }

    /** The whole job of a period. */
    public RunOutcome.Told run(RunRequest request, Configuration<R> configuration)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        return locked(request, configuration, true);
    }

    /** Read and check only; nothing is published. */
    public RunOutcome.Told check(RunRequest request, Configuration<R> configuration)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        return locked(request, configuration, false);
    }

    private RunOutcome.Told locked(RunRequest request, Configuration<R> configuration, boolean publish)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        Series series = RuleSeries.of(
                engine.dataSource(), configuration, application.rules().kind());
        String jurisdiction = series.jurisdiction();
        String subject = series.subject(request.period());
        RunLock lock = RunLock.tryTake(engine.dataSource(), jurisdiction, subject, Holder.of(request.caller()))
                .orElse(null);
        Stores stores = Stores.of(engine.dataSource(), series);
        HistoryNote note = new HistoryNote(
                stores, installation, request.caller(), request.period(), series, publish ? "run" : "check");
        if (lock == null) {
            note.refused("locked");
            return new RunOutcome.Told(
                    new RunOutcome.Locked(RunLock.holder(engine.dataSource(), jurisdiction, subject)),
                    false,
                    Optional.empty(),
                    FiledSlips.NONE);
        }
        try (lock) {
            return underLock(request, configuration, publish, new Held(stores, lock, note));
        } catch (InputChanged e) {
            note.refused("input_changed");
            throw e;
        } catch (IOException | JobFailure | NotAsPublished | RuntimeException e) {
            note.refused("failed");
            throw e;
        }
    }

    /** What a run has while it holds its lock. */
    private record Held(Stores stores, RunLock lock, HistoryNote note) {}

    /** The work itself; its copies are gone before the lock is, or they would be taken for those of the next run. */
    private RunOutcome.Told underLock(RunRequest request, Configuration<R> configuration, boolean publish, Held held)
            throws IOException, InputChanged, JobFailure, NotAsPublished {
        Stores stores = held.stores();
        HistoryNote note = held.note();
        Recovery recovery = new Recovery(engine, stores, held.lock(), installation.clock());
        Series series = note.series();
        RunContext<R> run = new RunContext<>(
                RunParameters.asked(
                        request,
                        series,
                        configuration.asked(),
                        configuration.rule().id()),
                configuration,
                installation,
                stores,
                held.lock(),
                request.progress());
        PeriodFolder folder = run.about().folder();
        try {
            boolean recovered = recovery.recover(folder, series, request.caller(), application.name());
            if (recovered) {
                note.of("recovered", 0, "");
            }
            // Asked first: a row that is not ours must not be met when the revision is published already.
            Optional<Approval> approval = stores.approvals().current(request.period());
            run.take();
            RunOutcome outcome = publish ? run(run, recovery, note) : check(run, recovery);
            return new RunOutcome.Told(
                    outcome,
                    recovered,
                    approval,
                    new SignedPages(stores, installation.words(), () -> people(request))
                            .complete(folder, new Slips(stores, installation.words()).complete(folder)));
        } catch (IOException | JobFailure | RuntimeException e) {
            Optional<RunOutcome> lost = lost(run, held, e);
            if (lost.isEmpty()) {
                throw e;
            }
            note.refused("lost");
            return new RunOutcome.Told(lost.get(), false, Optional.empty(), FiledSlips.NONE);
        } finally {
            if (!held.lock().isTakenByAnother()) {
                Deletion.of(folder.work());
                Deletion.ifEmpty(folder.works());
            }
        }
    }

    /** Whose signatures count; what the office demands when something is decided is not asked here. */
    private static People people(RunRequest request) throws ConfigException {
        return new People(SignersFile.load(request.folders().config()), false, false);
    }

    /**
     * What a failure means if the lock is lost: whatever it was, it came of that, or it no longer matters.
     *
     * @return empty if the lock is held, or the database no longer answers: then the failure is what it is
     */
    private Optional<RunOutcome> lost(RunContext<R> run, Held held, Exception failure) {
        if (held.lock().isHeld()) {
            return Optional.empty();
        }
        Period period = run.about().period();
        try {
            int same = held.stores().revisions().all().stream()
                    .filter(each -> each.published()
                            && each.period().equals(period)
                            && run.about().identity().equals(Optional.of(each.identity())))
                    .mapToInt(Revision::number)
                    .max()
                    .orElse(0);
            Optional<Holder> since = held.lock().isTakenByAnother()
                    ? RunLock.holder(
                            engine.dataSource(),
                            run.about().jurisdiction(),
                            run.about().series().subject(period))
                    : Optional.empty();
            LOG.warn("run: the lock is lost, {}", failure.getMessage());
            return Optional.of(new RunOutcome.Lost(same, since));
        } catch (DataAccessException e) {
            failure.addSuppressed(e);
            return Optional.empty();
        }
    }

    private RunOutcome run(RunContext<R> run, Recovery recovery, HistoryNote note)
            throws IOException, JobFailure, NotAsPublished {
        String identity = RunIdentity.of(run);
        Optional<Revision> latest = run.stores().revisions().latest(run.about().period());
        if (latest.isPresent() && latest.get().identity().equals(identity)) {
            return nothingNew(run, latest.get(), note);
        }
        run.settle(RunIdentity.settled(run, identity));
        recovery.removeUnstarted(application.name(), run.about().asJobParameters());
        JobExecution execution = launch(run, engine.operator(), job);
        long instance = execution.getJobInstanceId();
        RunOutcome.Looked looked = looked(run, instance);
        FindingsFolder folder = new FindingsFolder(run.about().folder());
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            folder.remove();
            recovery.forgetOthers(run.about().period(), run.about().series(), instance);
            int number = run.about().revision().orElseThrow();
            return new RunOutcome.Published(
                    looked, number, new RevisionFolder(run.about().folder(), number).place());
        }
        Path written = give(run, folder, looked);
        note.of("findings", 0, identity);
        recovery.forgetOthers(run.about().period(), run.about().series(), instance);
        return new RunOutcome.Stopped(looked, latest.map(Revision::number).orElse(0), written);
    }

    /** A check leaves nothing: no execution is noted, and what is staged stands under a number that no instance has. */
    private RunOutcome check(RunContext<R> run, Recovery recovery) throws IOException, JobFailure {
        CheckRepository nowhere = new CheckRepository();
        long rows = nowhere.number();
        try {
            JobExecution execution = launch(
                    run,
                    Engine.operator(nowhere, engine.jobs(), engine.transactions()),
                    application.check(new Steps<>(nowhere, engine.transactions(), runs)));
            RunOutcome.Looked looked = looked(run, rows);
            FindingsFolder folder = new FindingsFolder(run.about().folder());
            Optional<Path> written = Optional.empty();
            if (looked.findings().isEmpty()) {
                folder.remove();
            } else {
                written = Optional.of(give(run, folder, looked));
            }
            return execution.getStatus() == BatchStatus.COMPLETED
                    ? new RunOutcome.Clean(
                            looked,
                            written,
                            run.stores()
                                    .revisions()
                                    .latestBefore(run.about().period())
                                    .isEmpty())
                    : new RunOutcome.Stopped(looked, 0, written.orElseThrow());
        } finally {
            recovery.forget(rows);
        }
    }

    private RunOutcome nothingNew(RunContext<?> run, Revision latest, HistoryNote note)
            throws IOException, NotAsPublished {
        FindingsFolder findingsFolder = new FindingsFolder(run.about().folder());
        RunOutcome.Looked looked = looked(run, latest.instance());
        if (AllFindings.stops(looked.findings(), run.about().strict())) {
            run.recognise();
            Path written = give(run, findingsFolder, looked);
            note.of("findings", 0, latest.identity());
            return new RunOutcome.Stopped(looked, latest.number(), written);
        }
        findingsFolder.remove();
        RevisionFolder folder = new RevisionFolder(run.about().folder(), latest.number());
        PublishedFiles files = PublishedFiles.of(latest, run.stores().archive())
                .orElseThrow(() ->
                        new NotAsPublished(NotAsPublished.Reason.ARCHIVE, latest.period() + " r" + latest.number()));
        boolean damaged = !folder.holds(files);
        if (damaged) {
            folder.restore(files);
        }
        note.of(damaged ? "restored" : "nothing_new", latest.number(), latest.manifest());
        return damaged
                ? new RunOutcome.Restored(looked, latest.number(), folder.place())
                : new RunOutcome.NothingNew(looked, latest.number(), folder.place());
    }

    private JobExecution launch(RunContext<R> run, JobOperator operator, Job what) throws JobFailure {
        JobParameters parameters = run.about().asJobParameters();
        JobExecution execution;
        runs.begin(run);
        try {
            execution = operator.start(what, parameters);
        } catch (JobInstanceAlreadyCompleteException
                | JobExecutionAlreadyRunningException
                | InvalidJobParametersException
                | JobRestartException e) {
            throw new JobFailure("the job cannot be started", e);
        } finally {
            runs.end(run);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED && !stoppedByFindings(execution)) {
            Throwable cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() ->
                            new IllegalStateException(execution.getExitStatus().getExitDescription()));
            throw new JobFailure("the job failed", cause);
        }
        return execution;
    }

    private static boolean stoppedByFindings(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .anyMatch(step -> step.getExitStatus().getExitCode().equals(Steps.FINDINGS));
    }

    private static RunOutcome.Looked looked(RunContext<?> run, long instance) {
        return new RunOutcome.Looked(
                AllFindings.of(run).all(instance),
                run.taken().files().size(),
                run.stores().staging().facts().count(instance),
                run.stores().staging().claims().count(instance),
                run.stores().staging().sheets().cells(instance),
                ReadBack.of(
                        run.stores().staging(), instance, run.configuration().datasets()));
    }

    /** Writes what goes back to the offices. */
    private static Path give(RunContext<?> run, FindingsFolder folder, RunOutcome.Looked looked) throws IOException {
        return folder.replace(
                looked.findings(),
                new CheckSummary(
                        run.about().jurisdiction(),
                        run.about().period(),
                        looked.files(),
                        looked.cells(),
                        Code.rules(),
                        run.about().caller().at(),
                        run.recognition().offices(),
                        looked.received()),
                run.taken().files(),
                run.installation().words());
    }
}
