package bankscore.run;

import bankscore.contribution.ContributionJob;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Sha256;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.office.Revision;
import bankscore.paper.returns.CheckSummary;
import bankscore.read.InputChanged;
import bankscore.read.InputFolder;
import bankscore.read.InputFolder.Taken;
import bankscore.read.file.InputFile;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.FindingsFolder;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.Deletion;
import bankscore.run.request.JobFailure;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunOutcome.End;
import bankscore.run.request.RunRequest;
import bankscore.run.request.StepLog;
import bankscore.run.revisions.HistoryNote;
import bankscore.run.take.Configuration;
import bankscore.run.take.Recognition;
import bankscore.run.take.RunContext;
import bankscore.store.RunLock;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens around the job: the lock first, then recovery, the copies of the input, the question whether anything is
 * new, and the launch.
 */
public final class RunPeriod {

    private static final Logger LOG = LoggerFactory.getLogger(RunPeriod.class);
    private static final String WORK = ".work";

    private final DataSource dataSource;
    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;

    public RunPeriod(
            DataSource dataSource,
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.repository = repository;
        this.operator = operator;
        this.transactions = transactions;
    }

    /** Notes a run whose configuration was refused; nothing else is done. */
    public void refused(RunRequest request, String jurisdiction) {
        new HistoryNote(Stores.of(dataSource, jurisdiction), request, jurisdiction, "run").of("configuration", 0, "");
    }

    /** The whole job of a period. */
    public RunOutcome run(RunRequest request, Configuration<Scheme> configuration)
            throws IOException, InputChanged, JobFailure {
        return locked(request, configuration, true);
    }

    /** Read and check only; nothing is published. */
    public RunOutcome check(RunRequest request, Configuration<Scheme> configuration)
            throws IOException, InputChanged, JobFailure {
        return locked(request, configuration, false);
    }

    private RunOutcome locked(RunRequest request, Configuration<Scheme> configuration, boolean publish)
            throws IOException, InputChanged, JobFailure {
        String jurisdiction = configuration.settings().jurisdiction();
        RunLock lock = RunLock.tryTake(
                        dataSource, jurisdiction, request.period().toString())
                .orElse(null);
        Stores stores = Stores.of(dataSource, jurisdiction);
        HistoryNote note = new HistoryNote(stores, request, jurisdiction, publish ? "run" : "check");
        if (lock == null) {
            note.refused("locked");
            return new RunOutcome(End.LOCKED, List.of(), 0, 0, 0, Optional.empty(), 0, false);
        }
        try (lock) {
            return underLock(request, configuration, publish, stores, note);
        } catch (InputChanged e) {
            note.refused("input_changed");
            throw e;
        } catch (IOException | JobFailure | RuntimeException e) {
            note.refused("failed");
            throw e;
        }
    }

    /** The work itself; its copies are gone before the lock is, or they would be taken for those of the next run. */
    private RunOutcome underLock(
            RunRequest request, Configuration<Scheme> configuration, boolean publish, Stores stores, HistoryNote note)
            throws IOException, InputChanged, JobFailure {
        Path work = request.output().resolve(WORK).resolve(request.period().toString());
        try {
            boolean recovered = Files.exists(work);
            Deletion.of(work);
            recovered |= new Recovery(repository, operator, transactions, stores)
                    .recover(request, configuration, jobName(request, configuration, true));
            if (recovered) {
                note.of("recovered", 0, "");
            }
            long began = System.nanoTime();
            request.progress().begins(Progress.Stage.TAKE);
            Taken taken = new InputFolder(request.inputOfPeriod()).take(work);
            LOG.info(
                    "take: {} files of {} bytes, {} findings, {}",
                    taken.files().size(),
                    taken.files().stream().mapToLong(InputFile::size).sum(),
                    taken.findings().size(),
                    StepLog.since(began));
            RunOutcome outcome = publish
                    ? run(request, configuration, stores, taken, note)
                    : check(request, configuration, stores, taken);
            RunOutcome told = outcome.with(stores.approvals().current(request.period()));
            return recovered ? told.afterRecovery() : told;
        } finally {
            Deletion.of(work);
            Deletion.ifEmpty(request.output().resolve(WORK));
        }
    }

