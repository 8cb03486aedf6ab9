package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.intake.text.DayText;
import bankscore.office.Approval;
import bankscore.office.Caller;
import bankscore.office.Decision;
import bankscore.office.Decision.Verdict;
import bankscore.office.DocumentNumber;
import bankscore.office.ForeignRow;
import bankscore.office.HistoryEntry;
import bankscore.office.Holder;
import bankscore.office.OpenKey;
import bankscore.office.People;
import bankscore.office.Refusal;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.office.Standing;
import bankscore.office.Step;
import bankscore.office.Way;
import bankscore.run.publish.Slips;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.PeriodFolder;
import bankscore.sheet.CellValue;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what is decided of a revision: that it is reviewed or returned, and that the government has approved it. */
public final class Approvals {

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final Series series;
    private final Path output;
    private final Words words;
    private final People people;

    /**
     * @param output where slips are filed
     * @param people by whose rules it is decided
     */
    public Approvals(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Series series,
            Path output,
            Words words,
            People people) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.series = series;
        this.output = output;
        this.words = words;
        this.people = people;
    }

    /** A day as people write it, such as {@code 2023-01-10} or {@code 2023年1月10日}; empty if it is none. */
    public static Optional<LocalDate> day(String text) {
        return DayText.read(new CellValue.Text(text)) instanceof DayText.Read read
                ? Optional.of(read.day())
                : Optional.empty();
    }

    /**
     * What is to be recorded.
     *
     * @param replaces whether it may take the place of an approval that is recorded already
     * @param key of who signs it; absent: nobody does
     */
    public record Asked(
            Period period,
            int revision,
            DocumentNumber document,
            LocalDate date,
            boolean replaces,
            Optional<OpenKey> key,
            Caller caller) {

        Approval approval() {
            return new Approval(period, revision, document, date);
        }
    }

    /** How recording ended; the words are under {@code cli.approve.<NAME>}. */
    public enum End {
        /** Recorded. */
        APPROVED,
        /** This very approval is recorded already. */
        ALREADY,
        /** The revision is approved by another document or date. */
        OTHERWISE,
        /** Another revision of the period is approved. */
        OTHER,
        /** Nothing like it is published. */
        NO_REVISION,
        /** Approved after today. */
        FUTURE,
        /** Approved before the period was over. */
        EARLY,
        /** The year in the document's number is not that of its date or the one before. */
        YEAR,
        /** It is not his to approve, or not as the revision stands. */
        REFUSED,
        /** A run of the period holds the lock. */
        LOCKED
    }

    /**
     * What came of it.
     *
     * @param earlier the approval that was recorded before, if there is one
     * @param latest the latest revision of the period; 0 if none
     * @param refusal why it is refused
     * @param filed the slips that were written
     */
    public record Recorded(
            End end, Optional<Approval> earlier, int latest, Optional<Refusal> refusal, FiledSlips filed) {

        /** What is told of it in one sentence. */
        public String said(Approval approval, Words words) {
            if (end == End.LOCKED) {
                return words.text("cli.locked");
            }
            return refusal.isPresent()
                    ? words.text("refusal." + refusal.get().name())
                    : words.text("cli.approve." + end.name(), values(approval));
        }

        /** What the sentence of an earlier approval that was replaced says. */
        public String replaced(Approval approval, Words words) {
            return words.text("cli.approve.replaced", values(approval));
        }

        private Object[] values(Approval approval) {
            return new Object[] {
                "period",
                approval.period(),
                "revision",
                approval.revision(),
                "document",
                approval.document(),
                "date",
                approval.date(),
                "end",
                approval.period().end(),
                "earlier",
                earlier.map(Approval::revision).orElse(0),
                "earlierDocument",
                earlier.map(Approval::document).map(Object::toString).orElse(""),
                "earlierDate",
                earlier.map(Approval::date).map(Object::toString).orElse("")
            };
        }
    }

    /** Records an approval, if it can be one, and files its slip. */
    public Recorded record(Asked asked) {
        RunLock lock = lock(asked.period(), asked.caller()).orElse(null);
        if (lock == null) {
            return new Recorded(End.LOCKED, Optional.empty(), 0, Optional.empty(), FiledSlips.NONE);
        }
        try (lock) {
            Stores stores = Stores.of(dataSource, series);
            Optional<Revision> revision = stores.revisions().published(asked.period(), asked.revision());
            Optional<Approval> earlier = stores.approvals().current(asked.period());
            int latest = stores.revisions()
                    .latest(asked.period())
                    .map(Revision::number)
                    .orElse(0);
            End end = revision.isEmpty() ? End.NO_REVISION : judge(asked, earlier);
            Optional<Refusal> refusal = Optional.empty();
            if (end == End.APPROVED) {
                Approval approval = asked.approval();
                Attempt attempt = new Attempt(
                        revision.orElseThrow(),
                        Verdict.APPROVED,
                        Standings.words(approval),
                        asked.key(),
                        asked.caller());
                Step step = attempt(stores, attempt);
                if (step instanceof Refusal refused) {
                    end = End.REFUSED;
                    refusal = Optional.of(refused);
                } else {
                    append(stores, lock, attempt, text -> {
                        stores.approvals().add(approval);
                        return stores.approvals()
                                .digest(approval, attempt.revision().manifest());
                    });
                }
            }
            return new Recorded(end, earlier, latest, refusal, file(stores, asked.period()));
        }
    }

    /**
     * A review that is to be recorded.
     *
     * @param words why it is returned, kept on one line; absent: it is as it should be
     */
    public record Review(Period period, int revision, Optional<String> words, OpenKey key, Caller caller) {

        public Review {
            words = words.map(text -> text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        }
    }

    /**
     * What came of a review.
     *
     * @param step where the revision stands now, or why it was refused; absent: nothing like it is published
     * @param locked whether a run of the period holds the lock
     */
    public record Reviewed(Optional<Step> step, boolean locked, FiledSlips filed) {}

    /** Records a review, if it can be one. */
    public Reviewed record(Review review) {
        RunLock lock = lock(review.period(), review.caller()).orElse(null);
        if (lock == null) {
            return new Reviewed(Optional.empty(), true, FiledSlips.NONE);
        }
        try (lock) {
            Stores stores = Stores.of(dataSource, series);
            Optional<Step> step = stores.revisions()
                    .published(review.period(), review.revision())
                    .map(revision -> {
                        Attempt attempt = new Attempt(
                                revision,
                                review.words().isPresent() ? Verdict.RETURNED : Verdict.REVIEWED,
                                review.words().orElse(""),
                                Optional.of(review.key()),
                                review.caller());
                        Step taken = attempt(stores, attempt);
                        if (taken instanceof Standing) {
                            append(stores, lock, attempt, Sha256::of);
                        }
                        return taken;
                    });
            return new Reviewed(step, false, file(stores, review.period()));
        }
    }

    private Optional<RunLock> lock(Period period, Caller caller) {
        return RunLock.tryTake(dataSource, series.jurisdiction(), series.subject(period), Holder.of(caller));
    }

    private FiledSlips file(Stores stores, Period period) {
        PeriodFolder folder = new PeriodFolder(output, period, series.rule());
        return new SignedPages(stores, words, () -> people).complete(folder, new Slips(stores, words).complete(folder));
    }

    private record Attempt(Revision revision, Verdict verdict, String words, Optional<OpenKey> key, Caller caller) {}

    private Step attempt(Stores stores, Attempt attempt) {
        Standings standings = Standings.of(stores, people, attempt.revision().period());
        Way way = standings.ways().get(attempt.revision().number());
        if (way == null) {
            // Verifying says that the history does not know it.
            throw new ForeignRow("revision", null);
        }
        return Standings.step(
                way.standing(),
                attempt.verdict(),
                new Standing.Act(
                        attempt.key().map(OpenKey::signer),
                        attempt.caller().time(),
                        standings.day(attempt.caller().at().toLocalDate()),
                        attempt.words(),
                        people));
    }

    /**
     * Appends the entry with what goes with it, or nothing at all.
     *
     * @param digest what the entry is tied to, by the text that was signed; it adds what else is to be kept
     */
    private void append(Stores stores, RunLock lock, Attempt attempt, Function<byte[], String> digest) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            lock.hold();
            stores.history().append(head -> {
                Revision revision = attempt.revision();
                HistoryEntry bare = attempt.caller()
                        .entry(
                                series,
                                attempt.verdict() == Verdict.APPROVED ? "approve" : "review",
                                revision.period(),
                                revision.number(),
                                attempt.verdict().outcome(),
                                "");
                Decision decision = new Decision(
                        series,
                        revision.period(),
                        revision.number(),
                        revision.manifest(),
                        head,
                        attempt.key().map(key -> key.signer().name()).orElse(""),
                        attempt.verdict(),
                        attempt.words(),
                        bare.at());
                attempt.key().ifPresent(key -> stores.decisions().add(key.sign(decision)));
                return bare.tiedTo(digest.apply(decision.text()));
            });
        });
        stores.durability().force();
    }

    private static End judge(Asked asked, Optional<Approval> earlier) {
        LocalDate date = asked.date();
        int years = date.getYear() - asked.document().year();
        if (date.isAfter(asked.caller().at().toLocalDate())) {
            return End.FUTURE;
        }
        if (!date.isAfter(asked.period().end())) {
            return End.EARLY;
        }
        if (years < 0 || years > 1) {
            return End.YEAR;
        }
        if (earlier.isEmpty()) {
            return End.APPROVED;
        }
        if (earlier.get().equals(asked.approval())) {
            return End.ALREADY;
        }
        if (asked.replaces()) {
            return End.APPROVED;
        }
        return earlier.get().revision() == asked.revision() ? End.OTHERWISE : End.OTHER;
    }
}
