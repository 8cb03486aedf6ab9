package bankscore.store.database;

import bankscore.office.Holder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * One process at a time works on the database file of a folder. H2 locks its file only while it is open, but the file is
 * also made, copied and renamed. The file says who holds the lock. The system lets go of it when the process dies; the file
 * stays, empty unless the process was killed.
 */
public final class FolderLock implements AutoCloseable {

    private static final String NAME = ".lock";

    /** Behind all that is written: Windows lets nobody read what is locked. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private static final int MOST = 8000;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock without waiting.
     *
     * @param holder who takes it, to be told to others
     * @return empty if it is held
     * @throws IOException if the folder cannot be written to
     */
    public static Optional<FolderLock> tryTake(Path folder, Holder holder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(NAME),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                rights(folder));
        try {
            FileLock lock = channel.tryLock(LOCKED, 1, false);
            if (lock != null) {
                channel.truncate(0).write(ByteBuffer.wrap(holder.text().getBytes(StandardCharsets.UTF_8)));
                return Optional.of(new FolderLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Its owner's alone where the system has such rights; it lies beside the database, which need not be the output. */
    private static FileAttribute<?>[] rights(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Who holds the lock, as far as its file can be read; the caller does not hold it. */
    public static Optional<Holder> holder(Path folder) {
        try (InputStream file = Files.newInputStream(folder.resolve(NAME))) {
            return Holder.parse(new String(file.readNBytes(MOST), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
