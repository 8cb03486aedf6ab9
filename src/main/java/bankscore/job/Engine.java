package bankscore.job;

import bankscore.domain.finding.Words;
import bankscore.store.FolderLock;
import bankscore.store.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The running database with its job repository; everything that needs Spring begins here. */
public final class Engine implements AutoCloseable {

    private static final String DATABASE = "bankscore";

    private final ConfigurableApplicationContext context;
    private final Optional<FolderLock> lock;

    private Engine(ConfigurableApplicationContext context, Optional<FolderLock> lock) {
        this.context = context;
        this.lock = lock;
    }

    /** Only what the job needs, so that a start on an office PC stays short. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        BatchAutoConfiguration.class,
        BatchJdbcAutoConfiguration.class
    })
    static class Beans {}

    /**
     * Opens the database and brings its schema up to date.
     *
     * @param url a JDBC address; absent: the H2 file in the output folder
     * @throws DatabaseUnavailable if it cannot be opened
     */
    public static Engine start(Path output, Optional<String> url, Map<String, String> environment)
            throws DatabaseUnavailable {
        if (url.isPresent()) {
            try {
                return new Engine(ofServer(url.get(), environment), Optional.empty());
            } catch (RuntimeException e) {
                throw DatabaseUnavailable.of(e);
            }
        }
        Optional<FolderLock> lock = Optional.empty();
        try {
            lock = FolderLock.tryTake(output);
            if (lock.isEmpty()) {
                throw new DatabaseUnavailable(
                        DatabaseUnavailable.Reason.IN_USE, new IllegalStateException("the folder is locked"));
            }
            return new Engine(ofFolder(output.resolve(DATABASE)), lock);
        } catch (IOException | SQLException | RuntimeException e) {
            lock.ifPresent(FolderLock::close);
            throw DatabaseUnavailable.of(e);
        }
    }

    /** Opens a database elsewhere and brings its schema up to date. */
    private static ConfigurableApplicationContext ofServer(String url, Map<String, String> environment) {
        Map<String, Object> properties = new HashMap<>();
        credential(properties, "username", environment, "BANKSCORE_DB_USER");
        credential(properties, "password", environment, "BANKSCORE_DB_PASSWORD");
        if (url.startsWith("jdbc:postgresql:")) {
            shared(properties);
        }
        ConfigurableApplicationContext context = open(url, properties);
        try {
            Schema.migrate(context.getBean(DataSource.class));
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** Opens the H2 file, made or brought up to date first if need be. */
    private static ConfigurableApplicationContext ofFolder(Path database) throws IOException, SQLException {
        if (!Files.exists(Schema.file(database))) {
            Schema.build(database);
        }
        ConfigurableApplicationContext context = open(Schema.url(database), Map.of());
        try {
            if (Schema.isUpToDate(context.getBean(DataSource.class))) {
                return context;
            }
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
        context.close();
        Schema.build(database);
        return open(Schema.url(database), Map.of());
    }

    private static ConfigurableApplicationContext open(String address, Map<String, Object> special) {
        Map<String, Object> properties = new HashMap<>(special);
        properties.put("spring.datasource.url", address);
        properties.put("spring.datasource.hikari.maximum-pool-size", "4");
        properties.put("spring.datasource.hikari.minimum-idle", "1");
        properties.put("spring.datasource.hikari.initialization-fail-timeout", "1");
        return new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties)
                .run();
    }

    private static void credential(
            Map<String, Object> properties, String property, Map<String, String> environment, String variable) {
        Optional.ofNullable(environment.get(variable))
                .ifPresent(value -> properties.put("spring.datasource." + property, value));
    }

    /**
     * What a shared server needs: nobody waits for ever, and the run's lock, an open transaction, is not ended by a
     * server that ends idle ones. Each statement may be slower than any of ours is; the socket waits longer than that.
     */
    private static void shared(Map<String, Object> properties) {
        String driver = "spring.datasource.hikari.data-source-properties.";
        properties.put(driver + "ApplicationName", "bankscore");
        properties.put(driver + "connectTimeout", "10");
        properties.put(driver + "socketTimeout", "900");
        properties.put(driver + "tcpKeepAlive", "true");
        properties.put(driver + "reWriteBatchedInserts", "true");
        properties.put(
                "spring.datasource.hikari.connection-init-sql",
                "SET lock_timeout = '60s'; SET statement_timeout = '600s';"
                        + " SET idle_in_transaction_session_timeout = 0");
    }

    public QuarterRun quarterRun() {
        return new QuarterRun(
                dataSource(),
                bean(JobRepository.class),
                bean(JobOperator.class),
                bean(PlatformTransactionManager.class));
    }

    /** Verifies what was published from these folders. */
    public Verification verification(String jurisdiction, Path config, Path input, Path output, Words words) {
        return new Verification(dataSource(), jurisdiction, config, input, output, words);
    }

    /** Records approvals. */
    public Approvals approvals(String jurisdiction) {
        return new Approvals(dataSource(), bean(PlatformTransactionManager.class), jurisdiction);
    }

    /** The published revisions, brought back from the database. */
    public PublishedQuarters published(String jurisdiction, Words words) {
        return new PublishedQuarters(dataSource(), jurisdiction, words);
    }

    public History history(String jurisdiction) {
        return new History(dataSource(), jurisdiction);
    }

    public Templates templates() {
        return new Templates(dataSource());
    }

    DataSource dataSource() {
        return bean(DataSource.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        lock.ifPresent(FolderLock::close);
    }

    /** A database that cannot be opened. */
    public static final class DatabaseUnavailable extends Exception {

        private static final long serialVersionUID = 1L;

        /** Why. */
        public enum Reason {
            /** Another process has the file open. */
            IN_USE,
            /** The schema was made by a newer program, or altered. */
            OTHER_SCHEMA,
            /** A server that does not answer, or not us. */
            UNREACHABLE,
            /** Anything else: corrupt, unreadable. */
            BROKEN
        }

        private final Reason reason;

        private DatabaseUnavailable(Reason reason, Throwable cause) {
            super(reason + ": " + cause.getMessage(), cause);
            this.reason = reason;
        }

        static DatabaseUnavailable of(Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && sql.getErrorCode() == 90020) {
                    return new DatabaseUnavailable(Reason.IN_USE, cause);
                }
                if (cause instanceof SQLException sql) {
                    return new DatabaseUnavailable(isRefusal(sql) ? Reason.UNREACHABLE : Reason.BROKEN, cause);
                }
            }
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof FlywayException) {
                    return new DatabaseUnavailable(Reason.OTHER_SCHEMA, cause);
                }
            }
            return new DatabaseUnavailable(Reason.BROKEN, thrown);
        }

        /** Connection exceptions, wrong credentials, unknown database, too many connections: SQL states of PostgreSQL. */
        private static boolean isRefusal(SQLException e) {
            String state = String.valueOf(e.getSQLState());
            return state.startsWith("08")
                    || state.startsWith("28")
                    || state.equals("3D000")
                    || state.equals("53300")
                    || state.startsWith("57P");
        }

        public Reason reason() {
            return reason;
        }
    }
}
