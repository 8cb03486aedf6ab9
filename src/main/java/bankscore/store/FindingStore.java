package bankscore.store;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.sheet.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The findings of one job instance, by the step that found them: code, place and details, without words.
 *
 * <p>The details of a finding are lines of name, tab and value, by name, as {@link EscapedText}.
 */
public final class FindingStore {

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    FindingStore(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * A finding as it is stored.
     *
     * @param inWords what a version before 10 of the schema stored instead of details
     */
    public record Stored(Finding finding, Optional<PrintedFinding> inWords) {

        public PrintedFinding print(Words words) {
            return inWords.orElseGet(() -> words.print(finding));
        }
    }

    /** Adds findings; within a chunk they are committed with the figures of their rows. */
    public void add(long instance, String step, List<Finding> findings) {
        jdbc.batchUpdate(
                "INSERT INTO finding (instance, step, code, file, sheet, cell, bank, column_name, details)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                findings,
                1000,
                (row, finding) -> {
                    row.setLong(1, instance);
                    row.setString(2, step);
                    row.setString(3, finding.code().name());
                    row.setString(4, finding.place().file());
                    row.setString(5, finding.place().sheet());
                    row.setString(6, finding.place().cell());
                    row.setString(7, finding.subject());
                    row.setString(8, finding.column());
                    row.setString(9, lines(finding.details()));
                });
    }

    /** Replaces what a step found; a step that runs again must not find everything twice. */
    public void replace(long instance, String step, List<Finding> findings) {
        client.sql("DELETE FROM finding WHERE instance = ? AND step = ?")
                .params(instance, step)
                .update();
        add(instance, step, findings);
    }

    /** All findings in the order they were found. */
    public List<Stored> all(long instance) {
        return client.sql("SELECT * FROM finding WHERE instance = ? ORDER BY id")
                .param(instance)
                .query(FindingStore::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        Code code = Code.valueOf(row.getString("code"));
        Place place = new Place(row.getString("file"), row.getString("sheet"), row.getString("cell"));
        String subject = row.getString("bank");
        String column = row.getString("column_name");
        String details = row.getString("details");
        Map<String, String> named = details == null ? Map.of() : details(details);
        Optional<PrintedFinding> inWords = details != null
                ? Optional.empty()
                : Optional.of(new PrintedFinding(
                        code,
                        place,
                        subject,
                        column,
                        row.getString("found"),
                        row.getString("expected"),
                        row.getString("action"),
                        row.getString("message"),
                        ""));
        return new Stored(new Finding(code, place, subject, column, named), inWords);
    }

    private static String lines(Map<String, String> details) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(details).forEach((name, value) -> {
            EscapedText.append(lines, name);
            lines.append('\t');
            EscapedText.append(lines, value);
            lines.append('\n');
        });
        return lines.toString();
    }

    private static Map<String, String> details(String lines) {
        Map<String, String> details = new TreeMap<>();
        lines.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            details.put(EscapedText.plain(line.substring(0, tab)), EscapedText.plain(line.substring(tab + 1)));
        });
        return details;
    }
}
