package bankscore.desk.period;

import bankscore.desk.layout.Faults;
import bankscore.desk.layout.Obstacle;
import bankscore.desk.layout.Rules;
import bankscore.desk.layout.Topic;
import bankscore.desk.layout.Workplace;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.Caller;
import bankscore.run.Office;
import bankscore.run.Prepared;
import bankscore.run.inbox.GivenReasons;
import bankscore.run.inbox.Inbox;
import bankscore.run.request.Progress;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.request.TemporaryFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks and runs, one at a time: a second one is told who is at work. */
@Component
class Works {

    private static final Logger LOG = LoggerFactory.getLogger(Works.class);
    private static final int CONFLICT = 409;

    private final Workplace workplace;
    private final Rules rules;
    private final Faults faults;
    private final Map<Topic, Work> latest = new ConcurrentHashMap<>();
    private final Map<Given, String> given = new ConcurrentHashMap<>();
    private final Map<Topic, String> own = new ConcurrentHashMap<>();
    private @Nullable Work underWay;

    Works(Workplace workplace, Rules rules, Faults faults) {
        this.workplace = workplace;
        this.rules = rules;
        this.faults = faults;
    }

    /** For which finding a reason was given, which it may have had before or not. */
    private record Given(Topic topic, PrintedFinding finding) {}

    /** The latest check or run of a rule and period since the desk was started. */
    Optional<Work> latest(Topic topic) {
        return Optional.ofNullable(latest.get(topic));
    }

    /** What is being done. */
    synchronized Optional<Work> underWay() {
        return Optional.ofNullable(underWay);
    }

    /**
     * Begins a check or run.
     *
     * @throws Obstacle if another one is under way, with who is at work
     */
    synchronized Work begin(Topic topic, boolean publishing, String person) throws IOException {
        if (underWay != null) {
            throw new Obstacle(
                    CONFLICT,
                    List.of(words().text(
                                    "desk.period.busy",
                                    "person",
                                    underWay.person(),
                                    "period",
                                    underWay.topic().period())));
        }
        Prepared<?> prepared = rules.prepared(topic);
        Work work = new Work(topic, publishing, person, inbox(topic).files());
        underWay = work;
        latest.put(topic, work);
        given.keySet().removeIf(each -> each.topic().equals(topic));
        own.remove(topic);
        Thread thread = new Thread(() -> perform(work, prepared), "work");
        thread.setDaemon(true);
        thread.start();
        return work;
    }

    /** Keeps a reason in the input, and shows it at once; whether it fits is seen by the next check. */
    void reason(Topic topic, PrintedFinding finding, String reason, String by) {
        workplace.ask(faces -> {
            try {
                GivenReasons reasons =
                        GivenReasons.of(inbox(topic), faces.office().config(), words());
                reasons.give(finding, reason, by);
                own.put(topic, reasons.name());
            } catch (Inbox.Full e) {
                throw new Obstacle(CONFLICT, List.of(words().text("desk.refusal.413")));
            }
            String what = "reason " + topic.period() + " " + finding.place() + " " + reason.strip();
            faces.note(workplace.seat().caller(by, what), "reason", Optional.of(topic.period()), "given");
            return true;
        });
        given.put(new Given(topic, finding.withReason("")), reason.strip());
    }

    /** The findings with the reasons that were given since they were found. */
    List<PrintedFinding> withReasons(Topic topic, List<PrintedFinding> findings) {
        return findings.stream()
                .map(each -> {
                    String reason = given.get(new Given(topic, each.withReason("")));
                    return reason == null ? each : each.withReason(reason);
                })
                .toList();
    }

    /** The file that the desk itself has written since the latest check or run: no news to whoever works here. */
    Optional<String> own(Topic topic) {
        return Optional.ofNullable(own.get(topic));
    }

    private Inbox inbox(Topic topic) {
        return new Inbox(workplace.folders().input(), topic.period());
    }

    private Words words() {
        return workplace.words();
    }

    private void perform(Work work, Prepared<?> prepared) {
        Optional<RunOutcome> end = Optional.empty();
        List<String> inTheWay = List.of();
        try {
            end = Optional.of(performed(work, prepared));
        } catch (Obstacle e) {
            inTheWay = e.lines();
        } catch (Throwable e) {
            boolean stopped = work.state().stopping() && isStop(e);
            inTheWay = List.of(stopped ? words().text("desk.period.stopped_by_hand") : faults.said(e));
        }
        synchronized (this) {
            underWay = null;
        }
        if (end.isPresent()) {
            work.end(end.get());
        } else {
            work.end(inTheWay);
        }
    }

    private static boolean isStop(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Progress.Stopped) {
                return true;
            }
        }
        return false;
    }

    private RunOutcome performed(Work work, Prepared<?> prepared) throws IOException {
        Office office = workplace.office();
        String command = (work.publishing() ? "run " : "check ") + work.topic().period() + " --rule "
                + work.topic().rule();
        Caller caller = workplace.seat().caller(work.person(), command);
        TemporaryFolder aside = TemporaryFolder.take(workplace.folders().output());
        try (aside) {
            return workplace.ask(faces -> {
                RunRequest request = new RunRequest(
                        work.topic().period(), Optional.empty(), false, office.publishing(), caller, work);
                if (work.publishing()) {
                    return prepared.run(request, faces.engine(), faces.installation())
                            .end();
                }
                RunOutcome end = prepared.check(request, faces.engine(), faces.installation())
                        .end();
                if (Told.looked(end).isPresent()) {
                    boolean errors = end instanceof RunOutcome.Stopped;
                    faces.note(
                            caller.at(faces.installation().now()),
                            "check",
                            Optional.of(request.period()),
                            errors ? "checked_errors" : "checked");
                }
                return end;
            });
        } finally {
            settle(office);
        }
    }

    private static void settle(Office office) {
        try {
            office.settle();
        } catch (IOException | RuntimeException e) {
            LOG.warn("rights: not settled, {}", e.getClass().getSimpleName());
        }
    }
}
