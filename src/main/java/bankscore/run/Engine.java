package bankscore.run;

import bankscore.office.Holder;
import bankscore.store.database.Database;
import bankscore.store.database.FolderLock;
import bankscore.store.database.ForeignCatalogue;
import bankscore.store.database.RoleCheck;
import bankscore.store.database.Schema;
import bankscore.store.database.SqlStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.DuplicateJobException;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * The running database with its job repository; everything that needs Spring begins here.
 *
 * <p>Its parts are put together by hand: a container that looks for them, and for what else might be configured, takes
 * longer than the check of a quarter.
 */
public final class Engine implements AutoCloseable {

    private static final String DATABASE = "bankscore";
    private static final int LONGEST_SESSION = 63;

    private final Database database;
    private final PlatformTransactionManager transactions;
    private final JobRepository repository;
    private final JobRegistry jobs = new MapJobRegistry();
    private final JobOperator operator;
    private final Runnable end;

    private Engine(Database database, Runnable end) {
        this.database = database;
        this.transactions = database.transactions();
        this.repository = repository(database.source(), transactions);
        this.operator = operator(repository, jobs, transactions);
        this.end = end;
    }

    /**
     * The same database as somebody who works as another role of its server, in the schema of that name. It ends with this
     * one; a database that is no server's is the same for everybody.
     *
     * @param role absent: this one itself
     */
    public Engine as(Optional<String> role) {
        return role.map(each -> new Engine(database.as(each), () -> {})).orElse(this);
    }

    /** Whether the database is a server's, which knows roles. */
    public boolean hasRoles() {
        return database.hasRoles();
    }

    /** Whether the server has what it takes to act as other roles. */
    public RoleCheck roles() {
        return new RoleCheck(database);
    }

