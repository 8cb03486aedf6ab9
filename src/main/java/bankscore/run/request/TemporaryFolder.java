package bankscore.run.request;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What libraries put aside while a command lasts, the sheets of a book or the rows of a large query, lies in a folder of
 * this process below {@code output/.work}, never in the one that all users of a machine share. It goes with the command;
 * that of a process that was killed goes with the next command, once nobody holds it.
 */
public final class TemporaryFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    private static final String PREFIX = "process-";
    private static final String HELD = ".held";

    /** H2 and POI ask for it whenever they make a file. */
    private static final String PROPERTY = "java.io.tmpdir";

    private final Path folder;
    private final FileChannel held;
    private final String before;

    private TemporaryFolder(Path folder, FileChannel held) {
        this.folder = folder;
        this.held = held;
        this.before = Objects.requireNonNull(
                System.setProperty(PROPERTY, folder.toAbsolutePath().toString()));
    }

    /**
     * Makes the folder, and removes those that dead processes left.
     *
     * @throws IOException if the output cannot be written to, or its work folder is a link: what lies behind it is not ours
     */
    public static TemporaryFolder take(Path output) throws IOException {
        Path works = output.resolve(PeriodFolder.WORK);
        if (Files.isSymbolicLink(works) || Files.isRegularFile(works)) {
            throw new NotDirectoryException(works.toString());
        }
        while (true) {
            try {
                sweep(Privacy.folder(works));
                // Somebody who sweeps at this instant may take for dead what is not yet held.
                Path folder = Files.createTempDirectory(Privacy.folder(works), PREFIX);
                Optional<FileChannel> held = hold(folder.resolve(HELD), StandardOpenOption.CREATE_NEW);
                if (held.isPresent()) {
                    return new TemporaryFolder(folder, held.get());
                }
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                LOG.debug("aside: another command has just ended, {}", e.getMessage());
            }
        }
    }

    private static void sweep(Path works) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(works)) {
            folders = all.filter(each -> each.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path each : folders) {
            if (Files.exists(each.resolve(HELD))) {
                Optional<FileChannel> dead = hold(each.resolve(HELD), StandardOpenOption.WRITE);
                if (dead.isPresent()) {
                    try (FileChannel ended = dead.get()) {
                        Deletion.of(each);
                        ended.force(false);
                    }
                }
            } else {
                Deletion.ifEmpty(each);
            }
        }
    }

    /** Holds a folder by its file; empty if somebody else does, or has removed it. */
    private static Optional<FileChannel> hold(Path file, StandardOpenOption how) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE, how);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null && Files.exists(file)) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held in this very process.
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        System.setProperty(PROPERTY, before);
        try {
            held.close();
            Deletion.of(folder);
            Deletion.ifEmpty(folder.resolveSibling(""));
        } catch (IOException e) {
            // What was done is done; the next command removes it.
            LOG.warn("aside: not removed, {}", e.getClass().getSimpleName());
        }
    }
}
