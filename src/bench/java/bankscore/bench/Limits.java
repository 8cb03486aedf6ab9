package bankscore.bench;

import bankscore.read.InputFolder;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.Workbook;
import bankscore.sheet.SheetRow;
import bankscore.store.database.Schema;
import bankscore.sheet.FileLimits;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The limits of the machine for one quarter's data, each alone in a process of its own: {@code inflate}, {@code parse}
 * (every cell with its type and place, thrown away), {@code h2} (a figure a row into the staging table, in batches of
 * 5000, a commit each), {@code claims} (claims and the register's firms, a row each, with every cell). Prints the milliseconds.
 */
public final class Limits {

    private static final int BATCH = 5000;

    private Limits() {}

    /** Arguments: which limit, the folder of the quarter, a working folder, how many rows. */
    public static void main(String[] arguments) throws Exception {
        Path quarter = Path.of(arguments[1]);
        Path work = Files.createDirectories(Path.of(arguments[2]));
        int rows = Integer.parseInt(arguments[3]);
        InputFolder.Taken taken = new InputFolder(quarter, FileLimits.USUAL).take(work.resolve("copies"));
        long begin = System.nanoTime();
        switch (arguments[0]) {
            case "inflate" -> inflate(taken.files());
            case "parse" -> parse(taken.files());
            case "h2" -> {
                Schema.build(work.resolve("limit"));
                begin = System.nanoTime();
                insert(Schema.url(work.resolve("limit")), rows);
            }
            case "claims" -> {
                Schema.build(work.resolve("limit"));
                begin = System.nanoTime();
                claims(Schema.url(work.resolve("limit")), rows);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println((System.nanoTime() - begin) / 1_000_000);
    }

    private static void inflate(List<InputFile> files) throws Exception {
        byte[] buffer = new byte[1 << 16];
        for (InputFile file : files) {
            try (ZipFile zip = new ZipFile(file.copy().toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        while (in.read(buffer) > 0) {
                            // Only inflated.
                        }
                    }
                }
            }
        }
    }

    private static void parse(List<InputFile> files) throws Exception {
        for (InputFile file : files) {
            try (Workbook workbook = Workbooks.open(file)) {
                for (Sheet sheet : workbook.sheets()) {
                    try (Rows rows = workbook.rows(sheet)) {
                        Optional<SheetRow> row = rows.next();
                        while (row.isPresent()) {
                            row = rows.next();
                        }
                    }
                }
            }
        }
    }

    private static void insert(String url, int rows) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO staged_figure (instance, sheet, row_no, col_no, dataset, column_id, bank, label,"
                            + " choice, on_day, amount, note, given_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int row = 0; row < rows; row++) {
                    boolean survey = row < rows / 2;
                    insert.setLong(1, 1);
                    insert.setInt(2, survey ? 1 : 2);
                    insert.setInt(3, row);
                    insert.setInt(4, survey ? 2 : 4);
                    insert.setString(5, survey ? "survey" : "service");
                    insert.setString(6, survey ? "rating" : "points");
                    insert.setString(7, "B" + row % 8);
                    insert.setString(8, "单位" + row);
                    insert.setString(9, survey ? "" : "资金拨付");
                    insert.setDate(10, survey ? null : Date.valueOf(LocalDate.of(2022, 1 + row % 12, 1 + row % 28)));
                    insert.setBigDecimal(11, BigDecimal.valueOf(3 + row % 3));
                    insert.setString(12, survey ? "" : "次日到账");
                    insert.setString(13, "");
                    insert.addBatch();
                    if (row % BATCH == BATCH - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private static void claims(String url, int rows) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            table(connection, "firm", 4, LargeClaims.FIRMS, LargeClaims::firm);
            table(connection, "claim", 18, rows, (row, cells) -> LargeClaims.claim(row, rows, cells));
        }
    }

    private static void table(Connection connection, String name, int columns, int rows, LargeSheet.Row data)
            throws Exception {
        String all = IntStream.range(0, columns)
                .mapToObj(column -> "c" + column + " VARCHAR(100)")
                .collect(Collectors.joining(", "));
        try (Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE " + name + " (row_no INTEGER PRIMARY KEY, " + all + ")");
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + name + " VALUES (?" + ", ?".repeat(columns) + ")")) {
            for (int row = 0; row < rows; row++) {
                Bound cells = new Bound(insert);
                insert.setInt(1, row);
                data.write(row, cells);
                insert.addBatch();
                if (row % BATCH == BATCH - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    /** Cells as parameters of a statement, after the row's number. */
    private static final class Bound implements LargeSheet.Cells {

        private final PreparedStatement insert;
        private int column = 1;

        Bound(PreparedStatement insert) {
            this.insert = insert;
        }

        @Override
        public void text(String text) throws IOException {
            try {
                insert.setString(++column, text);
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void number(long number) throws IOException {
            text(Long.toString(number));
        }
    }
}
