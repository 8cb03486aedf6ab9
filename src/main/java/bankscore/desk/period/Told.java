package bankscore.desk.period;

import bankscore.finding.Words;
import bankscore.office.Holder;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Locked;
import bankscore.run.request.RunOutcome.Looked;
import bankscore.run.request.RunOutcome.Lost;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Restored;
import bankscore.run.request.RunOutcome.Stopped;
import java.util.Optional;

/** How a check or run ended, in one sentence. */
record Told(Words words) implements RunOutcome.Reader<String> {

    /** What was looked at; empty where nothing was. */
    static Optional<Looked> looked(RunOutcome end) {
        return end.read(new RunOutcome.Reader<>() {
            @Override
            public Optional<Looked> published(Published each) {
                return Optional.of(each.looked());
            }

            @Override
            public Optional<Looked> nothingNew(NothingNew each) {
                return Optional.of(each.looked());
            }

            @Override
            public Optional<Looked> restored(Restored each) {
                return Optional.of(each.looked());
            }

            @Override
            public Optional<Looked> clean(Clean each) {
                return Optional.of(each.looked());
            }

            @Override
            public Optional<Looked> stopped(Stopped each) {
                return Optional.of(each.looked());
            }

            @Override
            public Optional<Looked> locked(Locked each) {
                return Optional.empty();
            }

            @Override
            public Optional<Looked> lost(Lost each) {
                return Optional.empty();
            }
        });
    }

    @Override
    public String published(Published end) {
        return words.text("desk.period.end.published", "revision", end.revision());
    }

    @Override
    public String nothingNew(NothingNew end) {
        return words.text("desk.period.end.nothing_new", "revision", end.revision());
    }

    @Override
    public String restored(Restored end) {
        return words.text("desk.period.end.restored", "revision", end.revision());
    }

    @Override
    public String clean(Clean end) {
        return words.text("desk.period.end.clean", "files", end.looked().files());
    }

    @Override
    public String stopped(Stopped end) {
        return words.text("desk.period.end.stopped");
    }

    @Override
    public String locked(Locked end) {
        return held(end.holder());
    }

    @Override
    public String lost(Lost end) {
        return held(end.holder());
    }

    private String held(Optional<Holder> holder) {
        return holder.map(each -> words.text(
                        "desk.period.end.held", "user", each.user(), "machine", each.machine(), "since", each.since()))
                .orElse(words.text("desk.unavailable.IN_USE"));
    }
}
