package bankscore.province;

import bankscore.store.province.ProvinceStore;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Asks the database every second how far a province is, while the work is done elsewhere and nobody here would say so. */
final class Lookout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "lookout");
        daemon.setDaemon(true);
        return daemon;
    });
    private final ProvinceStore states;
    private final Consumer<Headway> watcher;

    /** One that closing ends. */
    Lookout(ProvinceStore states, Consumer<Headway> watcher) {
        this.states = states;
        this.watcher = watcher;
    }

    void begin() {
        var unused = thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            watcher.accept(Headway.of(states.tallies(), states.running()));
        } catch (DataAccessException | TransactionException e) {
            // Whoever waits for the counties meets it, too, and tells.
            LOG.warn("lookout: not seen, {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
