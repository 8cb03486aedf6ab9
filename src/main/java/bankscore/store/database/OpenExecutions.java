package bankscore.store.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The executions of Spring Batch of which the database does not say how they ended: they count as running, or went on while
 * it was away ({@code UNKNOWN}). Spring Batch finds the former alone, and refuses to start what has one of the latter.
 */
public final class OpenExecutions {

    private static final String OPEN = "('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')";

    private final JdbcClient client;

    public OpenExecutions(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /** Their numbers, of the instances of one job, the oldest first. */
    public List<Long> of(String job) {
        return numbers(job, "e.status IN " + OPEN);
    }

    /**
     * The same, and those that ended while one of their steps is as open: others were at work on it when nobody waited for
     * them any more.
     */
    public List<Long> withOpenSteps(String job) {
        return numbers(
                job,
                "(e.status IN " + OPEN
                        + " OR e.job_execution_id IN (SELECT job_execution_id FROM batch_step_execution WHERE status IN "
                        + OPEN + "))");
    }

    private List<Long> numbers(String job, String which) {
        return client.sql("SELECT e.job_execution_id FROM batch_job_execution e"
                        + " JOIN batch_job_instance i ON i.job_instance_id = e.job_instance_id"
                        + " WHERE i.job_name = ? AND " + which + " ORDER BY e.job_execution_id")
                .param(job)
                .query(Long.class)
                .list();
    }
}
