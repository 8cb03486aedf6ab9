package bankscore.store;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an application keeps of a job instance's result by the block, because it has more rows than a database likes. */
public final class BlockStore {

    public static final String TABLE = "result_block";

    private final JdbcClient client;

    public BlockStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    /** Forgets a part of a result, so that it can be written anew. */
    public void clear(long instance, String part) {
        client.sql("DELETE FROM " + TABLE + " WHERE instance = ? AND part = ?")
                .params(instance, part)
                .update();
    }

    /** Adds a block. */
    public void add(long instance, String part, int position, byte[] content) {
        client.sql("INSERT INTO " + TABLE + " (instance, part, position, content) VALUES (?, ?, ?, ?)")
                .params(instance, part, position, content)
                .update();
    }

    /** Gives the blocks of a part in their order; one of them is in memory at a time. */
    public void each(long instance, String part, Consumer<byte[]> to) {
        List<Integer> positions = client.sql(
                        "SELECT position FROM " + TABLE + " WHERE instance = ? AND part = ? ORDER BY position")
                .params(instance, part)
                .query(Integer.class)
                .list();
        for (int position : positions) {
            to.accept(client.sql("SELECT content FROM " + TABLE + " WHERE instance = ? AND part = ? AND position = ?")
                    .params(instance, part, position)
                    .query((row, number) -> row.getBytes(1))
                    .single());
        }
    }
}
