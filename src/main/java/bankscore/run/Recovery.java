package bankscore.run;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Caller;
import bankscore.office.Revision;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.Deletion;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.RunParameters;
import bankscore.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts right what a killed run of the period left behind. The caller holds the period's lock: whatever of it still counts
 * as running is dead.
 */
final class Recovery {

    private final Engine engine;
    private final JobRepository repository;
    private final TransactionTemplate transaction;
    private final Stores stores;

    Recovery(Engine engine, Stores stores) {
        this.engine = engine;
        this.repository = engine.repository();
        this.transaction = new TransactionTemplate(engine.transactions());
        this.stores = stores;
    }

    /** Whether there was anything to put right. */
    boolean recover(PeriodFolder folder, String jurisdiction, Caller caller, String job) throws IOException {
        boolean recovered = clear(folder, jurisdiction, caller);
        for (JobExecution execution : repository.findRunningJobExecutions(job)) {
            if (RunParameters.isOf(execution.getJobParameters(), jurisdiction, folder.period())) {
                engine.operator().recover(execution);
                recovered = true;
            }
        }
        recovered |= endRunsOfOlderVersions(folder.period(), jurisdiction);
        return recovered;
    }

    /** Removes what lies about of a dead run, and ends what it was publishing. */
    boolean clear(PeriodFolder folder, String jurisdiction, Caller caller) throws IOException {
        boolean left = Files.exists(folder.work());
        Deletion.of(folder.work());
        left |= finishPublishing(folder, jurisdiction, caller);
        RevisionFolder.sweep(folder);
        return left;
    }

    /**
     * Removes an instance that was killed between the two inserts of its start: no start and no recover can use such an
     * one.
     */
    void removeUnstarted(String job, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(job, parameters);
        if (instance != null && repository.getJobExecutions(instance).isEmpty()) {
            repository.deleteJobInstance(instance);
        }
    }

    /** Forgets the instances of the period that published nothing, but for one. */
    void forgetOthers(Period period, String jurisdiction, long instance) {
        for (Long other : stores.staging().instances().unpublished(jurisdiction, period)) {
            if (other != instance) {
                forget(other);
            }
        }
    }

    /**
     * Forgets an instance whole: its rows and, in the same transaction, what Spring Batch knows of it. An instance
     * without its rows would be restarted behind a position whose rows are gone.
     */
    void forget(long instance) {
        transaction.executeWithoutResult(status -> {
            JobInstance known = repository.getJobInstance(instance);
            if (known != null) {
                repository.deleteJobInstance(known);
            }
            stores.staging().instances().forget(instance);
        });
    }

    /**
     * Earlier versions had a job for each period and jurisdiction. What such a one left unfinished is begun anew: its job is
     * no longer there to go on with.
     */
    private boolean endRunsOfOlderVersions(Period period, String jurisdiction) {
        String job = "quarter-" + period + "-" + Sha256.of(jurisdiction).substring(0, 8);
        boolean any = false;
        for (JobInstance instance : repository.findJobInstances(job)) {
            List<JobExecution> executions = repository.getJobExecutions(instance);
            boolean published = stores.revisions().all().stream()
                    .anyMatch(revision -> revision.instance() == instance.getInstanceId());
            boolean dead = executions.isEmpty();
            for (JobExecution execution : executions) {
                if (execution.isRunning()) {
                    engine.operator().recover(execution);
                    dead = true;
                }
            }
            boolean completed =
                    executions.stream().anyMatch(execution -> execution.getStatus() == BatchStatus.COMPLETED);
            if (!published && !completed) {
                forget(instance.getInstanceId());
            }
            any |= dead;
        }
        return any;
    }

    /** A revision that was being published is finished if its folder is in place, and forgotten otherwise. */
    private boolean finishPublishing(PeriodFolder place, String jurisdiction, Caller caller) throws IOException {
        boolean any = false;
        Period period = place.period();
        for (Revision revision : stores.revisions().interrupted(period)) {
            RevisionFolder folder = new RevisionFolder(place, revision.number());
            Map<String, byte[]> files = stores.archive().load(period, revision.number());
            if (folder.holds(files)) {
                transaction.executeWithoutResult(status -> {
                    stores.revisions().finish(period, revision.number());
                    stores.history()
                            .append(caller.at(ZonedDateTime.parse(revision.publishedAt()))
                                    .entry(
                                            jurisdiction,
                                            "run",
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
