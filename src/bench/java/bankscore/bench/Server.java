package bankscore.bench;

import bankscore.store.OwnServer;
import bankscore.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL server of this machine, as the tests have one; each database is new. */
final class Server implements AutoCloseable {

    private final OwnServer server;
    private final long pid;
    private int made;

    private Server(OwnServer server, long pid) {
        this.server = server;
        this.pid = pid;
    }

    static Server start(Path work) throws Exception {
        Path data = work.resolve("postgres");
        OwnServer server = OwnServer.start(data);
        return new Server(
                server,
                Long.parseLong(
                        Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()));
    }

    /** A database that is empty, as {@code --db} names it. */
    String database() throws Exception {
        String name = "bench" + made++;
        server.make(name);
        return server.url(name);
    }

    /** Who asks, as the environment tells the program. */
    static Map<String, String> credentials() {
        return TestDatabase.credentials();
    }

    /** The processor time that it has taken so far, in seconds. */
    double processor() {
        return Programs.server(pid);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
