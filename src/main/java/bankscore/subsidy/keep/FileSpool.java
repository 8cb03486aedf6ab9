package bankscore.subsidy.keep;

import bankscore.store.database.Ahead;
import bankscore.store.database.Portions;
import bankscore.subsidy.decide.Spool;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sorts what may be more than memory holds: so many items are a run, sorted by key and written to a file; reading merges the
 * runs. What is in memory is bytes already: as objects, items would outlive most others, and be copied again and again.
 */
final class FileSpool<T> implements Spool<T> {

    /** So many bytes of a run are in memory while it is read, and an item. */
    private static final int PORTION = 1 << 14;

    /** So many items are read while those before are used. */
    private static final int AT_ONCE = 256;

    private final Path folder;
    private final int full;
    private final Supplier<Form<T>> forms;
    private final Form<T> form;
    private final List<Path> runs = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final KnownWords words = new KnownWords();
    private final ByteWriter bytes = new ByteWriter(words);

    /** Only its thread writes, until all are written. */
    private final Ahead<List<Keyed<T>>, Integer> written = new Ahead<>("wait", this::write, inMemory -> {});

    private final Portions<Keyed<T>> portions = new Portions<>(AT_ONCE, written::take);

    private record Keyed<T>(long key, T item) {}

    /** Where an item's bytes are. */
    private record Item(long key, int from, int to) {}

    /**
     * Uses a folder that is there.
     *
     * @param full so many items are a run
     * @param forms of which each reading has its own
     */
    FileSpool(Path folder, int full, Supplier<Form<T>> forms) {
        this.folder = folder;
        this.full = full;
        this.forms = forms;
        this.form = forms.get();
    }

    @Override
    public void put(long key, T item) {
        portions.add(new Keyed<>(key, item));
    }

    /** Keeps some items; how many are in memory then. */
    private int write(List<Keyed<T>> some) {
        for (Keyed<T> each : some) {
            int from = bytes.size();
            form.write(bytes, each.item());
            items.add(new Item(each.key(), from, bytes.size()));
            if (items.size() >= full) {
                spill();
            }
        }
        return items.size();
    }

    private void sort() {
        items.sort(Comparator.comparingLong(Item::key));
    }

    /** A run is its items, each with its length and its key before it; a length below 0 ends it. */
    private void spill() {
        sort();
        try {
            Path file = Files.createTempFile(folder, "run", ".bin");
            runs.add(file);
            try (DataOutputStream to =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), PORTION))) {
                for (Item item : items) {
                    to.writeInt(item.to() - item.from());
                    to.writeLong(item.key());
                    bytes.copyTo(to, item.from(), item.to());
                }
                to.writeInt(-1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        items.clear();
        bytes.clear();
    }

    @Override
    public void each(Consumer<T> to) {
        portions.end();
        written.end();
        if (runs.isEmpty()) {
            sort();
            Form<T> own = forms.get();
            ByteReader reader = new ByteReader(words);
            for (Item item : items) {
                bytes.read(reader, item.from());
                to.accept(own.read(reader));
            }
            return;
        }
        if (!items.isEmpty()) {
            spill();
        }
        bytes.release();
        List<Run> open = new ArrayList<>();
        Form<T> own = forms.get();
        ByteReader reader = new ByteReader(words);
        try (Ahead<List<byte[]>, List<T>> read =
                new Ahead<>("spool", portion -> items(own, reader, portion), portion -> portion.forEach(to))) {
            for (Path file : runs) {
                open.add(new Run(file));
            }
            Portions<byte[]> portions = new Portions<>(AT_ONCE, read::take);
            merge(open, portions);
            portions.end();
            read.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(Run::close);
        }
    }

    private List<T> items(Form<T> own, ByteReader reader, List<byte[]> portion) {
        List<T> items = new ArrayList<>(portion.size());
        for (byte[] item : portion) {
            reader.read(item, 0);
            items.add(own.read(reader));
        }
        return items;
    }

    private void merge(List<Run> open, Portions<byte[]> to) throws IOException {
        PriorityQueue<Run> next = new PriorityQueue<>(Comparator.comparingLong((Run run) -> run.key));
        for (Run run : open) {
            if (run.advance()) {
                next.add(run);
            }
        }
        for (Run run = next.poll(); run != null; run = next.poll()) {
            to.add(run.item);
            if (run.advance()) {
                next.add(run);
            }
        }
    }

    /** A run that is being read. */
    private static final class Run {

        private final DataInputStream from;
        private byte[] item = {};
        private long key;

        Run(Path file) throws IOException {
            this.from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), PORTION));
        }

        /** Reads the next item, if there is one. */
        boolean advance() throws IOException {
            int length = from.readInt();
            if (length < 0) {
                return false;
            }
            key = from.readLong();
            item = new byte[length];
            from.readFully(item);
            return true;
        }

        void close() {
            try {
                from.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Deletes the files. */
    void close() throws IOException {
        written.close();
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
        runs.clear();
    }
}
