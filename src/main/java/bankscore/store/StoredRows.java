package bankscore.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything that is stored of one job instance, row by row, so that a later change of any of it can be seen. */
public final class StoredRows {

    /** Each table with its key, the order its rows are taken in. */
    private static final Map<String, String> TABLES = tables();

    private static final int AT_A_TIME = 1000;

    private final JdbcTemplate jdbc;

    public StoredRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(AT_A_TIME);
    }

    /** SHA-256 of the rows of each table, by table: every column with its length, none left out. */
    public Map<String, String> digests(long instance) {
        Map<String, String> digests = new LinkedHashMap<>();
        TABLES.forEach((table, key) -> {
            MessageDigest digest = sha256();
            jdbc.query(
                    "SELECT * FROM " + table + " WHERE instance = ? ORDER BY " + key,
                    row -> {
                        add(digest, row);
                    },
                    instance);
            digests.put(table, HexFormat.of().formatHex(digest.digest()));
        });
        return digests;
    }

    private static void add(MessageDigest digest, ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String cell = text(row.getObject(i));
            text.append(cell.length()).append(':').append(cell);
        }
        digest.update(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same on every database, and an absent value told from an empty one. */
    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "-";
        }
        return cell instanceof BigDecimal decimal ? "=" + decimal.toPlainString() : "=" + cell;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("run_instance", "instance");
        tables.put("staged_sheet", "sheet");
        tables.put("staged_cells", "sheet");
        tables.put("staged_figure", "sheet, row_no, col_no");
        tables.put("staged_total", "sheet, row_no, col_no");
        tables.put("staged_reason", "sheet, row_no");
        tables.put("finding", "id");
        tables.put("bank_score", "position");
        tables.put("score_line", "bank, item");
        tables.put("plan_row", "fund, position");
        return tables;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
