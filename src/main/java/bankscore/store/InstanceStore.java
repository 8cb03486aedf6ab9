package bankscore.store;

import bankscore.exact.Period;
import bankscore.office.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which job instance works on what. */
public final class InstanceStore {

    private final JdbcClient client;

    InstanceStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /** Notes what an instance works on. */
    public void begin(long instance, Series series, Period period) {
        client.sql("DELETE FROM run_instance WHERE instance = ?")
                .param(instance)
                .update();
        client.sql("INSERT INTO run_instance (instance, jurisdiction, rule, period) VALUES (?, ?, ?, ?)")
                .params(instance, series.jurisdiction(), series.rule(), period.toString())
                .update();
    }

    /** The instances of a period that published nothing. */
    public List<Long> unpublished(Series series, Period period) {
        return client.sql("SELECT instance FROM run_instance r WHERE jurisdiction = ? AND rule = ? AND period = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM revision v WHERE v.instance = r.instance) ORDER BY instance")
                .params(series.jurisdiction(), series.rule(), period.toString())
                .query(Long.class)
                .list();
    }

    /** Forgets what is stored of an instance, last that there was one; for instances that published nothing. */
    public void forget(long instance) {
        List<String> tables = new ArrayList<>(StoredRows.TABLES.keySet());
        Collections.reverse(tables);
        for (String table : tables) {
            client.sql("DELETE FROM " + table + " WHERE instance = ?")
                    .param(instance)
                    .update();
        }
    }
}
