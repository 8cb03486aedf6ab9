package bankscore.province;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.ConfigException;
import bankscore.load.CountyRoles;
import bankscore.office.CountyState;
import bankscore.office.Holder;
import bankscore.office.Series;
import bankscore.province.report.ReportFolder;
import bankscore.province.report.ReportSource;
import bankscore.run.Applications;
import bankscore.run.DeadExecutions;
import bankscore.run.Engine;
import bankscore.run.Office;
import bankscore.run.RuleSeries;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.store.database.RunLock;
import bankscore.store.province.ProvinceStore;
import bankscore.store.province.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What happens around the job of a province: the lock first, then what an interrupted start left, the question whether
 * that goes on or all is asked anew, the launch, and what every county came to.
 */
public final class Province {

    private final Engine engine;
    private final Applications applications;
    private final Installation installation;
    private final Spread spread;
    private final Consumer<Headway> watcher;
    private final TransactionTemplate transaction;
    private final Job job;

    /**
     * @param spread who works on the counties
     * @param watcher is told how far it is, from any thread: whenever a county begins here, or each second if the work is
     *     done elsewhere
     */
    public Province(
            Engine engine,
            Applications applications,
            Installation installation,
            Spread spread,
            Consumer<Headway> watcher) {
        this.engine = engine;
        this.applications = applications;
        this.spread = spread;
        this.watcher = watcher;
        this.installation = installation;
        this.transaction = new TransactionTemplate(engine.transactions());
        this.job = new ProvinceJob(
                        engine.repository(),
                        engine.transactions(),
                        installation,
                        new Work(
                                engine,
                                applications,
                                installation,
                                spread,
                                CountyStep.of(engine, applications, installation, (about, county) -> about, watcher)))
                .job();
        engine.register(job);
    }

    /** What the steps of the job do. */
    private record Work(Engine engine, Applications applications, Installation installation, Spread spread, Step county)
            implements ProvinceJob.Parts {

        @Override
        public Map<String, String> digests(ProvinceParameters about) {
            return states(engine, about).digests();
        }

        @Override
        public PartitionHandler handler(ProvinceParameters about, int counties) {
            return spread.handler(county, counties, about.request().atOnce());
        }

        @Override
        public boolean report(ProvinceParameters about) throws Exception {
            List<CountyState> counties = states(engine, about).all();
            Office office = Office.of(about.folders(), false);
            Series series = new RuleSeries(engine.dataSource(), about.province(), office.rule())
                    .of(
                            about.rule(),
                            applications
                                    .of(office, about.request().rule())
                                    .rules()
                                    .kind());
            CountyRoles roles = CountyRoles.load(about.folders().config());
            new ReportFolder(
                            new ReportSource(
                                    engine.dataSource(),
                                    county -> engine.dataSource(roles.of(county)),
                                    applications,
                                    installation.words()),
                            installation)
                    .publish(
                            new ReportFolder.About(
                                    about.reported(series.rule()),
                                    office.bureau(),
                                    office.fonts(),
                                    series,
                                    about.rule(),
                                    about.request().caller()),
                            counties);
            return counties.stream().allMatch(each -> each.end().isDone() && each.end() != CountyState.End.FAILED);
        }
    }

    private static ProvinceStore states(Engine engine, ProvinceParameters about) {
        return new ProvinceStore(
                engine.dataSource(),
                about.province(),
                about.rule(),
                about.request().period());
    }

    /**
     * Runs all counties.
     *
     * @param configurations the digest of each county's configuration, none of which is refused
     * @throws JobFailure if it came to no end
     */
    public ProvinceOutcome run(Counties counties, Map<String, String> configurations, ProvinceRequest request)
            throws JobFailure, IOException, ConfigException {
        Office office = counties.province();
        Map<String, String> digests = new CountyDigests(engine, request.period(), configurations).of(counties);
        ProvinceParameters about = new ProvinceParameters(
                office.jurisdiction(),
                request.rule().orElse(office.rule()),
                digest(digests, request.strict()),
                1,
                request,
                office.folders(),
                counties.folder());
        String subject = subject(about.request().period(), about.rule());
        Optional<RunLock> lock =
                RunLock.tryTake(engine.dataSource(), about.province(), subject, Holder.of(request.caller()));
        if (lock.isEmpty()) {
            return new ProvinceOutcome.Locked(RunLock.holder(engine.dataSource(), about.province(), subject));
        }
        try (RunLock held = lock.get()) {
            spread.withdraw();
            boolean recovered = new DeadExecutions(engine, held, installation.clock())
                    .endPartitioned(ProvinceJob.NAME, about::isOf);
            ProvinceParameters next = round(about, held);
            list(next, counties, digests, held);
            spread.prepare(next, counties);
            ProvinceStore states = states(engine, next);
            if (spread.isElsewhere()) {
                try (Lookout lookout = new Lookout(states, watcher)) {
                    lookout.begin();
                    launch(next);
                }
                new CountyResults(engine, applications, installation, next).write(states.all());
            } else {
                launch(next);
            }
            return new ProvinceOutcome.Done(states.all(), Headway.of(states.tallies(), states.running()), recovered);
        }
    }

    private static String digest(Map<String, String> counties, boolean strict) {
        return Sha256.of(strict
                + counties.entrySet().stream()
                        .map(county -> "\n" + county.getKey() + " " + county.getValue())
                        .collect(Collectors.joining()));
    }

    /** What is locked by who works on a province's period; no period of the province's own is called so. */
    static String subject(Period period, String rule) {
        return ProvinceJob.NAME + " " + period + " " + rule;
    }

