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
 * runs.
 */
final class FileSpool<T> implements Spool<T> {

    private static final int BUFFER = 1 << 15;

    private final Path folder;
    private final int full;
    /** Each run is written by a form of its own, so that it can be read by itself. */
    private final Supplier<Form<T>> forms;

    private final List<Path> runs = new ArrayList<>();
    private final List<Item<T>> items = new ArrayList<>();

    private record Item<T>(long key, T what) {}

    /**
     * Uses a folder that is there.
     *
     * @param full so many items are a run
     */
    FileSpool(Path folder, int full, Supplier<Form<T>> forms) {
        this.folder = folder;
        this.full = full;
        this.forms = forms;
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

    private void spill() {
        sort();
        Form<T> form = forms.get();
        try {
            Path file = Files.createTempFile(folder, "run", ".bin");
            runs.add(file);
            try (DataOutputStream to =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
                to.writeInt(items.size());
                for (Item<T> item : items) {
                    to.writeLong(item.key());
                    form.write(to, item.what());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        items.clear();
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
        private final Form<T> form = forms.get();
        private int left;
        private long key;

        Run(Path file) throws IOException {
            this.from = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            this.left = from.readInt();
        }

        /** Reads the next key, if there is one. */
        boolean advance() throws IOException {
            if (left == 0) {
                return false;
            }
            left--;
            key = from.readLong();
            return true;
        }

        T item() throws IOException {
            return form.read(from);
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
