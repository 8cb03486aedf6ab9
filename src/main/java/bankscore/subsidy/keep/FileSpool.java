package bankscore.subsidy.keep;

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

    private final Path folder;
    private final int full;
    private final Supplier<Form<T>> forms;
    private final Form<T> form;
    private final List<Path> runs = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final KnownWords words = new KnownWords();
    private final ByteWriter bytes = new ByteWriter(words);

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
        int from = bytes.size();
        form.write(bytes, item);
        items.add(new Item(key, from, bytes.size()));
        if (items.size() >= full) {
            spill();
        }
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
        try {
            Form<T> own = forms.get();
            for (Path file : runs) {
                open.add(new Run(file, own));
            }
            merge(open, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            open.forEach(Run::close);
        }
    }

    private void merge(List<Run> open, Consumer<T> to) throws IOException {
        PriorityQueue<Run> next = new PriorityQueue<>(Comparator.comparingLong((Run run) -> run.key));
        for (Run run : open) {
            if (run.advance()) {
                next.add(run);
            }
        }
        for (Run run = next.poll(); run != null; run = next.poll()) {
            to.accept(run.item());
            if (run.advance()) {
                next.add(run);
            }
        }
    }

    /** A run that is being read. */
    private final class Run {

        private final DataInputStream from;
        private final Form<T> form;
        private final ByteReader reader = new ByteReader(words);
        private byte[] item = {};
        private long key;

        Run(Path file, Form<T> form) throws IOException {
            this.form = form;
            this.from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), PORTION));
        }

        /** Reads the next item, if there is one. */
        boolean advance() throws IOException {
            int length = from.readInt();
            if (length < 0) {
                return false;
            }
            key = from.readLong();
            if (item.length < length) {
                item = new byte[2 * length];
            }
            from.readFully(item, 0, length);
            reader.read(item, 0);
            return true;
        }

        T item() {
            return form.read(reader);
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
        for (Path file : runs) {
            Files.deleteIfExists(file);
        }
        runs.clear();
    }
}
