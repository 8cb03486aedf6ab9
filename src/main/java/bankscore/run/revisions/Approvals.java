package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.intake.text.DayText;
import bankscore.office.Approval;
import bankscore.office.Caller;
import bankscore.office.DocumentNumber;
import bankscore.office.HistoryEntry;
import bankscore.office.Holder;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.run.publish.Slips;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.PeriodFolder;
import bankscore.sheet.CellValue;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that the government has approved a revision. */
public final class Approvals {

    private final DataSource dataSource;
    private final PlatformTransactionManager transactions;
    private final Series series;
    private final Path output;
    private final Words words;

    /** @param output where slips are filed */
    public Approvals(
            DataSource dataSource, PlatformTransactionManager transactions, Series series, Path output, Words words) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.series = series;
        this.output = output;
        this.words = words;
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
     */
    public record Asked(
            Period period, int revision, DocumentNumber document, LocalDate date, boolean replaces, Caller caller) {

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
        /** A run of the period holds the lock. */
        LOCKED
    }

    /**
     * What came of it.
     *
     * @param earlier the approval that was recorded before, if there is one
     * @param latest the latest revision of the period; 0 if none
     * @param filed the slips that were written
     */
    public record Recorded(End end, Optional<Approval> earlier, int latest, FiledSlips filed) {}

    /** Records an approval, if it can be one, and files its slip. */
    public Recorded record(Asked asked) {
        RunLock lock = RunLock.tryTake(
                        dataSource, series.jurisdiction(), series.subject(asked.period()), Holder.of(asked.caller()))
                .orElse(null);
        if (lock == null) {
            return new Recorded(End.LOCKED, Optional.empty(), 0, FiledSlips.NONE);
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
            if (end == End.APPROVED) {
                append(stores, asked, revision.orElseThrow(), lock);
            }
            return new Recorded(
                    end,
                    earlier,
                    latest,
                    new Slips(stores, words).complete(new PeriodFolder(output, asked.period(), series.rule())));
        }
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

    private void append(Stores stores, Asked asked, Revision revision, RunLock lock) {
        HistoryEntry entry = asked.caller()
                .entry(
                        series,
                        "approve",
                        asked.period(),
                        asked.revision(),
                        "approved",
                        stores.approvals().digest(asked.approval(), revision.manifest()));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            lock.hold();
            stores.approvals().add(asked.approval());
            stores.history().append(entry);
        });
        stores.durability().force();
    }
}
