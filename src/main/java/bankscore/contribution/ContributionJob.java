package bankscore.contribution;

import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.place.Allocator;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.Plan;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.finding.Finding;
import bankscore.run.publish.AllFindings;
import bankscore.run.publish.Publisher;
import bankscore.run.request.StepLog;
import bankscore.run.stage.RowReader;
import bankscore.run.stage.RowWriter;
import bankscore.run.stage.StagedPeriod;
import bankscore.run.stage.StagedRows;
import bankscore.run.take.Configuration;
import bankscore.run.take.RunContext;
import bankscore.store.Stores;
import java.nio.file.Path;
import java.util.Optional;
import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.FlowJobBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The table of contents: stage, check, score, allocate, publish; a stop by findings ends the job as failed.
 *
 * <p>Step names are the names in the history of executions and never change.
 */
public final class ContributionJob {

    /** The exit code of a step whose findings stop the run. */
    public static final String FINDINGS = "FINDINGS";

    private static final String COMPLETED = ExitStatus.COMPLETED.getExitCode();
    private static final int PORTIONS_PER_CHUNK = 10;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Stores stores;
    private final RunContext<Scheme> run;
    private final StagedPeriod quarters;
    private final Judging workbench;
    private final AllFindings findings;

    public ContributionJob(
            JobRepository repository, PlatformTransactionManager transactions, Stores stores, RunContext<Scheme> run) {
        this.repository = repository;
        this.transactions = transactions;
        this.stores = stores;
        this.run = run;
        this.quarters = new StagedPeriod(
                stores.staging(),
                stores.findings(),
                stores.revisions(),
                run.configuration(),
                run.reception().received(),
                run.request().period());
        this.workbench = new Judging(quarters, run.configuration());
        this.findings = new AllFindings(
                stores.findings(), stores.staging(), run.request().words());
    }

    /**
     * All configuration of a run.
     *
     * @param id the scheme that is asked for; absent: the one in force
     * @throws ConfigException if a file is refused or no scheme is in force
     */
    public static Configuration<Scheme> configuration(Path folder, Period period, Optional<String> id)
            throws ConfigException {
        return Configuration.load(folder, period, id, SchemeLoader::load);
    }

    /** The whole job. */
    public Job whole(String name) {
        return upToThePlan(name).to(publish()).end().build();
    }

    /** The same without publishing. */
    public Job checkOnly(String name) {
        return upToThePlan(name).end().end().build();
    }

    private FlowBuilder.TransitionBuilder<FlowJobBuilder> upToThePlan(String name) {
        Step check = check();
        Step allocate = allocate();
        return new JobBuilder(name, repository)
                .start(stage())
                .next(check)
                .on(FINDINGS)
                .fail()
                .from(check)
                .on(COMPLETED)
                .to(score())
                .next(allocate)
                .on(FINDINGS)
                .fail()
                .from(allocate)
                .on(COMPLETED);
    }

    private Step stage() {
        RowReader reader = new RowReader(run.reception());
        StepLog log = new StepLog(run.request().progress());
        RowWriter writer = new RowWriter(stores, run, quarters, log);
        return new StepBuilder(RowWriter.STEP, repository)
                        .<StagedRows, StagedRows>chunk(PORTIONS_PER_CHUNK)
                        .transactionManager(transactions)
                        .reader(reader)
                        .writer(writer)
                        .stream(reader)
                        .listener(writer)
                        .listener(log)
                        .build();
    }

    private Step check() {
        return tasklet("check", instance -> {
            List<Finding> found = workbench.checked(instance).findings();
            findings.replace(instance, "check", found);
            return new Done(stops(instance), found.size() + " findings");
        });
    }

    private Step score() {
        return tasklet("score", instance -> {
            Assessment assessment = workbench.judged(instance).assessment();
            stores.results().save(instance, assessment);
            findings.replace(instance, "score", assessment.findings());
            return new Done(
                    COMPLETED,
                    assessment.cards().size() + " banks, "
                            + assessment.findings().size() + " findings");
        });
    }

    private Step allocate() {
        return tasklet("allocate", instance -> {
            Placement placement = workbench.judged(instance).placement();
            placement.plan().ifPresent(plan -> stores.results().save(instance, plan));
            findings.replace(instance, "allocate", placement.findings());
            return new Done(
                    stops(instance),
                    placement.funds().size() + " funds, " + placement.findings().size() + " findings");
        });
    }

    private Step publish() {
        StepLog log = new StepLog(run.request().progress());
        Publisher publisher = new Publisher(transactions, stores, run, workbench, findings);
        DefaultTransactionAttribute ownTransactions = new DefaultTransactionAttribute();
        ownTransactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StepBuilder("publish", repository)
                .tasklet(asTasklet(instance -> new Done(COMPLETED, publisher.publish(instance)), log), transactions)
                .transactionAttribute(ownTransactions)
                .listener(log)
                .build();
    }

    private String stops(long instance) {
        return AllFindings.stops(findings.all(instance), run.request().strict()) ? FINDINGS : COMPLETED;
    }

    /** How a step ended: its exit code, and what it counted, for the log. */
    private record Done(String exitCode, String counted) {}

    /** Work on an instance. */
    @FunctionalInterface
    private interface Work {
        Done on(long instance);
    }

    /** A step that is done again by every start, so that what it stops for is judged anew. */
    private Step tasklet(String name, Work work) {
        StepLog log = new StepLog(run.request().progress());
        return new StepBuilder(name, repository)
                .tasklet(asTasklet(work, log), transactions)
                .allowStartIfComplete(true)
                .listener(log)
                .build();
    }

    private static Tasklet asTasklet(Work work, StepLog log) {
        return (contribution, context) -> {
            StepExecution step = contribution.getStepExecution();
            Done done = work.on(step.getJobExecution().getJobInstanceId());
            contribution.setExitStatus(new ExitStatus(done.exitCode()));
            log.count(done.counted());
            return RepeatStatus.FINISHED;
        };
    }
}
