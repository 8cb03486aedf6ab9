package bankscore.subsidy.keep;

import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps lines and decisions in a folder; as long as they are few, in memory alone. */
public final class FileRoom implements Spool.Room, AutoCloseable {

    private final Path folder;
    private final int full;
    private final List<FileSpool<?>> spools = new ArrayList<>();

    /**
     * Uses a folder that is there, for itself alone.
     *
     * @param full so many lines are held in memory at most
     */
    public FileRoom(Path folder, int full) {
        this.folder = folder;
        this.full = full;
    }

    @Override
    public Spool<Spool.Chosen> lines() {
        return kept(new FileSpool<>(folder, full, new ChosenForm()));
    }

    @Override
    public Spool<Decision> decisions() {
        return kept(new FileSpool<>(folder, full, new DecisionForm(true)));
    }

    private <T> FileSpool<T> kept(FileSpool<T> spool) {
        spools.add(spool);
        return spool;
    }

    /** Deletes the files and the folder; what was kept cannot be read any more. */
    @Override
    public void close() {
        try {
            for (FileSpool<?> spool : spools) {
                spool.close();
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
