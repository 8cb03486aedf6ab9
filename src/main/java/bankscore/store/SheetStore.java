package bankscore.store;

import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.intake.SheetHeader;
import bankscore.sheet.Place;
import java.sql.Date;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a job instance works on: recognised sheets, how much of them was looked at, the register, the configuration. */
public final class SheetStore {

    /** The number under which cells are counted that were looked at before any row is staged: headers, the register. */
    public static final int BEFORE_ROWS = 0;

    private static final int BATCH = 5000;

    /** No cell of a register holds it: a name is one line. */
    private static final String BETWEEN_ALIASES = "\n";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    SheetStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Writes the recognised sheets anew. */
    public void saveSheets(long instance, Map<Integer, SheetHeader> sheets) {
        client.sql("DELETE FROM staged_sheet WHERE instance = ?")
                .param(instance)
                .update();
        List<Object[]> rows = new ArrayList<>();
        sheets.forEach((number, header) -> rows.add(new Object[] {
            instance,
            number,
            header.sheet().file(),
            header.sheet().sheet(),
            header.dataset().id(),
            header.row()
        }));
        jdbc.batchUpdate("INSERT INTO staged_sheet VALUES (?, ?, ?, ?, ?, ?)", rows);
    }

    /** A recognised sheet as it was staged: its file and name, its dataset and its header row. */
    public record StagedSheet(Place place, String dataset, int headerRow) {}

    /** The recognised sheets by number. */
    public Map<Integer, StagedSheet> sheets(long instance) {
        Map<Integer, StagedSheet> sheets = new TreeMap<>();
        client.sql("SELECT sheet, file, name, dataset, header_row FROM staged_sheet WHERE instance = ?")
                .param(instance)
                .query(row -> {
                    sheets.put(
                            row.getInt("sheet"),
                            new StagedSheet(
                                    Place.of(row.getString("file"), row.getString("name")),
                                    row.getString("dataset"),
                                    row.getInt("header_row")));
                });
        return sheets;
    }

    /** Writes the register anew. */
    public void saveRoster(long instance, Register roster) {
        client.sql("DELETE FROM staged_bank WHERE instance = ?").param(instance).update();
        jdbc.batchUpdate(
                "INSERT INTO staged_bank (instance, position, code, name, short_name, aliases, kind, opened, assessed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                roster.subjects(),
                BATCH,
                (row, bank) -> {
                    row.setLong(1, instance);
                    row.setInt(2, roster.order(bank.code()));
                    row.setString(3, bank.code());
                    row.setString(4, bank.name());
                    row.setString(5, bank.shortName());
                    row.setString(6, String.join(BETWEEN_ALIASES, bank.aliases()));
                    row.setString(7, bank.kind());
                    row.setObject(8, bank.opened().orElse(null), Types.DATE);
                    row.setBoolean(9, bank.assessed());
                });
    }

    /** The register as it was staged. */
    public Register roster(long instance) {
        return new Register(client.sql("SELECT * FROM staged_bank WHERE instance = ? ORDER BY position")
                .param(instance)
                .query((row, number) -> new Subject(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("short_name"),
                        Stream.of(row.getString("aliases").split(BETWEEN_ALIASES))
                                .filter(alias -> !alias.isEmpty())
                                .toList(),
                        row.getString("kind"),
                        Optional.ofNullable(row.getDate("opened")).map(Date::toLocalDate),
                        row.getBoolean("assessed")))
                .list());
    }

    /** Writes anew by which files of the configuration an instance works: their texts by name. */
    public void saveSources(long instance, Map<String, String> texts) {
        client.sql("DELETE FROM staged_source WHERE instance = ?")
                .param(instance)
                .update();
        texts.forEach((name, text) -> client.sql("INSERT INTO staged_source (instance, name, content) VALUES (?, ?, ?)")
                .params(instance, name, text)
                .update());
    }

    /** The texts of the configuration's files by name. */
    public Map<String, String> sources(long instance) {
        Map<String, String> texts = new TreeMap<>();
        client.sql("SELECT name, content FROM staged_source WHERE instance = ?")
                .param(instance)
                .query(row -> {
                    texts.put(row.getString("name"), row.getString("content"));
                });
        return texts;
    }

    /** Adds to how many filled cells of a sheet were looked at; within a chunk it is committed with its figures. */
    public void addCells(long instance, int sheet, long cells) {
        int known = client.sql("UPDATE staged_cells SET cells = cells + ? WHERE instance = ? AND sheet = ?")
                .params(cells, instance, sheet)
                .update();
        if (known == 0) {
            client.sql("INSERT INTO staged_cells (instance, sheet, cells) VALUES (?, ?, ?)")
                    .params(instance, sheet, cells)
                    .update();
        }
    }

    /** Begins the count of a sheet's cells again. */
    public void forgetCells(long instance, int sheet) {
        client.sql("DELETE FROM staged_cells WHERE instance = ? AND sheet = ?")
                .params(instance, sheet)
                .update();
    }

    /** How many filled cells were looked at. */
    public long cells(long instance) {
        return client.sql("SELECT COALESCE(SUM(cells), 0) FROM staged_cells WHERE instance = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }
}
