package bankscore.store;

import bankscore.exact.Period;
import bankscore.office.ForeignRow;
import bankscore.office.Revision;
import bankscore.office.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which revisions of a series are published. */
public final class RevisionStore {

    private static final String PUBLISHED = "published";

    private final JdbcClient client;
    private final Series series;

    public RevisionStore(DataSource dataSource, Series series) {
        this.client = JdbcClient.create(dataSource);
        this.series = series;
    }

    /** The latest published revision of a period. */
    public Optional<Revision> latest(Period period) {
        return client
                .sql("SELECT * FROM revision WHERE jurisdiction = ? AND rule = ? AND period = ? AND state = 'published'"
                        + " ORDER BY revision DESC")
                .params(series.jurisdiction(), series.rule(), period.toString())
                .query(RevisionStore::revision)
                // A stream of the client itself would keep its connection.
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** All revisions, by period and number. */
    public List<Revision> all() {
        return client
                .sql("SELECT * FROM revision WHERE jurisdiction = ? AND rule = ? ORDER BY period, revision")
                .params(series.jurisdiction(), series.rule())
                .query(RevisionStore::revision)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** A published revision. */
    public Optional<Revision> published(Period period, int number) {
        return all().stream()
                .filter(each -> each.published() && each.period().equals(period) && each.number() == number)
                .findFirst();
    }

    /** The latest published revision of each earlier period, by period. */
    public List<Revision> latestBefore(Period period) {
        return latestBefore(period, Optional.empty());
    }

    /**
     * The same as it was at some time.
     *
     * @param asOf ISO time with offset; absent: now
     */
    public List<Revision> latestBefore(Period period, Optional<String> asOf) {
        Optional<Instant> at = asOf.map(RevisionStore::instant);
        return all().stream()
                .filter(Revision::published)
                .filter(revision ->
                        at.isEmpty() || !instant(revision.publishedAt()).isAfter(at.get()))
                .filter(revision -> revision.period().compareTo(period) < 0)
                .collect(java.util.stream.Collectors.toMap(
                        Revision::period, revision -> revision, (earlier, later) -> later, java.util.TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /**
     * When a revision was published.
     *
     * @throws ForeignRow if its row's time is none
     */
    public static ZonedDateTime publishedAt(Revision revision) {
        try {
            return ZonedDateTime.parse(revision.publishedAt());
        } catch (DateTimeParseException e) {
            throw new ForeignRow("revision", e);
        }
    }

    /** Long ago if the row's time is none: then the row was tampered with, and verifying says so. */
    private static Instant instant(String time) {
        try {
            return ZonedDateTime.parse(time).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    /** Revisions of a period that an earlier version of the program noted and had not published when it was interrupted. */
    public List<Revision> interrupted(Period period) {
        return all().stream()
                .filter(revision -> !revision.published() && revision.period().equals(period))
                .toList();
    }

    /** Notes a revision, in the caller's transaction: with it, it is published. */
    public void add(Revision revision) {
        client.sql(
                        "INSERT INTO revision (jurisdiction, rule, period, revision, state, instance, identity, code, scheme,"
                                + " result_digest, manifest, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        series.jurisdiction(),
                        series.rule(),
                        revision.period().toString(),
                        revision.number(),
                        revision.published() ? PUBLISHED : "publishing",
                        revision.instance(),
                        revision.identity(),
                        revision.code(),
                        revision.scheme(),
                        revision.resultDigest(),
                        revision.manifest(),
                        revision.publishedAt())
                .update();
    }

    /** Publishes what an earlier version had noted. */
    public void finish(Period period, int number) {
        client.sql(
                        "UPDATE revision SET state = 'published' WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ?")
                .params(series.jurisdiction(), series.rule(), period.toString(), number)
                .update();
    }

    /** Forgets a revision whose folder never came into place. */
    public void drop(Period period, int number) {
        client.sql("DELETE FROM revision WHERE jurisdiction = ? AND rule = ? AND period = ? AND revision = ?"
                        + " AND state = 'publishing'")
                .params(series.jurisdiction(), series.rule(), period.toString(), number)
                .update();
    }

    /** Empty if the row's period is none: then the row was tampered with, and verifying misses the revision. */
    private static Optional<Revision> revision(ResultSet row, int number) throws SQLException {
        Optional<Period> period = Period.parse(row.getString("period"));
        if (period.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Revision(
                period.get(),
                row.getInt("revision"),
                PUBLISHED.equals(row.getString("state")),
                row.getLong("instance"),
                row.getString("identity"),
                row.getString("code"),
                row.getString("scheme"),
                row.getString("result_digest"),
                row.getString("manifest"),
                row.getString("published_at")));
    }
}
