package bankscore.store;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.ForeignRow;
import bankscore.sheet.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

    private static final String TABLE = "finding";

    /** So many findings of a file and level tell what is wrong with it. */
    private static final int MOST = 1000;

    private static final Map<Level, Code> SURPLUS =
            Map.of(Level.ERROR, Code.E120, Level.REVIEW, Code.W120, Level.HINT, Code.N120);

    /** Findings of a file that weigh the same. */
    private record OfFile(String file, Level level) implements Comparable<OfFile> {

        @Override
        public int compareTo(OfFile other) {
            return Comparator.comparing(OfFile::file)
                    .thenComparing(OfFile::level)
                    .compare(this, other);
        }
    }

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

    /**
     * Adds findings; within a chunk they are committed with the figures of their rows. Of one file and level the first
     * {@value #MOST} of a step are kept, and one more that counts the others, at the same level: an error that is not
     * listed stops a run like one that is.
     */
    public void add(long instance, String step, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Map<OfFile, Long> counts = new HashMap<>();
        client.sql("SELECT file, code, COUNT(*) AS found FROM finding WHERE instance = ? AND step = ? GROUP BY"
                        + " file, code")
                .params(instance, step)
                .query((row, number) -> counts.merge(
                        new OfFile(row.getString("file"), code(row).level()), row.getLong("found"), Long::sum))
                .list();
        List<Finding> kept = new ArrayList<>();
        Map<OfFile, Long> more = new TreeMap<>();
        for (Finding finding : findings) {
            OfFile of = new OfFile(finding.place().file(), finding.level());
            if (of.file().isEmpty() || counts.merge(of, 1L, Long::sum) <= MOST) {
                kept.add(finding);
            } else {
                more.merge(of, 1L, Long::sum);
            }
        }
        more.forEach((of, count) -> kept.add(surplus(instance, step, of, count)));
        insert(instance, step, kept);
    }

    /** The finding that counts those that are not listed, in place of the one that counted fewer. */
    private Finding surplus(long instance, String step, OfFile of, long count) {
        Code code = SURPLUS.getOrDefault(of.level(), Code.E120);
        long before = client
                .sql("SELECT * FROM finding WHERE instance = ? AND step = ? AND code = ? AND file = ?")
                .params(instance, step, code.name(), of.file())
                .query(FindingStore::stored)
                .stream()
                .mapToLong(old -> Long.parseLong(old.finding().details().getOrDefault("count", "0")))
                .sum();
        client.sql("DELETE FROM finding WHERE instance = ? AND step = ? AND code = ? AND file = ?")
                .params(instance, step, code.name(), of.file())
                .update();
        return Finding.of(code, Place.of(of.file(), "")).with("listed", MOST).with("count", before + count);
    }

    private void insert(long instance, String step, List<Finding> findings) {
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
        Code code = code(row);
        Place place = new Place(row.getString("file"), row.getString("sheet"), row.getString("cell"));
        String subject = row.getString("bank");
        String column = row.getString("column_name");
        String details = row.getString("details");
        if (details == null && row.getString("found") == null) {
            throw new ForeignRow(TABLE, null);
        }
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

    private static Code code(ResultSet row) throws SQLException {
        try {
            return Code.valueOf(row.getString("code"));
        } catch (IllegalArgumentException e) {
            throw new ForeignRow(TABLE, e);
        }
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
        try {
            lines.lines().forEach(line -> {
                int tab = line.indexOf('\t');
                details.put(EscapedText.plain(line.substring(0, tab)), EscapedText.plain(line.substring(tab + 1)));
            });
        } catch (IndexOutOfBoundsException e) {
            throw new ForeignRow(TABLE, e);
        }
        return details;
    }
}
