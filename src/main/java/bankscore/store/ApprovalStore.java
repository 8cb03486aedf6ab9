package bankscore.store;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Approvals of a jurisdiction's revisions; nothing is ever changed or taken out. */
public final class ApprovalStore {

    private final JdbcClient client;
    private final String jurisdiction;

    public ApprovalStore(DataSource dataSource, String jurisdiction) {
        this.client = JdbcClient.create(dataSource);
        this.jurisdiction = jurisdiction;
    }

    public String jurisdiction() {
        return jurisdiction;
    }

    /** All approvals of a period, in the order in which they were recorded. */
    public List<Approval> all(Period period) {
        return client.sql("SELECT revision, document, approved_on FROM approval"
                        + " WHERE jurisdiction = ? AND period = ? ORDER BY seq")
                .params(jurisdiction, period.toString())
                .query((row, number) -> new Approval(
                        period,
                        row.getInt("revision"),
                        new DocumentNumber(row.getString("document")),
                        row.getDate("approved_on").toLocalDate()))
                .list();
    }

    /** The approval that holds: the one recorded last. */
    public Optional<Approval> current(Period period) {
        List<Approval> all = all(period);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Adds an approval; within the caller's transaction, with its entry of the history. */
    public void add(Approval approval) {
        client.sql("INSERT INTO approval (jurisdiction, period, revision, seq, document, approved_on)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        jurisdiction,
                        approval.period().toString(),
                        approval.revision(),
                        all(approval.period()).size() + 1L,
                        approval.document().text(),
                        Date.valueOf(approval.date()))
                .update();
    }

    /** What the history's entry of an approval is tied to: the approval and the manifest of what was approved. */
    public String digest(Approval approval, String manifest) {
        return Sha256.of(String.join(
                "\n",
                jurisdiction,
                approval.period().toString(),
                Integer.toString(approval.revision()),
                approval.document().text(),
                approval.date().toString(),
                manifest));
    }
}
