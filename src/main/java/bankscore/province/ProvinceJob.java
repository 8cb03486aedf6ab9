package bankscore.province;

import bankscore.exact.Sha256;
import bankscore.run.StepAtStart;
import bankscore.run.StepTransaction;
import bankscore.run.request.Installation;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * The table of contents: the counties, a partition each, then the report on all of them.
 *
 * <p>The job is one for all provinces and periods and is found by its name; what it is about are its parameters. Whoever
 * takes a partition, in this process or another, finds what it is about by those and by the {@linkplain CountyStep strings}
 * that it is told.
 */
final class ProvinceJob {

    static final String NAME = "province";

    private static final String COUNTIES = "counties";
    static final String REPORT = "report";

    /** The exit code of a report on counties of which one failed, or came to no end. */
    private static final String SOME_FAILED = "SOME_FAILED";

    /** Spring Batch's column for the name of a step takes no more than a hundred, and a step's name stands before it. */
    private static final int LONGEST = 60;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Installation installation;
    private final Parts parts;

    ProvinceJob(
            JobRepository repository, PlatformTransactionManager transactions, Installation installation, Parts parts) {
        this.repository = repository;
        this.transactions = transactions;
        this.installation = installation;
        this.parts = parts;
    }

    /** What the steps do. */
    interface Parts {

        /** The counties that are listed, and what each goes by, in one digest. */
        Map<String, String> digests(ProvinceParameters about);

        /** What has the counties run. */
        PartitionHandler handler(ProvinceParameters about, int counties);

        /** The report; whether every county came to an end and none failed. */
        boolean report(ProvinceParameters about) throws Exception;
    }

    Job job() {
        Step counties = counties();
        Step report = report();
        return new JobBuilder(NAME, repository)
                .start(counties)
                .on(ExitStatus.COMPLETED.getExitCode())
                .to(report)
                .from(counties)
                .on("*")
                .fail()
                .from(report)
                .on(ExitStatus.COMPLETED.getExitCode())
                .end()
                .from(report)
                .on("*")
                .fail()
                .end()
                .build();
    }

    /**
     * The step itself completes, whatever a county comes to, and is gone on with by every start: its partitions that are
     * complete are not. It fails only if the counties could not be waited for; then nothing is reported, for some may still
     * be worked on.
     */
    private Step counties() {
        return new StepAtStart(COUNTIES, true, execution -> {
            ProvinceParameters about = about(execution);
            Map<String, ExecutionContext> partitions = partitions(about);
            return new StepBuilder(COUNTIES, repository)
                    .partitioner(CountyStep.NAME, size -> partitions)
                    .partitionHandler(parts.handler(about, partitions.size()))
                    .aggregator((step, ended) -> {})
                    .build();
        });
    }

    private Map<String, ExecutionContext> partitions(ProvinceParameters about) {
        Map<String, ExecutionContext> partitions = new TreeMap<>();
        parts.digests(about).forEach((name, digest) -> {
            partitions.put(
                    name.length() <= LONGEST ? name : Sha256.of(name), CountyStep.told(name, digest, installation));
        });
        return partitions;
    }

    /** It is made anew by every start: it tells how things stand. */
    private Step report() {
        return new StepBuilder(REPORT, repository)
                .tasklet(
                        (contribution, context) -> {
                            boolean all = parts.report(about(contribution.getStepExecution()));
                            contribution.setExitStatus(all ? ExitStatus.COMPLETED : new ExitStatus(SOME_FAILED));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .transactionAttribute(new StepTransaction(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .allowStartIfComplete(true)
                .build();
    }

    private ProvinceParameters about(StepExecution step) {
        JobParameters parameters = step.getJobExecution().getJobParameters();
        return ProvinceParameters.of(parameters, installation);
    }
}
