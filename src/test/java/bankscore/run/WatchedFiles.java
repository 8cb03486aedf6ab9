package bankscore.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/** Database files ({@code jdbc:h2:watched:}) that show every write before it is done, with those not yet forced to disk. */
public final class WatchedFiles extends FilePathWrapper {

    // H2 makes objects of this class itself, so that they can be told nothing.
    private static final AtomicReference<Consumer<List<Write>>> WATCHER = new AtomicReference<>(unforced -> {});

    /** A write that a power cut would lose: what the file held there before it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Write(long position, byte[] before) {}

    /** Whom every write is shown to. */
    public static void watch(Consumer<List<Write>> watcher) {
        WATCHER.set(watcher);
    }

    @Override
    public String getScheme() {
        return "watched";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Watched(super.open(mode));
    }

    private static final class Watched extends FileBaseDefault {

        private final FileChannel file;
        private final List<Write> unforced = new ArrayList<>();

        Watched(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            Objects.requireNonNull(WATCHER.get()).accept(List.copyOf(unforced));
            int length = (int) Math.max(0, Math.min(source.remaining(), file.size() - position));
            ByteBuffer before = ByteBuffer.allocate(source.remaining());
            before.limit(length);
            for (int got = 1; got > 0 && before.hasRemaining(); ) {
                got = file.read(before, position + before.position());
            }
            unforced.add(new Write(position, before.array()));
            return file.write(source, position);
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            Objects.requireNonNull(WATCHER.get()).accept(List.copyOf(unforced));
            file.force(metaData);
            unforced.clear();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
