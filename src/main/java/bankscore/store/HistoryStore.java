package bankscore.store;

import bankscore.office.HistoryEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The history: append-only, each entry chained to the one before by its hash, so that a changed entry is found unless the
 * whole chain after it is computed anew.
 */
public final class HistoryStore {

    /** What the first entry is chained to. */
    public static final String ROOT = "0".repeat(64);

    private static final String LOCK = "history";

    private final JdbcClient client;
    private final TransactionTemplate transaction;

    public HistoryStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** An entry in its place in the chain. */
    public record Link(long seq, HistoryEntry entry, String previous, String hash) {

        /** Whether the hash is the entry's own, and the entry one that this program could have written. */
        public boolean holds() {
            return entry.isTimed() && entry.hash(seq, previous).equals(hash);
        }
    }

    /** The longest beginning of a history in which every entry has its own hash and names the one before. */
    public static List<Link> sound(List<Link> links) {
        String previous = ROOT;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (link.seq() != i + 1 || !link.previous().equals(previous) || !link.holds()) {
                return links.subList(0, i);
            }
            previous = link.hash();
        }
        return links;
    }

    /** The hash of the latest entry. */
    public String head() {
        return last().map(Link::hash).orElse(ROOT);
    }

    /** Appends an entry, one after the other whoever appends; joins the caller's transaction. */
    public Link append(HistoryEntry entry) {
        return append(head -> entry);
    }

    /** Appends an entry that is made when the hash of the one before it is known, and nobody can come between any more. */
    public Link append(Function<String, HistoryEntry> following) {
        return Objects.requireNonNull(transaction.execute(status -> {
            client.sql("SELECT subject FROM run_lock WHERE jurisdiction = '' AND subject = ? FOR UPDATE")
                    .param(LOCK)
                    .query(String.class)
                    .single();
            return link(following);
        }));
    }

    private Link link(Function<String, HistoryEntry> following) {
        Optional<Link> last = last();
        long seq = last.map(Link::seq).orElse(0L) + 1;
        String previous = last.map(Link::hash).orElse(ROOT);
        HistoryEntry entry = following.apply(previous);
        String hash = entry.hash(seq, previous);
        client.sql("INSERT INTO history (seq, jurisdiction, happened_at, os_user, machine, command, arguments, period,"
                        + " revision, outcome, digest, rule, previous, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seq,
                        entry.jurisdiction(),
                        entry.at(),
                        entry.user(),
                        entry.machine(),
                        entry.command(),
                        entry.arguments(),
                        entry.period(),
                        entry.revision(),
                        entry.outcome(),
                        entry.digest(),
                        entry.rule(),
                        previous,
                        hash)
                .update();
        renewHead(last, seq, hash);
        return new Link(seq, entry, previous, hash);
    }

    /** A head that did not name the entry before stays as it is: what was cut off is not covered up by the next entry. */
    private void renewHead(Optional<Link> last, long seq, String hash) {
        if (last.isEmpty()) {
            client.sql("INSERT INTO history_head (seq, hash) SELECT CAST(? AS BIGINT), CAST(? AS VARCHAR(64))"
                            + " WHERE NOT EXISTS (SELECT 1 FROM history_head)")
                    .params(seq, hash)
                    .update();
        } else {
            client.sql("UPDATE history_head SET seq = ?, hash = ? WHERE seq = ? AND hash = ?"
                            + " AND (SELECT COUNT(*) FROM history_head) = 1")
                    .params(seq, hash, last.get().seq(), last.get().hash())
                    .update();
        }
    }

    /**
     * Whether the latest entry is the one that was noted as the latest: none was cut off. Asked in one statement, because
     * runs of other periods may append meanwhile.
     */
    public boolean headHolds() {
        return client.sql("SELECT (SELECT COUNT(*) FROM history_head) AS heads, (SELECT COUNT(*) FROM history_head h"
                        + " JOIN history e ON e.seq = h.seq AND e.hash = h.hash"
                        + " WHERE h.seq = (SELECT MAX(seq) FROM history)) AS held,"
                        + " (SELECT COUNT(*) FROM history) AS entries")
                .query((row, number) -> row.getLong("entries") == 0
                        ? row.getLong("heads") == 0
                        : row.getLong("heads") == 1 && row.getLong("held") == 1)
                .single();
    }

    /** All entries in their order. */
    public List<Link> all() {
        return client.sql("SELECT * FROM history ORDER BY seq")
                .query(HistoryStore::read)
                .list();
    }

    private Optional<Link> last() {
        return client.sql("SELECT * FROM history WHERE seq = (SELECT MAX(seq) FROM history)")
                .query(HistoryStore::read)
                .optional();
    }

    private static Link read(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("seq"),
                new HistoryEntry(
                        row.getString("jurisdiction"),
                        row.getString("happened_at"),
                        row.getString("os_user"),
                        row.getString("machine"),
                        row.getString("command"),
                        row.getString("arguments"),
                        row.getString("period"),
                        row.getInt("revision"),
                        row.getString("outcome"),
                        row.getString("digest"),
                        row.getString("rule")),
                row.getString("previous"),
                row.getString("hash"));
    }
}
