package bankscore.store;

import bankscore.exact.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Everything that is stored of one job instance, row by row, so that a later change of any of it can be seen. */
public final class StoredRows {

    /** Every table that has rows of an instance, the instance itself first, each with the order its rows are taken in. */
    static final Map<String, String> TABLES = tables();

    private static final int AT_A_TIME = 1000;

    /** So many bytes become hex at a time. */
    private static final int PART = 1 << 12;

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final JdbcTemplate jdbc;

    public StoredRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(AT_A_TIME);
    }

    /**
     * SHA-256 of the rows of each table, every column with its length. The key names the table and its columns, such as
     * {@code staged_cells instance,sheet,cells}: a later version of the program may have more.
     */
    public Map<String, String> digests(long instance) {
        Map<String, String> digests = new LinkedHashMap<>();
        TABLES.keySet().forEach(table -> {
            List<String> columns = columns(table);
            digests.put(table + " " + String.join(",", columns), digest(instance, table, columns));
        });
        return digests;
    }

    /** The digest once more, of the table and the columns that a key names; empty if there are none such. */
    public Optional<String> digest(long instance, String key) {
        List<String> named = List.of(key.split("[ ,]", -1));
        String table = named.get(0);
        List<String> columns = named.subList(1, named.size());
        boolean known = TABLES.containsKey(table) && columns(table).containsAll(columns);
        return known ? Optional.of(digest(instance, table, columns)) : Optional.empty();
    }

    private List<String> columns(String table) {
        return Objects.requireNonNull(jdbc.query("SELECT * FROM " + table + " WHERE 1 = 0", (ResultSetExtractor<
                        List<String>>)
                rows -> {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        columns.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                    }
                    return columns;
                }));
    }

    private String digest(long instance, String table, List<String> columns) {
        Sha256 digest = new Sha256();
        String select = "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE instance = ?";
        RowCallbackHandler adding = row -> add(digest, row, columns.size());
        if (columns.contains("content") && !table.equals("staged_source")) {
            // Block after block: all at once need not fit into memory.
            String key = Objects.requireNonNull(TABLES.get(table));
            int parts = Math.toIntExact(key.chars().filter(each -> each == ',').count()) + 2;
            jdbc.query(
                            "SELECT instance, " + key + " FROM " + table + " WHERE instance = ? ORDER BY " + key,
                            (row, number) -> parts(row, parts),
                            instance)
                    .forEach(each ->
                            jdbc.query(select + " AND " + key.replace(",", " = ? AND ") + " = ?", adding, each));
        } else {
            jdbc.query(select + " ORDER BY " + TABLES.get(table), adding, instance);
        }
        return digest.hex();
    }

    private static Object[] parts(ResultSet row, int count) throws SQLException {
        Object[] parts = new Object[count];
        for (int i = 0; i < count; i++) {
            parts[i] = row.getObject(i + 1);
        }
        return parts;
    }

    private static void add(Sha256 digest, ResultSet row, int columns) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            Object object = row.getObject(i);
            if (object instanceof byte[] bytes) {
                digest.add(text.append(1 + 2 * bytes.length).append(":=").toString());
                text.setLength(0);
                addHex(digest, bytes);
            } else {
                String cell = text(object instanceof Clob ? row.getString(i) : object);
                text.append(cell.length()).append(':').append(cell);
            }
        }
        digest.add(text.append('\n').toString());
    }

    /** Adds bytes as hex; a block has hundreds of thousands. */
    private static void addHex(Sha256 digest, byte[] bytes) {
        byte[] part = new byte[2 * PART];
        for (int from = 0; from < bytes.length; from += PART) {
            int to = Math.min(bytes.length, from + PART);
            for (int i = from; i < to; i++) {
                part[2 * (i - from)] = DIGITS[(bytes[i] >> 4) & 0xF];
                part[2 * (i - from) + 1] = DIGITS[bytes[i] & 0xF];
            }
            digest.add(part, 0, 2 * (to - from));
        }
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
        tables.put("staged_bank", "position");
        tables.put("staged_source", "name");
        tables.put("staged_sheet", "sheet");
        tables.put("staged_cells", "sheet");
        tables.put("staged_figure", "sheet, row_no, col_no");
        tables.put("staged_records", "sheet, row_no, col_no");
        tables.put("staged_claims", "sheet, row_no");
        tables.put("staged_parties", "dataset, position");
        tables.put("staged_total", "sheet, row_no, col_no");
        tables.put("staged_reason", "sheet, row_no");
        tables.put("staged_received", "sheet");
        tables.put("staged_received_total", "sheet, position");
        tables.put("finding", "id");
        tables.put("bank_score", "position");
        tables.put("score_line", "bank, item");
        tables.put("plan_row", "fund, position");
        tables.put(BlockStore.TABLE, "part, position");
        return tables;
    }
}
