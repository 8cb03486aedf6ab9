package bankscore.store.province;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files of a province's folders, for workers on machines that see none of them. A content is kept once, however many
 * counties have it: most configurations are alike.
 */
public final class SharedFiles {

    private static final int PART = 512 * 1024;

    private final JdbcClient client;
    private final String province;
    private final String start;

    /**
     * @param province its jurisdiction
     * @param start what tells one start of it from others, 64 letters; its files are frozen by that
     */
    public SharedFiles(DataSource dataSource, String province, String start) {
        this.client = JdbcClient.create(dataSource);
        this.province = province;
        this.start = start;
    }

    /** Whether a content is kept already. */
    public boolean has(String digest) {
        return client.sql("SELECT COUNT(*) FROM shared_content WHERE digest = ? AND part = 0")
                        .param(digest)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Keeps a content, in the caller's transaction: whole or not at all.
     *
     * @param digest SHA-256 of what it has
     */
    public void keep(String digest, InputStream content) throws IOException {
        byte[] part = content.readNBytes(PART);
        for (int number = 0; number == 0 || part.length > 0; number++) {
            try {
                client.sql("INSERT INTO shared_content (digest, part, content) VALUES (?, ?, ?)")
                        .params(digest, number, part)
                        .update();
            } catch (DuplicateKeyException e) {
                throw new IOException("kept at the same time by another start: " + digest, e);
            }
            part = content.readNBytes(PART);
        }
    }

    /** Says what lies below a county's folder, by the path with slashes; what was said before no longer counts. */
    public void list(String county, Map<String, String> digests) {
        client.sql("DELETE FROM shared_file WHERE province = ? AND start = ? AND county = ?")
                .params(province, start, county)
                .update();
        digests.forEach((path, digest) -> client.sql(
                        "INSERT INTO shared_file (province, start, county, path, digest) VALUES (?, ?, ?, ?, ?)")
                .params(province, start, county, path, digest)
                .update());
    }

    /** What lies below a county's folder, by its path with slashes. */
    public Map<String, String> of(String county) {
        Map<String, String> digests = new TreeMap<>();
        client.sql("SELECT path, digest FROM shared_file WHERE province = ? AND start = ? AND county = ?")
                .params(province, start, county)
                .query(row -> {
                    digests.put(row.getString("path"), row.getString("digest"));
                });
        return digests;
    }

    /** Writes a content, a part of it in memory at a time; nothing if it is not kept. */
    public void write(String digest, OutputStream to) throws IOException {
        int parts = client.sql("SELECT COUNT(*) FROM shared_content WHERE digest = ?")
                .param(digest)
                .query(Integer.class)
                .single();
        for (int part = 0; part < parts; part++) {
            byte[] content = client.sql("SELECT content FROM shared_content WHERE digest = ? AND part = ?")
                    .params(digest, part)
                    .query((row, number) -> row.getBytes(1))
                    .single();
            new ByteArrayInputStream(content).transferTo(to);
        }
    }

    /** Forgets what earlier starts of the province shared, and every content that nobody needs any more. */
    public void forgetOthers() {
        client.sql("DELETE FROM shared_file WHERE province = ? AND start <> ?")
                .params(province, start)
                .update();
        client.sql("DELETE FROM shared_content WHERE digest NOT IN (SELECT digest FROM shared_file)")
                .update();
    }
}
