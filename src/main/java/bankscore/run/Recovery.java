package bankscore.run;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Caller;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.publish.PublishedFiles;
import bankscore.run.publish.RevisionFolder;
import bankscore.run.request.Deletion;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.RunParameters;
import bankscore.store.RevisionStore;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final JobRepository repository;
    private final TransactionTemplate transaction;
    private final Stores stores;
    private final RunLock lock;
    private final DeadExecutions dead;

    Recovery(Engine engine, Stores stores, RunLock lock, Clock clock) {
        this.dead = new DeadExecutions(engine, lock, clock);
        this.repository = engine.repository();
        this.transaction = new TransactionTemplate(engine.transactions());
        this.stores = stores;
        this.lock = lock;
    }

    /** Whether there was anything to put right. */
    boolean recover(PeriodFolder folder, Series series, Caller caller, String job) throws IOException {
        boolean recovered = clear(folder, series, caller);
        recovered |= dead.end(job, each -> RunParameters.isOf(each, series, folder.period()));
        if (series.rule().isEmpty()) {
            recovered |= endRunsOfOlderVersions(folder.period(), series.jurisdiction());
        }
        return recovered;
    }

    /** Removes what lies about of a dead run, and ends what it was publishing. */
    boolean clear(PeriodFolder folder, Series series, Caller caller) throws IOException {
        boolean left = Files.exists(folder.work());
        Deletion.of(folder.work());
        left |= finishPublishing(folder, series, caller);
        left |= place(folder);
        RevisionFolder.sweep(folder);
        return left;
    }

    /** Puts the folder of a revision into place that was published when the run died; what was not is swept away. */
    private boolean place(PeriodFolder place) throws IOException {
        SortedSet<Integer> begun = RevisionFolder.begun(place);
        for (Revision revision : stores.revisions().all()) {
            if (revision.published() && revision.period().equals(place.period()) && begun.contains(revision.number())) {
                RevisionFolder folder = new RevisionFolder(place, revision.number());
                Optional<PublishedFiles> files = files(revision);
                if (files.isPresent() && !folder.holds(files.get())) {
                    folder.restore(files.get());
                }
            }
        }
        return !begun.isEmpty();
    }

    private Optional<PublishedFiles> files(Revision revision) {
        return PublishedFiles.of(revision, stores.archive());
    }

    /**
     * Removes an instance that was killed between the two inserts of its start: no start and no recover can use such an
     * one.
     */
    void removeUnstarted(String job, JobParameters parameters) {
        transaction.executeWithoutResult(status -> {
            lock.hold();
            JobInstance instance = repository.getJobInstance(job, parameters);
            if (instance != null && repository.getJobExecutions(instance).isEmpty()) {
                repository.deleteJobInstance(instance);
            }
        });
    }

    /** Forgets the instances of the period that published nothing, but for one; or leaves it to who took the lock since. */
    void forgetOthers(Period period, Series series, long instance) {
        try {
            for (Long other : stores.staging().instances().unpublished(series, period)) {
                if (other != instance) {
                    transaction.executeWithoutResult(status -> {
                        lock.hold();
                        forget(other);
                    });
                }
            }
        } catch (RunLock.Lost e) {
            LOG.warn("recovery: others are not forgotten, {}", e.getMessage());
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
        boolean any = dead.end(job, each -> true);
        for (JobInstance instance : repository.findJobInstances(job)) {
            List<JobExecution> executions = repository.getJobExecutions(instance);
            boolean published = stores.revisions().all().stream()
                    .anyMatch(revision -> revision.instance() == instance.getInstanceId());
            boolean completed =
                    executions.stream().anyMatch(execution -> execution.getStatus() == BatchStatus.COMPLETED);
            if (!published && !completed) {
                forget(instance.getInstanceId());
            }
            any |= executions.isEmpty();
        }
        return any;
    }

    /**
     * Earlier versions noted a revision before its folder was in place, and published it after. What such a one left is
     * finished if the folder is in place, and forgotten otherwise.
     */
    private boolean finishPublishing(PeriodFolder place, Series series, Caller caller) throws IOException {
        boolean any = false;
        Period period = place.period();
        for (Revision revision : stores.revisions().interrupted(period)) {
            RevisionFolder folder = new RevisionFolder(place, revision.number());
            Optional<PublishedFiles> files = files(revision);
            if (files.isPresent() && folder.holds(files.get())) {
                transaction.executeWithoutResult(status -> {
                    lock.hold();
                    stores.revisions().finish(period, revision.number());
                    stores.history()
                            .append(caller.at(RevisionStore.publishedAt(revision))
                                    .entry(series, "run", period, revision.number(), "published", revision.manifest()));
                });
            } else {
                Deletion.of(folder.place());
                transaction.executeWithoutResult(status -> {
                    lock.hold();
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
