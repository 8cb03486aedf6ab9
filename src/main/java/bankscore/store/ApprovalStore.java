package bankscore.store;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import bankscore.office.ForeignRow;
import bankscore.office.Series;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Approvals of the revisions of a series; nothing is ever changed or taken out. */
public final class ApprovalStore {

    private final JdbcClient client;
    private final Series series;

    public ApprovalStore(DataSource dataSource, Series series) {
        this.client = JdbcClient.create(dataSource);
        this.series = series;
    }

    public Series series() {
        return series;
    }

    /** A row as it stands there, whoever wrote it. */
    private record Row(String period, int revision, String document, LocalDate date) {

        /** Empty if document or period are none as they are recorded: then the row was tampered with. */
        private Optional<Approval> approval() {
            return DocumentNumber.read(document)
                    .filter(read -> read.text().equals(document))
                    .flatMap(read -> Period.parse(period).map(parsed -> new Approval(parsed, revision, read, date)));
        }
    }

    private List<Row> rows() {
        return client.sql("SELECT period, revision, document, approved_on FROM approval"
                        + " WHERE jurisdiction = ? AND rule = ? ORDER BY period, seq")
                .params(series.jurisdiction(), series.rule())
                .query((row, number) -> new Row(
                        row.getString("period"),
                        row.getInt("revision"),
                        row.getString("document"),
                        row.getDate("approved_on").toLocalDate()))
                .list();
    }

    private List<Row> rows(Period period) {
        return rows().stream()
                .filter(row -> row.period().equals(period.toString()))
                .toList();
    }

    /**
     * All approvals, by period and in the order in which they were recorded.
     *
     * @throws ForeignRow if a row is none
     */
    public List<Approval> all() {
        return rows().stream()
                .map(row -> row.approval().orElseThrow(() -> new ForeignRow("approval", null)))
                .toList();
    }

    /** All approvals of a period, in the order in which they were recorded; what is none is {@link #foreign}. */
    public List<Approval> all(Period period) {
        return rows(period).stream().flatMap(row -> row.approval().stream()).toList();
    }

    /** What rows of a period say that are no approvals: revision and document. */
    public List<String> foreign(Period period) {
        return rows(period).stream()
                .filter(row -> row.approval().isEmpty())
                .map(row -> "r" + row.revision() + " " + row.document())
                .toList();
    }

    /**
     * The approval that holds: the one recorded last.
     *
     * @throws ForeignRow if a row of the period is none: it may have been the last one
     */
    public Optional<Approval> current(Period period) {
        if (!foreign(period).isEmpty()) {
            throw new ForeignRow("approval", null);
        }
        List<Approval> all = all(period);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Adds an approval; within the caller's transaction, with its entry of the history. */
    public void add(Approval approval) {
        client.sql("INSERT INTO approval (jurisdiction, rule, period, revision, seq, document, approved_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        series.jurisdiction(),
                        series.rule(),
                        approval.period().toString(),
                        approval.revision(),
                        rows(approval.period()).size() + 1L,
                        approval.document().text(),
                        Date.valueOf(approval.date()))
                .update();
    }

    /** What the history's entry of an approval is tied to: the approval and the manifest of what was approved. */
    public String digest(Approval approval, String manifest) {
        return Sha256.of(String.join(
                "\n",
                series.jurisdiction(),
                approval.period().toString(),
                Integer.toString(approval.revision()),
                approval.document().text(),
                approval.date().toString(),
                manifest + (series.rule().isEmpty() ? "" : "\n" + series.rule())));
    }
}
