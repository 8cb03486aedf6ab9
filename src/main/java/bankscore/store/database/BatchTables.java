package bankscore.store.database;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Migration 1: the tables of Spring Batch, from the script in its own jar. Boot would make them by itself only for an
 * in-memory database.
 */
public final class BatchTables implements JavaMigration {

    private static final String SCRIPTS = "org/springframework/batch/core/schema-";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "tables of Spring Batch 6";
    }

    /** What the databases hold since the first version. */
    @Override
    public @Nullable Integer getChecksum() {
        return 600;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        String product = context.getConnection().getMetaData().getDatabaseProductName();
        String script = product.equals("H2") ? "h2.sql" : "postgresql.sql";
        ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(SCRIPTS + script));
    }
}
