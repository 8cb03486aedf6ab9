package bankscore.store;

import bankscore.facts.Claim;
import bankscore.facts.OnSheet;
import bankscore.intake.table.staged.RowsSaid;
import bankscore.intake.table.staged.SaidClaim;
import bankscore.store.database.Ahead;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The claims of a job instance's sheets, by the block: a million of them are some hundred rows here. */
public final class ClaimStore {

    private static final int BATCH = 100;

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    ClaimStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Stages claims: each sheet's in the order of its rows. */
    public void save(long instance, List<SaidClaim> claims) {
        jdbc.batchUpdate(
                "INSERT INTO staged_claims (instance, sheet, row_no, dataset, claims, said, said_other, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                ClaimBlock.of(claims),
                BATCH,
                (row, block) -> {
                    row.setLong(1, instance);
                    row.setInt(2, block.sheet());
                    row.setInt(3, block.firstRow());
                    row.setString(4, block.dataset());
                    row.setInt(5, block.size());
                    row.setLong(6, block.said().sum());
                    row.setLong(7, block.said().other());
                    row.setBytes(8, block.content());
                });
    }

    /**
     * Gives every claim of a dataset with the number of its sheet, in the order of sheets and rows; no more than a few blocks
     * of them are in memory.
     */
    public void each(long instance, String dataset, Consumer<OnSheet<Claim>> to) {
        List<Object[]> keys = client.sql("SELECT sheet, row_no FROM staged_claims WHERE instance = ? AND dataset = ?"
                        + " ORDER BY sheet, row_no")
                .params(instance, dataset)
                .query((row, number) -> new Object[] {instance, row.getInt(1), row.getInt(2)})
                .list();
        ClaimBlock.Reader reader = new ClaimBlock.Reader(dataset);
        try (Ahead<Supplier<List<OnSheet<Claim>>>, List<OnSheet<Claim>>> blocks =
                new Ahead<>("claims", Supplier::get, claims -> claims.forEach(to))) {
            for (Object[] key : keys) {
                jdbc.query(
                        "SELECT sheet, content, claims FROM staged_claims WHERE instance = ? AND sheet = ? AND row_no = ?",
                        row -> {
                            int sheet = row.getInt(1);
                            byte[] content = row.getBytes(2);
                            int count = row.getInt(3);
                            blocks.take(() -> reader.read(sheet, content, count));
                        },
                        key);
            }
            blocks.end();
        }
    }

    /** How many claims are staged. */
    public long count(long instance) {
        return client.sql("SELECT COALESCE(SUM(claims), 0) FROM staged_claims WHERE instance = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }

    /** How many claims of a dataset are staged. */
    public long count(long instance, String dataset) {
        return client.sql("SELECT COALESCE(SUM(claims), 0) FROM staged_claims WHERE instance = ? AND dataset = ?")
                .params(instance, dataset)
                .query(Long.class)
                .single();
    }

    /** What the claims of each sheet say, by its number; sheets without any are left out. */
    public Map<Integer, RowsSaid> said(long instance) {
        Map<Integer, RowsSaid> said = new TreeMap<>();
        client.sql("SELECT sheet, claims, said, said_other FROM staged_claims WHERE instance = ?")
                .param(instance)
                .query(row -> {
                    RowsSaid block =
                            new RowsSaid(row.getLong("claims"), row.getLong("said"), row.getLong("said_other"), true);
                    said.merge(row.getInt("sheet"), block, RowsSaid::plus);
                });
        return said;
    }
}
