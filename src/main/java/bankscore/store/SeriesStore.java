package bankscore.store;

import bankscore.office.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which series of revisions a jurisdiction has, and which rule has the folders of the periods themselves. */
public final class SeriesStore {

    private final JdbcClient client;
    private final String jurisdiction;

    public SeriesStore(DataSource dataSource, String jurisdiction) {
        this.client = JdbcClient.create(dataSource);
        this.jurisdiction = jurisdiction;
    }

    /** Every series with a revision, that of the folders' owner first. */
    public List<Series> all() {
        Stream<String> rules = client
                .sql("SELECT DISTINCT rule FROM revision WHERE jurisdiction = ? AND rule <> '' ORDER BY rule")
                .param(jurisdiction)
                .query(String.class)
                .list()
                .stream();
        return Stream.concat(Stream.of(""), rules)
                .map(rule -> new Series(jurisdiction, rule))
                .toList();
    }

    /** The rule that has the folders; absent as long as none was settled. */
    public Optional<String> owner() {
        return client.sql("SELECT rule FROM folder_owner WHERE jurisdiction = ?")
                .param(jurisdiction)
                .query(String.class)
                .optional();
    }

    /**
     * Settles which rule has the folders, once for all, in the transaction that publishes and after its entry of the history:
     * so one publication after the other asks, whichever server and period they are of.
     *
     * @throws IllegalStateException if another one has them since
     */
    public void settle(String rule) {
        Optional<String> owner = owner();
        if (owner.isEmpty()) {
            client.sql("INSERT INTO folder_owner (jurisdiction, rule) VALUES (?, ?)")
                    .params(jurisdiction, rule)
                    .update();
        } else if (!owner.get().equals(rule)) {
            throw new IllegalStateException("the folders belong to " + owner.get() + ", not to " + rule);
        }
    }
}
