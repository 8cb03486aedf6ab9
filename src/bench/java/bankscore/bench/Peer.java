package bankscore.bench;

import java.io.BufferedReader;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a rule computes of ratings and late services, by a database that is made for sums, from the same files and by the
 * statements in {@code src/bench/resources}. Prints a line a bank: its name, mean rating and points.
 */
public final class Peer {

    private static final int BATCH = 5000;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Peer() {}

    /** The databases that can be asked. */
    enum Engine {
        DUCKDB("DuckDB", "duckdb", BigDecimal.ONE),
        SQLITE("SQLite", "sqlite", THOUSAND);

        private final String title;
        private final String url;
        private final BigDecimal scale;

        /** @param scale by which sums are divided */
        Engine(String title, String url, BigDecimal scale) {
            this.title = title;
            this.url = url;
            this.scale = scale;
        }

        /** Its name; its version too, where it is here. */
        String title() {
            if (!isHere()) {
                return title;
            }
            try (Connection connection = open()) {
                return title + " " + connection.getMetaData().getDatabaseProductVersion();
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean isHere() {
            return DriverManager.drivers().anyMatch(driver -> {
                try {
                    return driver.acceptsURL(address());
                } catch (java.sql.SQLException e) {
                    return false;
                }
            });
        }

        private String address() {
            return "jdbc:" + url + ":";
        }

        private Connection open() throws java.sql.SQLException {
            return DriverManager.getConnection(address());
        }
    }

    /** Arguments: the database, the file of ratings, that of services. */
    public static void main(String[] arguments) throws Exception {
        Engine engine = Engine.valueOf(arguments[0]);
        try (Connection connection = engine.open();
                Statement statement = connection.createStatement()) {
            for (String each : statements(engine.url + ".sql")) {
                statement.execute(each.replace(":survey", arguments[1]).replace(":service", arguments[2]));
            }
            if (engine == Engine.SQLITE) {
                connection.setAutoCommit(false);
                insert(connection, "survey", Path.of(arguments[1]), 3);
                insert(connection, "service", Path.of(arguments[2]), 5);
            }
            try (ResultSet rows = statement.executeQuery(statements("figures.sql").get(0))) {
                while (rows.next()) {
                    BigDecimal mean = rows.getBigDecimal("total")
                            .divide(engine.scale.multiply(rows.getBigDecimal("ratings")), 2, RoundingMode.HALF_UP);
                    BigDecimal points = rows.getBigDecimal("points").divide(engine.scale);
                    System.out.println(rows.getString("bank") + " " + plain(mean) + " " + plain(points));
                }
            }
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static List<String> statements(String name) throws Exception {
        try (InputStream in = Objects.requireNonNull(Peer.class.getResourceAsStream("/" + name))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Stream.of(text.split(";", -1)).map(String::strip).filter(each -> !each.isEmpty()).toList();
        }
    }

    /** The rows of a file as they are; its last column holds numbers, which count in thousandths. */
    private static void insert(Connection connection, String table, Path file, int columns) throws Exception {
        try (BufferedReader lines = Files.newBufferedReader(file);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns - 1) + ")")) {
            lines.readLine();
            int rows = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                for (int column = 0; column < columns - 1; column++) {
                    insert.setString(column + 1, cells[column]);
                }
                insert.setLong(columns, new BigDecimal(cells[columns - 1]).multiply(THOUSAND).longValueExact());
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
