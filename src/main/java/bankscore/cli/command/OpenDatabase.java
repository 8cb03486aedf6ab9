package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.finding.InputChanged;
import bankscore.front.Folders;
import bankscore.run.Engine;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.questions.Missing;
import bankscore.run.request.JobFailure;
import bankscore.run.request.TemporaryFolder;
import bankscore.run.revisions.NotAsPublished;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of a command's places while it is open: what is done with it, and what is told of what is in the way. */
public record OpenDatabase(Terminal terminal, Folders places) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);

    /** What a command does with the database; it gives the exit code. */
    @FunctionalInterface
    public interface Work {
        int on(Engine engine) throws IOException, InputChanged, JobFailure, ConfigException, NotAsPublished, Missing;
    }

    public int with(Work work) {
        return with(work, () -> () -> {});
    }

    /**
     * Does the work with a folder for what is put aside meanwhile; at last nobody else may read what was written.
     *
     * @param begin begins what is done beside it, and is waited for
     */
    public int with(Work work, Supplier<Closeable> begin) {
        try {
            TemporaryFolder aside = TemporaryFolder.take(places.output());
            try (aside) {
                Closeable beside = begin.get();
                try (beside) {
                    return opened(work);
                }
            }
        } catch (IOException e) {
            return terminal.failed(e, places.output());
        } finally {
            settle();
        }
    }

    private void settle() {
        try {
            places.office().settle();
        } catch (ConfigException | IOException | UncheckedIOException e) {
            LOG.warn("rights: not settled, {}", e.getClass().getSimpleName());
        }
    }

    private int opened(Work work) {
        try (Engine engine = places.open(terminal.seat())) {
            return work.on(engine);
        } catch (ConfigException e) {
            return terminal.refused(e);
        } catch (DatabaseUnavailable e) {
            return terminal.unavailable(e, places.output());
        } catch (InputChanged e) {
            return terminal.changed(e);
        } catch (Missing e) {
            return terminal.misused("cli.missing." + e.kind().name(), "name", e.name(), "nearest", e.nearest());
        } catch (NotAsPublished e) {
            terminal.complain("cli.not_as_published." + e.reason().name());
            return ExitCode.DIFFERENCE.code();
        } catch (IOException | JobFailure | RuntimeException e) {
            return terminal.failed(e, places.output());
        }
    }
}
