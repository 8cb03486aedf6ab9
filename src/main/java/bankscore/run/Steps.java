package bankscore.run;

import bankscore.rule.Rule;
import bankscore.run.publish.Papers;
import bankscore.run.publish.Publisher;
import bankscore.run.request.StepLog;
import bankscore.run.stage.ReadBack;
import bankscore.run.stage.RecognisedSheets;
import bankscore.run.stage.RowReader;
import bankscore.run.stage.RowWriter;
import bankscore.run.stage.StagedRows;
import bankscore.run.take.RunContext;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.FlowJobBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * The steps of which every application makes its job: take, recognise, stage, judge, publish.
 *
 * <p>They belong to no run. Each finds its own by the parameters when it starts; {@code stage} goes on where it stopped, the
 * others are done again by every start, so that what a run stops for is judged anew. Step names are the names in the history
 * of executions and never change.
 */
public final class Steps<R extends Rule> {

    /** The exit code of a step whose findings stop the run. */
    public static final String FINDINGS = "FINDINGS";

    public static final String COMPLETED = ExitStatus.COMPLETED.getExitCode();

    private static final int PORTIONS_PER_CHUNK = 10;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RunsUnderWay<R> runs;

    Steps(JobRepository repository, PlatformTransactionManager transactions, RunsUnderWay<R> runs) {
        this.repository = repository;
        this.transactions = transactions;
        this.runs = runs;
    }

    /** How a step ended: its exit code, and what it counted, for the log. */
    public record Done(String exitCode, String counted) {}

    /** Work of a run on what is staged under a number. */
    @FunctionalInterface
    public interface Work<R extends Rule> {
        Done on(RunContext<R> run, long instance) throws Exception;
    }

    /** Begins a job that opens its run and closes it. */
    public JobBuilder job(String name) {
        return new JobBuilder(name, repository).listener(runs);
    }

    /**
     * A job up to what may stop a run; what follows is for a run that nothing stops.
     *
     * @param name of the job
     */
    public FlowBuilder.TransitionBuilder<FlowJobBuilder> judged(String name, Work<R> judging) {
        Step judge = judge(judging);
        return job(name)
                .start(take())
                .next(recognise())
                .next(stage())
                .next(judge)
                .on(FINDINGS)
                .fail()
                .from(judge)
                .on(COMPLETED);
    }

    /** Copies and digests what arrived, unless who asked whether anything is new has done so. */
    public Step take() {
        return simple("take", (run, instance) -> run.take());
    }

    /** Finds out which sheet is which dataset and who is in the register, and stores both. */
    public Step recognise() {
        return simple("recognise", (run, instance) -> {
            run.recognise();
            RecognisedSheets.store(run, instance);
        });
    }

    /** Reads, checks and stores the rows. Its counters in the history of executions count rows. */
    public Step stage() {
        return new StepAtStart(RowWriter.STEP, false, step -> {
            RunContext<R> run = run(step);
            RowReader reader = new RowReader(run.recognition());
            StepLog log = new StepLog(run.progress());
            RowWriter writer = new RowWriter(run, instance(step), log);
            return new StepBuilder(RowWriter.STEP, repository)
                            .<StagedRows, StagedRows>chunk(PORTIONS_PER_CHUNK)
                            .transactionManager(transactions)
                            .reader(reader)
                            .writer(writer)
                            .stream(reader)
                            .listener(writer)
                            .listener(log)
                            .build();
        });
    }

    /** Reads back and checks what is staged, computes, and stores all of it; one step, because what it computes with is in memory. */
    public Step judge(Work<R> work) {
        return counting(
                "judge",
                true,
                (run, instance) -> {
                    run.lock().hold();
                    ReadBack.store(run, instance);
                    return work.on(run, instance);
                },
                TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /** Publishes what was judged, in transactions of its own. */
    public Step publish(Papers<R> papers) {
        return counting(
                "publish",
                false,
                (run, instance) -> new Done(COMPLETED, new Publisher<>(transactions, run, papers).publish(instance)),
                TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** A step that is done again by every start. What it does writes its own line of the log. */
    private Step simple(String name, Preparation<R> preparation) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            StepExecution step = contribution.getStepExecution();
                            run(step).lock().hold();
                            preparation.of(run(step), instance(step));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Something done with a run before its rows are read. */
    @FunctionalInterface
    private interface Preparation<R extends Rule> {
        void of(RunContext<R> run, long instance) throws Exception;
    }

    private Step counting(String name, boolean again, Work<R> work, int propagation) {
        return new StepAtStart(name, again, execution -> {
            StepLog log = new StepLog(run(execution).progress());
            return new StepBuilder(name, repository)
                    .tasklet(
                            (contribution, context) -> {
                                Done done = work.on(run(execution), instance(execution));
                                contribution.setExitStatus(new ExitStatus(done.exitCode()));
                                log.count(done.counted());
                                return RepeatStatus.FINISHED;
                            },
                            transactions)
                    .transactionAttribute(new StepTransaction(propagation))
                    .listener(log)
                    .build();
        });
    }

    private RunContext<R> run(StepExecution step) {
        return runs.of(step.getJobExecution());
    }

    /** The number under which rows are staged. */
    private static long instance(StepExecution step) {
        return step.getJobExecution().getJobInstanceId();
    }
}
