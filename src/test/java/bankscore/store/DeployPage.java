package bankscore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of SQL of {@code deploy.md}, in their order, word for word but for the names that the page takes for examples. */
public enum DeployPage {
    DATABASE,
    INSIDE,
    COUNTY,
    RIGHTS,
    PROVINCE,
    ONE_ROLE;

    /** Of every role that the page makes. */
    public static final String PASSWORD = "wordofacounty";

    private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    /**
     * The statements of the block.
     *
     * @param names what stands for the page's names
     */
    public List<String> statements(Map<String, String> names) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("src/docs/deploy.md")));
        for (DeployPage each : values()) {
            assertThat(blocks.find()).isTrue();
            if (each == this) {
                break;
            }
        }
        String block = blocks.group(1).replace("…", PASSWORD);
        for (Map.Entry<String, String> name : names.entrySet()) {
            block = block.replaceAll("\\b" + name.getKey() + "(?=_owner\\b|\\b)", name.getValue());
        }
        return List.of(block.split(";\\s*", -1)).stream()
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    /** Executes the block as somebody. */
    public void execute(String url, String user, String password, Map<String, String> names)
            throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement one = connection.createStatement()) {
            for (String statement : statements(names)) {
                one.execute(statement);
            }
        }
    }

    /** Executes it as the server's administrator. */
    public void execute(String url, Map<String, String> names) throws SQLException, IOException {
        execute(url, "postgres", "", names);
    }

    /** How the environment says that somebody logs in. */
    public static Map<String, String> as(String role) {
        return Map.of("BANKSCORE_DB_USER", role, "BANKSCORE_DB_PASSWORD", PASSWORD);
    }
}