    /** Whether an output folder has a database of its own. */
    public static boolean isThere(Path output) {
        return Files.exists(Schema.file(output.resolve(DATABASE)));
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @param url a JDBC address; absent: the H2 file in the output folder
     * @param holder who opens it, for whoever finds the file in use
     * @throws DatabaseUnavailable if it cannot be opened
     */
    public static Engine start(Path output, Optional<String> url, Map<String, String> environment, Holder holder)
            throws DatabaseUnavailable {
        return start(output, url, environment, holder, Optional.empty());
    }

    /**
     * Opens it as a role of its server; a database that is no server's knows none.
     *
     * @param role absent: who logs in
     * @throws DatabaseUnavailable if it cannot be opened, or the role not be taken
     */
    public static Engine start(
            Path output, Optional<String> url, Map<String, String> environment, Holder holder, Optional<String> role)
            throws DatabaseUnavailable {
        Optional<Path> elsewhere = url.flatMap(Schema::inFile);
        if (url.isPresent() && elsewhere.isEmpty()) {
            try {
                return ofServer(url.get(), environment, holder, role);
            } catch (RuntimeException e) {
                throw DatabaseUnavailable.of(e);
            }
        }
        Path database = elsewhere.orElse(output.resolve(DATABASE));
        Optional<FolderLock> lock = Optional.empty();
        try {
            Path folder = database.toAbsolutePath().resolveSibling("");
            lock = FolderLock.tryTake(folder, holder);
            if (lock.isEmpty()) {
                throw new DatabaseUnavailable(
                        DatabaseUnavailable.Reason.IN_USE,
                        new IllegalStateException("the folder is locked"),
                        FolderLock.holder(folder));
            }
            Database open = ofFile(database);
            FolderLock taken = lock.get();
            return new Engine(open, () -> {
                open.close();
                taken.close();
            });
        } catch (IOException | SQLException | RuntimeException e) {
            lock.ifPresent(FolderLock::close);
            throw DatabaseUnavailable.of(e);
        }
    }

    /** Opens a database elsewhere and brings its schema up to date. */
    private static Engine ofServer(String url, Map<String, String> environment, Holder holder, Optional<String> role) {
        Database database = connections(url, environment, holder);
        try {
            Database acting = role.map(database::as).orElse(database);
            // Who may only work with the tables is not asked to make any.
            if (!Schema.isUpToDate(acting.source())) {
                Schema.migrate(acting.source());
            }
            return new Engine(acting, database::close);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Connections to a server's database, beside those of the engine, as somebody's. */
    public static Database connections(String url, Map<String, String> environment, Holder holder) {
        return Database.at(
                url,
                Optional.ofNullable(environment.get("BANKSCORE_DB_USER")),
                Optional.ofNullable(environment.get("BANKSCORE_DB_PASSWORD")),
                session(holder));
    }

    /** What a server calls the sessions of a process in its list: it takes 63 plain characters. */
    public static String session(Holder holder) {
        return session(holder.machine() + " " + holder.process());
    }

    /** The same of a machine and, after a blank, the process there. */
    public static String session(String place) {
        int process = place.lastIndexOf(' ') + 1;
        String name = ("bankscore " + place.substring(process) + " " + place.substring(0, Math.max(0, process - 1)))
                .replaceAll("[^ -~]", "?");
        return name.substring(0, Math.min(name.length(), LONGEST_SESSION));
    }

    /** Opens the H2 file, made or brought up to date first if need be. */
    private static Database ofFile(Path file) throws IOException, SQLException {
        if (!Files.exists(Schema.file(file))) {
            Schema.build(file);
        }
        if (Files.size(Schema.file(file)) == 0) {
            // H2 would take it for a new database, and the history would be lost without a word.
            throw new IOException("an empty file: " + Schema.file(file));
        }
        Schema.inspect(file);
        Database database = open(file);
        try {
            if (Schema.isUpToDate(database.source())) {
                return database;
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        database.close();
        Schema.build(file);
        return open(file);
    }

    private static Database open(Path file) {
        return Database.at(Schema.url(file), Optional.empty(), Optional.empty(), DATABASE);
    }

    /** The history of executions, in the same database as the figures. */
    private static JobRepository repository(DataSource source, PlatformTransactionManager transactions) {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(source);
        factory.setIncrementerFactory(StepNumbers.of(source));
        factory.setTransactionManager(transactions);
        // The run's own lock lets one process in; serialisable inserts of several counties at once would only refuse
        // each other.
        factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
        return made(factory);
    }

    /** Starts jobs and keeps their executions where it is told to. */
    static JobOperator operator(JobRepository repository, JobRegistry jobs, PlatformTransactionManager transactions) {
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(repository);
        factory.setJobRegistry(jobs);
        factory.setTransactionManager(transactions);
        return made(factory);
    }

    /** What a factory of Spring makes. */
    private static <T, F extends FactoryBean<T> & InitializingBean> T made(F factory) {
        try {
            factory.afterPropertiesSet();
            return Objects.requireNonNull(factory.getObject());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public DataSource dataSource() {
        return database.source();
    }

    /**
     * The connections of another role of the server.
     *
     * @param role absent: those of this one
     */
    public DataSource dataSource(Optional<String> role) {
        return role.map(database::as).orElse(database).source();
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public JobRepository repository() {
        return repository;
    }

    public JobOperator operator() {
        return operator;
    }

    /** The jobs of the applications that work on this database, by their names. */
    public JobRegistry jobs() {
        return jobs;
    }

    /** Makes a job known by its name, in the place of one that another run of this process was made of. */
    public synchronized void register(Job job) {
        try {
            if (jobs.getJobNames().contains(job.getName())) {
                jobs.unregister(job.getName());
            }
            jobs.register(job);
        } catch (DuplicateJobException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.run();
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
            /** Something in the file is not ours, and the engine would execute it. */
            FOREIGN,
            /** A server that does not answer, or not us. */
            UNREACHABLE,
            /** A role that does not exist, or that whoever logs in may not act as. */
            NO_ROLE,
            /** A role that may not make or change the tables, and they are not those of this program. */
            NOT_PREPARED,
            /** Anything else: corrupt, unreadable. */
            BROKEN
        }

        private final Reason reason;
        private final transient Optional<Holder> holder;

        private DatabaseUnavailable(Reason reason, Throwable cause, Optional<Holder> holder) {
            super(reason + ": " + cause.getMessage(), cause);
            this.reason = reason;
            this.holder = holder;
        }

        static DatabaseUnavailable of(Throwable thrown) {
            Throwable cause = SqlStates.cause(thrown);
            return new DatabaseUnavailable(reason(cause), cause, Optional.empty());
        }

        private static Reason reason(Throwable cause) {
            if (SqlStates.isInUse(cause)) {
                return Reason.IN_USE;
            }
            if (SqlStates.isUnreachable(cause)) {
                return Reason.UNREACHABLE;
            }
            if (SqlStates.isNoRole(cause)) {
                return Reason.NO_ROLE;
            }
            if (SqlStates.isForbidden(cause)) {
                return Reason.NOT_PREPARED;
            }
            if (SqlStates.isOtherSchema(cause)) {
                return Reason.OTHER_SCHEMA;
            }
            return cause instanceof ForeignCatalogue ? Reason.FOREIGN : Reason.BROKEN;
        }

        /** Who has the file open, if that is why and if it is known. */
        public Optional<Holder> holder() {
            return holder;
        }

        /** Whether the database was there and no longer answers. */
        public static boolean isUnreachable(Throwable cause) {
            return SqlStates.isUnreachable(cause);
        }

        public Reason reason() {
            return reason;
        }
    }
}
