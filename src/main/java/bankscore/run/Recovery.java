package bankscore.run;

import bankscore.exact.Period;
import bankscore.office.HistoryEntry;
import bankscore.office.Revision;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.Deletion;
import bankscore.run.request.RunRequest;
import bankscore.run.take.Configuration;
import bankscore.store.Stores;
import java.io.IOException;
import java.util.Map;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts right what a killed run of the period left behind. The caller holds the period's lock: whatever still counts as
 * running is dead.
 */
final class Recovery {

    private final JobRepository repository;
    private final JobOperator operator;
    private final TransactionTemplate transaction;
    private final Stores stores;

    Recovery(JobRepository repository, JobOperator operator, PlatformTransactionManager transactions, Stores stores) {
        this.repository = repository;
        this.operator = operator;
        this.transaction = new TransactionTemplate(transactions);
        this.stores = stores;
    }

    /** Whether there was anything to put right. */
    boolean recover(RunRequest request, Configuration<?> configuration, String job) throws IOException {
        boolean recovered = finishPublishing(request, configuration);
        RevisionFolder.sweep(request.outputOfPeriod());
        for (JobInstance instance : repository.findJobInstances(job)) {
            if (repository.getJobExecutions(instance).isEmpty()) {
                // Killed between the two inserts: no start and no recover can use such an instance.
                repository.deleteJobInstance(instance);
                recovered = true;
            }
        }
        for (JobExecution execution : repository.findRunningJobExecutions(job)) {
            operator.recover(execution);
            recovered = true;
        }
        return recovered;
    }

    /** A revision that was being published is finished if its folder is in place, and forgotten otherwise. */
    private boolean finishPublishing(RunRequest request, Configuration<?> configuration) throws IOException {
        boolean any = false;
        Period period = request.period();
        for (Revision revision : stores.revisions().interrupted(period)) {
            RevisionFolder folder = new RevisionFolder(request.outputOfPeriod(), revision.number());
            Map<String, byte[]> files = stores.archive().load(period, revision.number());
            if (folder.holds(files)) {
                transaction.executeWithoutResult(status -> {
                    stores.revisions().finish(period, revision.number());
                    stores.history()
                            .append(new HistoryEntry(
                                    configuration.settings().jurisdiction(),
                                    revision.publishedAt(),
                                    request.user(),
                                    request.machine(),
                                    "run",
                                    request.arguments(),
                                    period.toString(),
                                    revision.number(),
                                    "published",
                                    revision.manifest()));
                });
            } else {
                Deletion.of(folder.place());
                transaction.executeWithoutResult(status -> {
                    stores.archive().drop(period, revision.number());
                    stores.revisions().drop(period, revision.number());
                });
            }
            stores.durability().force();
            any = true;
        }
        return any;
    }
}
