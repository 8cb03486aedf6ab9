package bankscore.store.province;

import bankscore.exact.Period;
import bankscore.office.CountyState;
import bankscore.office.CountyState.End;
import bankscore.office.CountyState.Kept;
import bankscore.office.CountyState.Work;
import bankscore.office.ForeignRow;
import bankscore.office.Series;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the counties of a province are in a period by a rule. */
public final class ProvinceStore {

    private static final String TABLE = "province_county";
    private static final String OF = " WHERE province = ? AND rule = ? AND period = ?";
    private static final int LONGEST = 4000;

    private final JdbcClient client;
    private final String province;
    private final String rule;
    private final String period;

    /**
     * @param province its jurisdiction
     * @param rule the rule that its counties go by
     */
    public ProvinceStore(DataSource dataSource, String province, String rule, Period period) {
        this.client = JdbcClient.create(dataSource);
        this.province = province;
        this.rule = rule;
        this.period = period.toString();
    }

    /** What was started of a province. */
    public record Started(Period period, String rule) {}

    /** All that was started of a province, the latest period first. */
    public static List<Started> started(DataSource dataSource, String province) {
        return JdbcClient.create(dataSource)
                .sql("SELECT DISTINCT period, rule FROM " + TABLE + " WHERE province = ? ORDER BY period DESC, rule")
                .param(province)
                .query((row, number) ->
                        new Started(Period.parse(row.getString("period")).orElseThrow(), row.getString("rule")))
                .list();
    }

    /** All counties in their order. */
    public List<CountyState> all() {
        return client.sql("SELECT * FROM " + TABLE + OF + " ORDER BY position")
                .params(province, rule, period)
                .query(ProvinceStore::state)
                .list();
    }

    /** One of them, which is there. */
    public CountyState of(String county) {
        return client.sql("SELECT * FROM " + TABLE + OF + " AND county = ?")
                .params(province, rule, period, county)
                .query(ProvinceStore::state)
                .single();
    }

    /**
     * So many counties have come to an end.
     *
     * @param millis what they took in all
     */
    public record Tally(int counties, long millis) {}

    /**
     * A revision that a county had.
     *
     * @param series of its rule
     */
    public record Stood(Series series, Period period, int revision) {}

    /** The latest one of each county of a province, by its jurisdiction, whatever the rule; of one without there is none. */
    public static Map<String, Stood> stood(DataSource dataSource, String province) {
        Map<String, Stood> stood = new TreeMap<>();
        JdbcClient.create(dataSource)
                .sql("SELECT jurisdiction, series, period, revision FROM " + TABLE
                        + " WHERE province = ? AND revision > 0 ORDER BY period, revision")
                .param(province)
                .query((row, number) -> stood.put(
                        row.getString("jurisdiction"),
                        new Stood(
                                new Series(row.getString("jurisdiction"), row.getString("series")),
                                Period.parse(row.getString("period")).orElseThrow(() -> new ForeignRow(TABLE, null)),
                                row.getInt("revision"))))
                .list();
        return stood;
    }

    /** How many have come to what. */
    public Map<End, Tally> tallies() {
        Map<End, Tally> tallies = new TreeMap<>();
        client.sql("SELECT state, COUNT(*) AS counties, SUM(millis) AS millis FROM " + TABLE + OF + " GROUP BY state")
                .params(province, rule, period)
                .query((row, number) -> tallies.put(end(row), new Tally(row.getInt("counties"), row.getLong("millis"))))
                .list();
        return tallies;
    }

    /** What each goes by, in one digest, by its name. */
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        client.sql("SELECT county, digest FROM " + TABLE + OF)
                .params(province, rule, period)
                .query((row, number) -> digests.put(row.getString("county"), row.getString("digest")))
                .list();
        return digests;
    }

    /** Those that are worked on. */
    public List<CountyState> running() {
        return client.sql("SELECT * FROM " + TABLE + OF + " AND state = ? ORDER BY position")
                .params(province, rule, period, End.RUNNING.name())
                .query(ProvinceStore::state)
                .list();
    }

    /**
     * Puts these in the place of all that were there, in the caller's transaction.
     *
     * @param digests of what each goes by, by its name
     */
    public void replace(List<CountyState> counties, Map<String, String> digests) {
        client.sql("DELETE FROM " + TABLE + OF).params(province, rule, period).update();
        for (int i = 0; i < counties.size(); i++) {
            CountyState county = counties.get(i);
            client.sql("INSERT INTO " + TABLE
                            + " (province, rule, period, county, position, jurisdiction, digest, series,"
                            + " state, sent, revision, instance, detail, worker, since, millis)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            province,
                            rule,
                            period,
                            county.county(),
                            i + 1,
                            county.jurisdiction(),
                            digests.getOrDefault(county.county(), ""),
                            county.kept().series(),
                            county.end().name(),
                            county.kept().files(),
                            county.kept().revision(),
                            county.kept().instance(),
                            county.work().detail(),
                            county.work().where(),
                            county.work().since(),
                            county.work().millis())
                    .update();
        }
    }

    /** Notes how far a county is that is there. */
    public void note(CountyState county) {
        note(county, "", List.of());
    }

    /**
     * Notes it if whoever says so is still the one who works on it: another has taken the county over from one who was
     * frozen, and has said already what came of it.
     */
    public void noteIfStill(CountyState county) {
        note(county, " AND worker = ?", List.of(county.work().where()));
    }

    private void note(CountyState county, String only, List<String> by) {
        String detail = county.work().detail();
        client.sql("UPDATE " + TABLE + " SET series = ?, state = ?, sent = ?, revision = ?, instance = ?, detail = ?,"
                        + " worker = ?, since = ?, millis = ?" + OF + " AND county = ?" + only)
                .params(
                        county.kept().series(),
                        county.end().name(),
                        county.kept().files(),
                        county.kept().revision(),
                        county.kept().instance(),
                        detail.substring(0, Math.min(detail.length(), LONGEST)),
                        county.work().where(),
                        county.work().since(),
                        county.work().millis(),
                        province,
                        rule,
                        period,
                        county.county())
                .params(by)
                .update();
    }

    private static CountyState state(ResultSet row, int number) throws SQLException {
        return new CountyState(
                row.getString("county"),
                row.getString("jurisdiction"),
                end(row),
                new Kept(row.getString("series"), row.getInt("revision"), row.getLong("instance"), row.getInt("sent")),
                new Work(
                        row.getString("worker"),
                        row.getString("since"),
                        row.getLong("millis"),
                        row.getString("detail")));
    }

    private static End end(ResultSet row) throws SQLException {
        try {
            return End.valueOf(row.getString("state"));
        } catch (IllegalArgumentException e) {
            throw new ForeignRow(TABLE, e);
        }
    }
}