    private RunOutcome run(
            RunRequest request, Configuration<Scheme> configuration, Stores stores, Taken taken, HistoryNote note)
            throws IOException, JobFailure {
        String identity = identity(request, configuration, stores, taken);
        Optional<Revision> latest = stores.revisions().latest(request.period());
        if (latest.isPresent() && latest.get().identity().equals(identity)) {
            return nothingNew(request, configuration, stores, taken, latest.get(), note);
        }
        RunContext<Scheme> run = context(
                request,
                configuration,
                taken,
                identity,
                Math.max(latest.map(Revision::number).orElse(0), RevisionFolder.highest(request.outputOfPeriod())) + 1);
        Job job =
                new ContributionJob(repository, transactions, stores, run).whole(jobName(request, configuration, true));
        JobParameters parameters = new JobParametersBuilder()
                .addString("jurisdiction", configuration.settings().jurisdiction())
                .addString("period", request.period().toString())
                .addString("identity", identity)
                .addLong("revision", (long) run.revision())
                .toJobParameters();
        JobExecution execution = launch(job, parameters);
        long instance = execution.getJobInstanceId();
        List<PrintedFinding> findings = findings(request, stores, instance);
        FindingsFolder folder = new FindingsFolder(request.outputOfPeriod());
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            folder.remove();
            forgetOthers(request, configuration, stores, instance);
            return new RunOutcome(
                    End.PUBLISHED,
                    findings,
                    taken.files().size(),
                    stores.staging().facts().count(instance),
                    stores.staging().sheets().cells(instance),
                    Optional.of(new RevisionFolder(request.outputOfPeriod(), run.revision()).place()),
                    run.revision(),
                    false);
        }
        Path written = folder.replace(findings, summary(run, stores, instance), taken.files(), request.words());
        note.of("findings", 0, identity);
        forgetOthers(request, configuration, stores, instance);
        return new RunOutcome(
                End.FINDINGS,
                findings,
                taken.files().size(),
                stores.staging().facts().count(instance),
                stores.staging().sheets().cells(instance),
                Optional.of(written),
                latest.map(Revision::number).orElse(0),
                false);
    }

    private RunOutcome check(RunRequest request, Configuration<Scheme> configuration, Stores stores, Taken taken)
            throws IOException, JobFailure {
        String identity = identity(request, configuration, stores, taken);
        RunContext<Scheme> run = context(request, configuration, taken, identity, 0);
        Job job = new ContributionJob(repository, transactions, stores, run)
                .checkOnly(jobName(request, configuration, false));
        JobParameters parameters =
                new JobParametersBuilder().addString("run", run.runId()).toJobParameters();
        JobExecution execution = launch(job, parameters);
        long instance = execution.getJobInstanceId();
        List<PrintedFinding> findings = findings(request, stores, instance);
        long figures = stores.staging().facts().count(instance);
        long cells = stores.staging().sheets().cells(instance);
        FindingsFolder folder = new FindingsFolder(request.outputOfPeriod());
        boolean stopped = execution.getStatus() != BatchStatus.COMPLETED;
        Optional<Path> written = Optional.empty();
        if (findings.isEmpty()) {
            folder.remove();
        } else {
            written = Optional.of(
                    folder.replace(findings, summary(run, stores, instance), taken.files(), request.words()));
        }
        forget(stores, instance);
        return new RunOutcome(
                stopped ? End.FINDINGS : End.CLEAN,
                findings,
                taken.files().size(),
                figures,
                cells,
                written,
                0,
                false,
                stores.revisions().latestBefore(request.period()).isEmpty(),
                Optional.empty());
    }

    private RunOutcome nothingNew(
            RunRequest request,
            Configuration<Scheme> configuration,
            Stores stores,
            Taken taken,
            Revision latest,
            HistoryNote note)
            throws IOException {
        FindingsFolder findingsFolder = new FindingsFolder(request.outputOfPeriod());
        List<PrintedFinding> findings = findings(request, stores, latest.instance());
        if (AllFindings.stops(findings, request.strict())) {
            RunContext<Scheme> run = context(request, configuration, taken, latest.identity(), latest.number());
            Path written = findingsFolder.replace(
                    findings, summary(run, stores, latest.instance()), taken.files(), request.words());
            note.of("findings", 0, latest.identity());
            return new RunOutcome(
                    End.FINDINGS,
                    findings,
                    taken.files().size(),
                    stores.staging().facts().count(latest.instance()),
                    stores.staging().sheets().cells(latest.instance()),
                    Optional.of(written),
                    latest.number(),
                    false);
        }
        findingsFolder.remove();
        RevisionFolder folder = new RevisionFolder(request.outputOfPeriod(), latest.number());
        Map<String, byte[]> files = stores.archive().load(request.period(), latest.number());
        boolean damaged = !folder.holds(files);
        if (damaged) {
            folder.restore(files);
        }
        note.of(damaged ? "restored" : "nothing_new", latest.number(), latest.manifest());
        return new RunOutcome(
                damaged ? End.RESTORED : End.NOTHING_NEW,
                List.of(),
                taken.files().size(),
                0,
                0,
                Optional.of(folder.place()),
                latest.number(),
                false);
    }

    private RunContext<Scheme> context(
            RunRequest request, Configuration<Scheme> configuration, Taken taken, String identity, int revision) {
        long began = System.nanoTime();
        request.progress().begins(Progress.Stage.RECOGNISE);
        Recognition reception = Recognition.of(taken, configuration, request.period(), request.words());
        LOG.info(
                "recognise: {} sheets of {}, {} cells, {} findings, {}",
                reception.headers().size(),
                reception.sheetsSeen(),
                reception.cellsSeen(),
                reception.findings().size(),
                StepLog.since(began));
        return new RunContext<>(
                request,
                configuration,
                taken,
                reception,
                identity,
                revision,
                UUID.randomUUID().toString(),
                ZonedDateTime.now(request.clock()));
    }

    /**
     * Identity: inputs, all configuration, program version, earlier revisions read. An approval is none of these: it changes
     * no result, so it makes nothing new.
     */
    private static String identity(RunRequest request, Configuration<Scheme> configuration, Stores stores, Taken taken) {
        List<String> lines = new ArrayList<>();
        lines.add(configuration.settings().jurisdiction());
        lines.add(request.period().toString());
        lines.add(configuration.digest());
        lines.add(request.version());
        for (InputFile file : taken.files()) {
            lines.add(file.name() + " " + file.sha256());
        }
        taken.findings().forEach(finding -> lines.add(finding.code() + " " + finding.place()));
        for (Revision earlier : stores.revisions().latestBefore(request.period())) {
            lines.add(earlier.period() + " r" + earlier.number() + " " + earlier.resultDigest());
        }
        return Sha256.of(String.join("\n", lines));
    }

    private JobExecution launch(Job job, JobParameters parameters) throws JobFailure {
        JobExecution execution;
        try {
            execution = operator.start(job, parameters);
        } catch (JobInstanceAlreadyCompleteException
                | JobExecutionAlreadyRunningException
                | InvalidJobParametersException
                | JobRestartException e) {
            throw new JobFailure("the job cannot be started", e);
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
                .anyMatch(step -> step.getExitStatus().getExitCode().equals(ContributionJob.FINDINGS));
    }

    private static List<PrintedFinding> findings(RunRequest request, Stores stores, long instance) {
        return new AllFindings(stores.findings(), stores.staging(), request.words()).all(instance);
    }

    private static CheckSummary summary(RunContext<Scheme> run, Stores stores, long instance) {
        return new CheckSummary(
                run.configuration().settings().jurisdiction(),
                run.request().period(),
                run.taken().files().size(),
                stores.staging().sheets().cells(instance),
                Code.rules(),
                run.started(),
                run.reception().offices());
    }

    /** Earlier instances of the period that published nothing are forgotten. */
    private void forgetOthers(RunRequest request, Configuration<Scheme> configuration, Stores stores, long instance) {
        for (Long other : stores.staging().instances().unpublished(configuration.settings().jurisdiction(), request.period())) {
            if (other != instance) {
                forget(stores, other);
            }
        }
    }

    /**
     * Forgets an instance whole: its rows and, in the same transaction, what Spring Batch knows of it. An instance
     * without its rows would be restarted behind a position whose rows are gone.
     */
    private void forget(Stores stores, long instance) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            JobInstance known = repository.getJobInstance(instance);
            if (known != null) {
                repository.deleteJobInstance(known);
            }
            stores.staging().instances().forget(instance);
        });
    }

    /** One name a period, so that what is left of a dead run can be told from a live run of another period. */
    public static String jobName(RunRequest request, Configuration<Scheme> configuration, boolean publish) {
        String jurisdiction = Sha256.of(configuration.settings().jurisdiction()).substring(0, 8);
        return (publish ? "quarter-" : "check-") + request.period() + "-" + jurisdiction;
    }
}
