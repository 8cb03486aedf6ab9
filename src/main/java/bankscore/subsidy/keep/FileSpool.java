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

/**
 * Sorts what may be more than memory holds: so many items are a run, sorted by key and written to a file; reading merges the
 * runs.
 */
final class FileSpool<T> implements Spool<T> {

    /** So many bytes of a run are in memory while it is read, and one item more. */
    private static final int PORTION = 1 << 14;

    private final Path folder;
    private final int full;
    private final Form<T> form;
    private final List<Path> runs = new ArrayList<>();
    private final List<Item<T>> items = new ArrayList<>();

    private record Item<T>(long key, T what) {}

    /**
     * Uses a folder that is there.
     *
     * @param full so many items are a run
     */
    FileSpool(Path folder, int full, Form<T> form) {
        this.folder = folder;
        this.full = full;
        this.form = form;
    }

    @Override
    public void put(long key, T item) {
        items.add(new Item<>(key, item));
        if (items.size() >= full) {
            spill();
        }
    }

    private void sort() {
        items.sort(Comparator.comparingLong(Item::key));
    }

    /** A run is portions of whole items: how many there are, how many bytes they take, and they; an empty one ends it. */
    private void spill() {
        sort();
        ByteWriter portion = new ByteWriter();
        int inPortion = 0;
        try {
            Path file = Files.createTempFile(folder, "run", ".bin");
            runs.add(file);
            try (DataOutputStream to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                for (Item<T> item : items) {
                    portion.eight(item.key());
                    form.write(portion, item.what());
                    inPortion++;
                    if (portion.size() >= PORTION) {
                        write(to, inPortion, portion);
                        inPortion = 0;
                    }
                }
                if (inPortion > 0) {
                    write(to, inPortion, portion);
                }
                write(to, 0, portion);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        items.clear();
    }

    private static void write(DataOutputStream to, int items, ByteWriter portion) throws IOException {
        to.writeInt(items);
        to.writeInt(portion.size());
        portion.moveTo(to);
    }

    @Override
    public void each(Consumer<T> to) {
        if (runs.isEmpty()) {
            sort();
            items.forEach(item -> to.accept(item.what()));
            return;
        }
        if (!items.isEmpty()) {
            spill();
        }
        List<Run> open = new ArrayList<>();
        try {
            for (Path file : runs) {
                open.add(new Run(file));
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
        private final ByteReader portion = new ByteReader();
        private int left;
        private long key;

        Run(Path file) throws IOException {
            this.from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        }

        /** Reads the next key, if there is one. */
        boolean advance() throws IOException {
            if (left == 0) {
                left = from.readInt();
                portion.read(from.readNBytes(from.readInt()));
            }
            if (left == 0) {
                return false;
            }
            left--;
            key = portion.eight();
            return true;
        }

        T item() {
            return form.read(portion);
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
