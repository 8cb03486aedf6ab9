package bankscore.store;

import bankscore.exact.Fraction;
import bankscore.facts.ColumnSum;
import bankscore.facts.ControlTotal;
import bankscore.facts.Fact;
import bankscore.facts.Lift;
import bankscore.facts.OnSheet;
import bankscore.facts.WrittenReason;
import bankscore.sheet.CellRef;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of a job instance's sheets said: figures with their keys and cells, control totals, reasons. */
public final class FactStore {

    private static final int BATCH = 5000;

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;

    FactStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(BATCH);
    }

    public void saveFigures(long instance, List<OnSheet<Fact>> figures) {
        jdbc.batchUpdate(
                "INSERT INTO staged_figure (instance, sheet, row_no, col_no, dataset, column_id, bank, label, choice,"
                        + " on_day, amount, note, given_by, shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                figures,
                BATCH,
                (row, each) -> {
                    Fact figure = each.value();
                    row.setLong(1, instance);
                    row.setInt(2, each.sheet());
                    row.setInt(3, figure.at().row());
                    row.setInt(4, figure.at().column());
                    row.setString(5, figure.dataset());
                    row.setString(6, figure.column());
                    row.setString(7, figure.subject());
                    row.setString(8, figure.label());
                    row.setString(9, figure.choice());
                    row.setObject(10, figure.day().orElse(null), Types.DATE);
                    row.setBigDecimal(11, figure.value().orElse(null));
                    row.setString(12, figure.note());
                    row.setString(13, figure.by());
                    row.setBigDecimal(14, figure.shown().orElse(null));
                });
    }

    /** Stages records: figures of which there are many, asked for all at once, in the order of sheets and rows. */
    public void saveRecords(long instance, List<OnSheet<Fact>> records) {
        List<RecordBlock> blocks = new ArrayList<>();
        @Nullable RecordBlock last = null;
        for (OnSheet<Fact> each : records) {
            if (last == null || !last.takes(each.sheet(), each.value())) {
                last = new RecordBlock(each.sheet(), each.value());
                blocks.add(last);
            } else {
                last.add(each.value());
            }
        }
        jdbc.batchUpdate(
                "INSERT INTO staged_records (instance, sheet, row_no, col_no, dataset, figures, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                blocks,
                BATCH,
                (row, block) -> {
                    row.setLong(1, instance);
                    row.setInt(2, block.sheet());
                    row.setInt(3, block.first().row());
                    row.setInt(4, block.first().column());
                    row.setString(5, block.dataset());
                    row.setInt(6, block.figures());
                    row.setBytes(7, block.content());
                });
    }

    /**
     * Gives every record of a dataset with the number of its sheet, in the order of sheets, rows and columns; no more than
     * a block of them is in memory.
     */
    public void records(long instance, String dataset, Consumer<OnSheet<Fact>> to) {
        List<Object[]> keys = client.sql("SELECT sheet, row_no, col_no FROM staged_records WHERE instance = ?"
                        + " AND dataset = ? ORDER BY sheet, row_no, col_no")
                .params(instance, dataset)
                .query((row, number) -> new Object[] {instance, row.getInt(1), row.getInt(2), row.getInt(3)})
                .list();
        // As versions before 9 of the schema staged them; a run that such a version began stands before the blocks.
        streaming.query(
                "SELECT * FROM staged_figure WHERE instance = ? AND dataset = ? ORDER BY sheet, row_no, col_no",
                (RowCallbackHandler) row -> to.accept(new OnSheet<>(row.getInt("sheet"), figure(row))),
                instance,
                dataset);
        blocks(keys, dataset, to);
    }

    /** Gives every figure of a sheet, of records or not, in the order of rows and columns. */
    public void ofSheet(long instance, int sheet, String dataset, Consumer<Fact> to) {
        List<Object[]> keys = client.sql("SELECT row_no, col_no FROM staged_records WHERE instance = ? AND sheet = ?"
                        + " ORDER BY row_no, col_no")
                .params(instance, sheet)
                .query((row, number) -> new Object[] {instance, sheet, row.getInt(1), row.getInt(2)})
                .list();
        streaming.query(
                "SELECT * FROM staged_figure WHERE instance = ? AND sheet = ? ORDER BY row_no, col_no",
                (RowCallbackHandler) row -> to.accept(figure(row)),
                instance,
                sheet);
        blocks(keys, dataset, each -> to.accept(each.value()));
    }

    private void blocks(List<Object[]> keys, String dataset, Consumer<OnSheet<Fact>> to) {
        RecordBlock.Reader reader = new RecordBlock.Reader(dataset);
        for (Object[] key : keys) {
            int sheet = (Integer) key[1];
            jdbc.query(
                    "SELECT content, figures FROM staged_records WHERE instance = ? AND sheet = ? AND row_no = ? AND col_no = ?",
                    (RowCallbackHandler) row -> reader.read(
                            row.getBytes(1), row.getInt(2), figure -> to.accept(new OnSheet<>(sheet, figure))),
                    key);
        }
    }

    /** How many figures each sheet's rows gave. */
    public Map<Integer, Long> figuresBySheet(long instance) {
        Map<Integer, Long> counts = new HashMap<>();
        for (String counted : List.of(
                "SELECT sheet, COUNT(*) FROM staged_figure WHERE instance = ? GROUP BY sheet",
                "SELECT sheet, SUM(figures) FROM staged_records WHERE instance = ? GROUP BY sheet")) {
            client.sql(counted).param(instance).query(row -> {
                counts.merge(row.getInt(1), row.getLong(2), Long::sum);
            });
        }
        return counts;
    }

    /** How many figures of records of a dataset are staged. */
    public long records(long instance, String dataset) {
        return client.sql(
                        "SELECT (SELECT COUNT(*) FROM staged_figure WHERE instance = :instance AND dataset = :dataset)"
                                + " + (SELECT COALESCE(SUM(figures), 0) FROM staged_records"
                                + " WHERE instance = :instance AND dataset = :dataset)")
                .param("instance", instance)
                .param("dataset", dataset)
                .query(Long.class)
                .single();
    }

    public void saveTotals(long instance, List<OnSheet<ControlTotal>> totals) {
        jdbc.batchUpdate(
                "INSERT INTO staged_total (instance, sheet, row_no, col_no, dataset, column_id, subtotal, amount)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                totals,
                BATCH,
                (row, each) -> {
                    ControlTotal total = each.value();
                    row.setLong(1, instance);
                    row.setInt(2, each.sheet());
                    row.setInt(3, total.at().row());
                    row.setInt(4, total.at().column());
                    row.setString(5, total.dataset());
                    row.setString(6, total.column());
                    row.setBoolean(7, total.subtotal());
                    row.setBigDecimal(8, total.value());
                });
    }

    public void saveReason(long instance, int sheet, int row, WrittenReason reason) {
        client.sql("INSERT INTO staged_reason (instance, sheet, row_no, code, file, cell, reason, given_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(instance, sheet, row, reason.code(), reason.file(), reason.cell(), reason.reason(), reason.by())
                .update();
    }

    /** A written reason and the row it stands in, from 0. */
    public record ReasonRow(int sheet, int row, WrittenReason reason) {}

    /** The written reasons in the order of sheets and rows. */
    public List<ReasonRow> reasons(long instance) {
        return client.sql("SELECT sheet, row_no, code, file, cell, reason, given_by FROM staged_reason"
                        + " WHERE instance = ? ORDER BY sheet, row_no")
                .param(instance)
                .query((row, number) -> new ReasonRow(
                        row.getInt("sheet"),
                        row.getInt("row_no"),
                        new WrittenReason(
                                row.getString("code"),
                                row.getString("file"),
                                row.getString("cell"),
                                row.getString("reason"),
                                row.getString("given_by"))))
                .list();
    }

    /** The caps that written reasons lift, in the order of sheets and rows. */
    public List<Lift> lifts(long instance) {
        return reasons(instance).stream()
                .flatMap(row -> Lift.of(row.sheet(), row.row(), row.reason()).stream())
                .toList();
    }

    /** All figures but those of some datasets (records), in the order of sheets, rows and columns. */
    public List<OnSheet<Fact>> figures(long instance, List<String> butDatasets) {
        return client.sql("SELECT * FROM staged_figure WHERE instance = :instance AND dataset NOT IN (:but)"
                        + " ORDER BY sheet, row_no, col_no")
                .param("instance", instance)
                .param("but", butDatasets.isEmpty() ? List.of("") : butDatasets)
                .query((row, number) -> new OnSheet<>(row.getInt("sheet"), figure(row)))
                .list();
    }

    public List<OnSheet<ControlTotal>> totals(long instance) {
        return client.sql("SELECT * FROM staged_total WHERE instance = ? ORDER BY sheet, row_no, col_no")
                .param(instance)
                .query((row, number) -> new OnSheet<>(
                        row.getInt("sheet"),
                        new ControlTotal(
                                row.getString("dataset"),
                                row.getString("column_id"),
                                new CellRef(row.getInt("row_no"), row.getInt("col_no")),
                                row.getBoolean("subtotal"),
                                plain(row.getBigDecimal("amount")))))
                .list();
    }

    /**
     * The sum of a column's figures in the rows between two rows of a sheet, neither of them counted in.
     *
     * @return the sum, and how many figures it has
     */
    public ColumnSum sum(long instance, int sheet, String column, int after, int before) {
        return client.sql("SELECT COUNT(amount) AS numbers, SUM(amount) AS added FROM staged_figure"
                        + " WHERE instance = ? AND sheet = ? AND column_id = ? AND row_no > ? AND row_no < ?")
                .params(instance, sheet, column, after, before)
                .query((row, number) ->
                        new ColumnSum(number(row, "added").orElse(Fraction.ZERO), row.getLong("numbers")))
                .single();
    }

    /** How many rows of an instance's sheets hold figures or reasons, and how many subjects they name, by sheet. */
    public Map<Integer, RowCount> rows(long instance) {
        Map<Integer, RowCount> rows = new HashMap<>();
        client.sql("SELECT sheet, COUNT(DISTINCT row_no) AS data_rows, COUNT(DISTINCT NULLIF(bank, '')) AS subjects"
                        + " FROM staged_figure WHERE instance = :instance GROUP BY sheet"
                        + " UNION ALL SELECT sheet, COUNT(*), 0 FROM staged_reason WHERE instance = :instance"
                        + " GROUP BY sheet")
                .param("instance", instance)
                .query(row -> {
                    rows.put(row.getInt("sheet"), new RowCount(row.getLong("data_rows"), row.getLong("subjects")));
                });
        return rows;
    }

    /** How many rows a sheet has, and how many subjects they name. */
    public record RowCount(long rows, long subjects) {}

    /** What the columns of an instance's sheets add up to, but for records: by sheet, then by column id. */
    public Map<Integer, Map<String, BigDecimal>> sums(long instance) {
        Map<Integer, Map<String, BigDecimal>> sums = new HashMap<>();
        client.sql("SELECT sheet, column_id, SUM(amount) AS added FROM staged_figure WHERE instance = ?"
                        + " AND amount IS NOT NULL GROUP BY sheet, column_id")
                .param(instance)
                .query(row -> {
                    sums.computeIfAbsent(row.getInt("sheet"), sheet -> new HashMap<>())
                            .put(row.getString("column_id"), plain(row.getBigDecimal("added")));
                });
        return sums;
    }

    /** The figures of one dataset of an instance: column, then bank, then value; figures without a bank are left out. */
    public Map<String, Map<String, Fraction>> perBank(long instance, String dataset) {
        Map<String, Map<String, Fraction>> figures = new HashMap<>();
        client.sql("SELECT column_id, bank, amount FROM staged_figure WHERE instance = ? AND dataset = ?"
                        + " AND amount IS NOT NULL AND bank <> ''")
                .params(instance, dataset)
                .query(row -> {
                    figures.computeIfAbsent(row.getString("column_id"), id -> new HashMap<>())
                            .put(row.getString("bank"), Fraction.of(row.getBigDecimal("amount")));
                });
        return figures;
    }

    /** The sheets of which any row was staged. */
    public Set<Integer> filledSheets(long instance) {
        return Set.copyOf(client.sql("SELECT sheet FROM staged_figure WHERE instance = :instance"
                        + " UNION SELECT sheet FROM staged_records WHERE instance = :instance"
                        + " UNION SELECT sheet FROM staged_claims WHERE instance = :instance"
                        + " UNION SELECT sheet FROM staged_reason WHERE instance = :instance")
                .param("instance", instance)
                .query(Integer.class)
                .list());
    }

    /** How many figures an instance staged. */
    public long count(long instance) {
        return client.sql("SELECT (SELECT COUNT(*) FROM staged_figure WHERE instance = ?)"
                        + " + (SELECT COALESCE(SUM(figures), 0) FROM staged_records WHERE instance = ?)")
                .params(instance, instance)
                .query(Long.class)
                .single();
    }

    private static Fact figure(ResultSet row) throws SQLException {
        return new Fact(
                row.getString("dataset"),
                row.getString("column_id"),
                new CellRef(row.getInt("row_no"), row.getInt("col_no")),
                row.getString("bank"),
                row.getString("label"),
                row.getString("choice"),
                Optional.ofNullable(row.getDate("on_day")).map(Date::toLocalDate),
                Optional.ofNullable(row.getBigDecimal("amount")).map(FactStore::plain),
                row.getString("note"),
                row.getString("given_by"),
                Optional.ofNullable(row.getBigDecimal("shown")).map(FactStore::plain));
    }

    private static Optional<Fraction> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(Fraction::of);
    }

    /** Without the zeros that the column's scale adds. */
    static BigDecimal plain(BigDecimal stored) {
        BigDecimal bare = stored.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