    /**
     * The start that is next: the one that was interrupted or in which a county failed, if all that the counties go by is
     * still the same; else one that asks them all anew, in which what is done is found to be nothing new.
     */
    private ProvinceParameters round(ProvinceParameters first, RunLock lock) {
        ProvinceParameters next = first;
        while (isComplete(next)) {
            next = next.again();
        }
        JobParameters parameters = next.asJobParameters();
        transaction.executeWithoutResult(open -> {
            lock.hold();
            JobInstance instance = engine.repository().getJobInstance(ProvinceJob.NAME, parameters);
            if (instance != null
                    && engine.repository().getJobExecutions(instance).isEmpty()) {
                // Killed between the two inserts of its start: no start can use it.
                engine.repository().deleteJobInstance(instance);
            }
        });
        return next;
    }

    private boolean isComplete(ProvinceParameters about) {
        return last(about).map(JobExecution::getStatus).equals(Optional.of(BatchStatus.COMPLETED));
    }

    private Optional<JobExecution> last(ProvinceParameters about) {
        return Optional.ofNullable(engine.repository().getLastJobExecution(ProvinceJob.NAME, about.asJobParameters()));
    }

    /** Lists the counties that this start is about; of one that goes on, those that are done stay so. */
    private void list(ProvinceParameters about, Counties counties, Map<String, String> digests, RunLock lock) {
        ProvinceStore states = states(engine, about);
        boolean goesOn = last(about).isPresent();
        transaction.executeWithoutResult(open -> {
            lock.hold();
            Map<String, CountyState> done = states.all().stream()
                    .filter(each -> goesOn && each.end().isDone() && each.end() != CountyState.End.FAILED)
                    .collect(Collectors.toMap(CountyState::county, each -> each));
            states.replace(
                    counties.all().stream()
                            .map(county -> done.getOrDefault(
                                    county.name(),
                                    CountyState.waiting(
                                            county.name(), county.office().jurisdiction())))
                            .toList(),
                    digests);
        });
    }

    private void launch(ProvinceParameters about) throws JobFailure {
        JobExecution execution;
        try {
            execution = engine.operator().start(job, about.asJobParameters());
        } catch (JobInstanceAlreadyCompleteException
                | JobExecutionAlreadyRunningException
                | InvalidJobParametersException
                | JobRestartException e) {
            throw new JobFailure("the job cannot be started", e);
        }
        boolean reported = execution.getStepExecutions().stream()
                .anyMatch(step ->
                        step.getStepName().equals(ProvinceJob.REPORT) && step.getStatus() == BatchStatus.COMPLETED);
        if (!reported) {
            throw new JobFailure(
                    "the job failed",
                    execution.getAllFailureExceptions().stream()
                            .findFirst()
                            .orElseGet(() -> new IllegalStateException(
                                    execution.getExitStatus().getExitDescription())));
        }
    }

    /** What was started of an office's counties, the latest period first; nothing if it has none. */
    public static List<Known> known(Engine engine, Office office) {
        return ProvinceStore.started(engine.dataSource(), office.jurisdiction()).stream()
                .map(each -> new Known(each.period(), each.rule()))
                .toList();
    }

    /** A period of a province by a rule that was started at least once. */
    public record Known(Period period, String rule) {}

    /** How far a province's period is, and every county; nothing is listed before its first start. */
    public static Status status(Engine engine, Office office, Period period, Optional<String> rule) {
        String of = rule.orElse(office.rule());
        ProvinceStore states = new ProvinceStore(engine.dataSource(), office.jurisdiction(), of, period);
        List<CountyState> counties = states.all();
        return new Status(
                headway(engine, office, period, of),
                counties,
                new Workers(engine.dataSource())
                        .all().stream()
                                .map(worker -> new Hand(
                                        isTakenOver(counties, worker) ? worker.idle() : worker, done(counties, worker)))
                                .toList(),
                RunLock.isTaken(engine.dataSource(), office.jurisdiction(), subject(period, of)));
    }

    /** How far a province's period is, and no more; nothing of nothing before its first start. */
    public static Headway headway(Engine engine, Office office, Period period, String rule) {
        ProvinceStore states = new ProvinceStore(engine.dataSource(), office.jurisdiction(), rule, period);
        return Headway.of(states.tallies(), states.running());
    }

    /** Whether what a worker was last heard to be at has come to its end, or another is at it: it died, or hangs. */
    private static boolean isTakenOver(List<CountyState> counties, Workers.Seen worker) {
        return counties.stream()
                .filter(county -> county.county().equals(worker.county()))
                .anyMatch(county -> county.end().isDone()
                        || (county.end() == CountyState.End.RUNNING
                                && !Engine.session(county.work().where()).equals(worker.name())));
    }

    /** How many counties a worker has brought to an end. */
    private static long done(List<CountyState> counties, Workers.Seen worker) {
        return counties.stream()
                .filter(county -> county.end().isDone()
                        && Engine.session(county.work().where()).equals(worker.name()))
                .count();
    }

    /**
     * A worker, whichever province it works for.
     *
     * @param done how many counties of the province and period that are asked about it has brought to an end
     */
    public record Hand(Workers.Seen worker, long done) {}

    /**
     * How far it is.
     *
     * @param hands the workers that this database has, by name
     * @param underWay whether somebody works on it; if nobody does, what counts as running was interrupted
     */
    public record Status(Headway headway, List<CountyState> counties, List<Hand> hands, boolean underWay) {
        public Status {
            counties = List.copyOf(counties);
            hands = List.copyOf(hands);
        }

        /** Whether every county has published what it has. */
        public boolean isPublished() {
            return headway.count(CountyState.End.PUBLISHED) + headway.count(CountyState.End.NOTHING_NEW)
                    == headway.total();
        }

        /** Whether it came to no end, and nobody is on the way to one. */
        public boolean isInterrupted() {
            return !underWay && headway.done() < headway.total();
        }
    }
}
