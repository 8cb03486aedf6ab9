package bankscore.subsidy.keep;

import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps lines and decisions in a folder, as long as they are few in memory alone; decisions elsewhere if that is wanted. */
public final class FileRoom implements Spool.Room, AutoCloseable {

    private final Path folder;
    private final int full;
    private final Optional<Spool<Decision>> decided;
    private final List<FileSpool<?>> spools = new ArrayList<>();

    /**
     * Uses a folder that is there, for itself alone.
     *
     * @param full so many lines are held in memory at most
     */
    public FileRoom(Path folder, int full) {
        this(folder, full, Optional.empty());
    }

    private FileRoom(Path folder, int full, Optional<Spool<Decision>> decided) {
        this.folder = folder;
        this.full = full;
        this.decided = decided;
    }

    /** The same, whose decisions are kept elsewhere, and stay there. */
    public FileRoom keeping(Spool<Decision> elsewhere) {
        return new FileRoom(folder, full, Optional.of(elsewhere));
    }

    @Override
    public Spool<Spool.Chosen> lines() {
        return kept(new FileSpool<>(folder, full, ChosenForm::new));
    }

    @Override
    public Spool<Decision> waiting() {
        return kept(new FileSpool<>(folder, full, DecisionForm::new));
    }

    @Override
    public Spool<Decision> decisions() {
        return decided.orElseGet(this::waiting);
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
