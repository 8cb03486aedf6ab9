package bankscore.province;

import bankscore.finding.ConfigException;
import bankscore.finding.InputChanged;
import bankscore.finding.Words;
import bankscore.office.Caller;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.office.CountyState.Work;
import bankscore.office.Holder;
import bankscore.office.Series;
import bankscore.run.Applications;
import bankscore.run.Engine;
import bankscore.run.Office;
import bankscore.run.RuleSeries;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.run.request.Privacy;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.NotAsPublished;
import bankscore.store.Stores;
import bankscore.store.province.ProvinceStore;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;

/**
 * What is done in one partition: the run of a county, as the command {@code run} does it, and a row that says what it came
 * to. It is found by strings alone, and is done again without harm: the county's own lock and identity see to that.
 */
final class CountyWork {

    private static final Logger LOG = LoggerFactory.getLogger(CountyWork.class);

    /** What fails so often is not tried again before somebody has looked at it. */
    private static final int TRIES = 3;

    private static final long WAIT_MILLIS = 1000;

    private final Engine engine;
    private final Applications applications;
    private final Installation installation;
    private final Consumer<ProvinceStore> changed;

    /** @param changed is told that a county begins, or has something to wait for */
    CountyWork(Engine engine, Applications applications, Installation installation, Consumer<ProvinceStore> changed) {
        this.engine = engine;
        this.changed = changed;
        this.applications = applications;
        this.installation = installation;
    }

    /** A county that failed; the others go on. */
    static final class CountyFailed extends Exception {

        private static final long serialVersionUID = 1L;

        private CountyFailed(Throwable cause) {
            super("a county failed", cause);
        }
    }

    /**
     * Does it.
     *
     * @return how the county ended, as the history of executions has it
     * @throws CountyFailed after as many tries as there are
     */
    ExitStatus on(ProvinceParameters about, String name) throws CountyFailed, InterruptedException {
        ProvinceStore states = states(about);
        long began = System.nanoTime();
        String where = where(about.request().caller());
        CountyState running = states.of(name).to(End.RUNNING, new Work(where, now(), 0, ""));
        states.note(running);
        changed.accept(states);
        for (int tried = 1; ; tried++) {
            try {
                CountyState end = untilFree(about, running, states);
                states.noteIfStill(end.to(end.end(), new Work(where, now(), millis(began), "")));
                LOG.info("county: {}, {} ms", end.end(), millis(began));
                return new ExitStatus(end.end().name());
            } catch (IOException
                    | ConfigException
                    | InputChanged
                    | JobFailure
                    | NotAsPublished
                    | RuntimeException
                    | OutOfMemoryError
                    | StackOverflowError e) {
                LOG.warn("county: try {} failed, {}", tried, e.getClass().getSimpleName());
                if (tried == TRIES) {
                    states.noteIfStill(running.to(End.FAILED, new Work(where, now(), millis(began), detail(e))));
                    throw new CountyFailed(e);
                }
            }
        }
    }

    /** Notes that nothing could be done, and why. */
    void failed(ProvinceParameters about, String name, Exception why) {
        ProvinceStore states = states(about);
        states.note(states.of(name).to(End.FAILED, new Work("", now(), 0, detail(why))));
    }

    /** Who else works on a county does not fail it: he is waited for, and the county's row says who he is. */
    private CountyState untilFree(ProvinceParameters about, CountyState running, ProvinceStore states)
            throws IOException, ConfigException, InputChanged, JobFailure, NotAsPublished, InterruptedException {
        while (true) {
            CountyState end = run(about, running);
            if (end.end() != End.RUNNING) {
                return end;
            }
            states.noteIfStill(end);
            changed.accept(states);
            Thread.sleep(WAIT_MILLIS);
        }
    }

    private CountyState run(ProvinceParameters about, CountyState running)
            throws IOException, ConfigException, InputChanged, JobFailure, NotAsPublished {
        ProvinceRequest request = about.request();
        County county = about.county(running.county());
        Office office = county.office();
        Engine own = engine.as(county.role());
        Privacy.folder(office.folders().output());
        RunOutcome.Told told = Counties.prepared(office, applications, request.period(), request.rule())
                .run(
                        new RunRequest(
                                request.period(),
                                Optional.empty(),
                                request.strict(),
                                office.folders(),
                                request.caller().at(installation.now()),
                                Progress.SILENT),
                        own,
                        installation);
        office.settle();
        if (told.filed().failure().isPresent()) {
            // The revision stands; its slip is written by whoever comes next, such as the next try.
            throw told.filed().failure().get();
        }
        Series series = new RuleSeries(own.dataSource(), office.jurisdiction(), office.rule())
                .of(
                        request.rule().orElse(office.rule()),
                        applications.of(office, request.rule()).rules().kind());
        return told.end()
                .read(new CountyEnd(
                        running,
                        request.period(),
                        series.rule(),
                        Stores.of(own.dataSource(), series),
                        installation.words()));
    }

    private ProvinceStore states(ProvinceParameters about) {
        return new ProvinceStore(
                engine.dataSource(),
                about.province(),
                about.rule(),
                about.request().period());
    }

    private String now() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(installation.now());
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static String where(Caller caller) {
        Holder here = Holder.of(caller);
        return (here.machine() + " " + here.process()).strip();
    }

    private String detail(Throwable thrown) {
        Words words = installation.words();
        if (thrown instanceof ConfigException refused) {
            return refused.problems().stream()
                    .map(problem -> problem.print(words))
                    .collect(Collectors.joining("\n"));
        }
        if (thrown instanceof InputChanged changed) {
            return words.text("cli.input_changed", "file", changed.file());
        }
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }
}
