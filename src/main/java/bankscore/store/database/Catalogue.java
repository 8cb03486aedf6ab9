package bankscore.store.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.db.RowDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.CompareMode;
import org.h2.value.VersionedValue;

/**
 * What an H2 file makes its engine do when it is opened, read before the engine opens it.
 *
 * <p>To open a file is to execute every line of its catalogue as the system: a trigger is compiled and made, a linked table
 * connects, any SQL runs; class names in the registry of types are loaded, and prepared transactions are deserialised. So
 * the file is read first by the storage layer alone, which executes nothing, and its catalogue must be, line by line, that
 * of one version of the migrations; the lines that a version has are listed in {@code catalogue.txt}.
 *
 * <p>Who can write the folder in the moment between this look and the opening is not kept out by it.
 */
final class Catalogue {

    private static final String KNOWN = "/catalogue.txt";

    /** What H2 itself puts into the registry of types. */
    private static final Set<String> TYPES = Set.of(
            "org.h2.mvstore.db.LobStorageMap$BlobMeta$Type",
            "org.h2.mvstore.db.LobStorageMap$BlobReference$Type",
            "org.h2.mvstore.db.NullValueDataType",
            "org.h2.mvstore.db.RowDataType$Factory",
            "org.h2.mvstore.db.ValueDataType$Factory",
            "org.h2.mvstore.tx.VersionedValueType$Factory",
            "org.h2.mvstore.type.ByteArrayDataType",
            "org.h2.mvstore.type.LongDataType",
            "org.h2.mvstore.type.StringDataType");

    /** What H2 numbers as it likes, and what differs from file to file: none of it is executed. */
    private static final List<Replacement> VARIES = List.of(
            Replacement.of(
                    "(?<=CONSTRAINT_INDEX_|PRIMARY_KEY_|SYSTEM_SEQUENCE_|CONSTRAINT_)[0-9A-F_]{1,40}(?=\")", "#"),
            Replacement.of(" SELECTIVITY [0-9]{1,3}(?= NOT NULL|,|\\n|\\)|$)", ""),
            Replacement.of(" RESTART WITH -?[0-9]{1,19}", ""),
            Replacement.of("(?<=SALT '|HASH ')[0-9a-f]{0,64}(?=')", "#"),
            Replacement.of("(?<=^SET CREATE_BUILD )[0-9]{1,4}$", "#"));

    /** A file whose first address did not say how soon to write has no such line; it is a number, and every opening sets it. */
    private static final Pattern OPTIONAL = Pattern.compile("6 SET WRITE_DELAY [0-9]{1,9}");

    private Catalogue() {}

    private record Replacement(Pattern pattern, String by) {

        static Replacement of(String pattern, String by) {
            return new Replacement(Pattern.compile(pattern), by);
        }
    }

    /** One line of a version's catalogue: since which version it is there, and the first that no longer has it. */
    private record Line(int since, int until, String shape) {}

    /**
     * Looks at a file that nobody has open.
     *
     * @throws ForeignCatalogue if its catalogue is not that of one version of the migrations; it names the line
     * @throws IOException if it is no file of H2's, or somebody has it open
     */
    static void inspect(Path file) throws IOException {
        NavigableSet<String> found = shapes(file);
        List<Line> lines = lines();
        int newest = lines.stream().mapToInt(Line::since).max().orElse(0);
        Set<String> known = new TreeSet<>();
        lines.forEach(line -> known.add(line.shape()));
        for (String shape : found) {
            if (!known.contains(shape)) {
                throw new ForeignCatalogue(shape);
            }
        }
        NavigableSet<String> nearest = new TreeSet<>();
        for (int version = newest; version > 0; version--) {
            NavigableSet<String> wanted = of(version, lines);
            if (wanted.equals(found)) {
                return;
            }
            NavigableSet<String> differing = new TreeSet<>(wanted);
            differing.removeAll(found);
            found.stream().filter(shape -> !wanted.contains(shape)).forEach(differing::add);
            nearest = nearest.isEmpty() || differing.size() < nearest.size() ? differing : nearest;
        }
        throw new ForeignCatalogue((found.contains(nearest.first()) ? "" : "-") + nearest.first());
    }

    private static NavigableSet<String> of(int version, List<Line> lines) {
        NavigableSet<String> shapes = new TreeSet<>();
        for (Line line : lines) {
            if (line.since() <= version && version < line.until()) {
                shapes.add(line.shape());
            }
        }
        return shapes;
    }

    private static List<Line> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Catalogue.class.getResourceAsStream(KNOWN)), StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int first = line.indexOf(' ');
                int second = line.indexOf(' ', first + 1);
                String until = line.substring(first + 1, second);
                lines.add(new Line(
                        Integer.parseInt(line.substring(0, first)),
                        until.equals("-") ? Integer.MAX_VALUE : Integer.parseInt(until),
                        line.substring(second + 1)));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file's catalogue, without what H2 numbers as it likes. */
    static NavigableSet<String> shapes(Path file) throws IOException {
        for (String beside : List.of(".newFile", ".tempFile")) {
            Path other = file.resolveSibling(file.getFileName() + beside);
            if (Files.exists(other)) {
                throw new ForeignCatalogue(other.getFileName().toString());
            }
        }
        MVStore store;
        try {
            store = new MVStore.Builder()
                    .fileName(file.toAbsolutePath().toString())
                    .readOnly()
                    .autoCommitDisabled()
                    .open();
        } catch (MVStoreException e) {
            throw new IOException(e);
        }
        try {
            return shapes(store);
        } catch (MVStoreException | IllegalArgumentException | BufferUnderflowException e) {
            throw new IOException(e);
        } finally {
            store.closeImmediately();
        }
    }

    private static NavigableSet<String> shapes(MVStore store) throws IOException {
        if (store.hasData("openTransactions")) {
            throw new ForeignCatalogue("openTransactions");
        }
        if (store.hasMap("_")) {
            MVMap<String, String> types = store.openMap(
                    "_",
                    new MVMap.Builder<String, String>()
                            .keyType(StringDataType.INSTANCE)
                            .valueType(new TypeNames()));
            for (String names : types.values()) {
                for (String name : names.lines().toList()) {
                    if (!TYPES.contains(name)) {
                        throw new ForeignCatalogue(name);
                    }
                }
            }
        }
        RowDataType rows = RowFactory.getDefaultRowFactory()
                .createRowFactory(null, CompareMode.getInstance(null, 0), null, new int[4], null, null, 4, false)
                .getRowDataType();
        MVMap<Long, VersionedValue<SearchRow>> catalogue = store.openMap(
                "table.0",
                new MVMap.Builder<Long, VersionedValue<SearchRow>>()
                        .keyType(LongDataType.INSTANCE)
                        .valueType(new VersionedValueType<>(rows)));
        NavigableSet<String> shapes = new TreeSet<>();
        for (VersionedValue<SearchRow> row : catalogue.values()) {
            // A line that an unfinished transaction hides, or would bring back, is a line.
            Stream.of(row.getCurrentValue(), row.getCommittedValue())
                    .filter(Objects::nonNull)
                    .map(value ->
                            shape(value.getValue(2).getInt(), value.getValue(3).getString()))
                    .filter(shape -> !OPTIONAL.matcher(shape).matches())
                    .forEach(shapes::add);
        }
        return shapes;
    }

    private static String shape(int type, String sql) {
        String shape = sql;
        for (Replacement each : VARIES) {
            shape = each.pattern().matcher(shape).replaceAll(each.by());
        }
        return type + " " + shape.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }

    /** Reads the registry's entries as names of classes, one a line, and makes none of them. */
    private static final class TypeNames extends BasicDataType<String> {

        @Override
        public int getMemory(String names) {
            return names.length();
        }

        @Override
        public void write(WriteBuffer buffer, String names) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String read(ByteBuffer buffer) {
            String name = name(buffer);
            return name.equals("org.h2.mvstore.tx.VersionedValueType$Factory") ? name + "\n" + name(buffer) : name;
        }

        private static String name(ByteBuffer buffer) {
            int length = DataUtils.readVarInt(buffer);
            if (length < 0 || length > 200) {
                throw new IllegalArgumentException("no name of a type");
            }
            String name = DataUtils.readString(buffer, length);
            boolean row = name.equals("org.h2.mvstore.db.RowDataType$Factory");
            if (row || name.equals("org.h2.mvstore.db.ValueDataType$Factory")) {
                if (row) {
                    DataUtils.readVarInt(buffer);
                    skipIntegers(buffer);
                } else {
                    skipIntegers(buffer);
                    DataUtils.readVarInt(buffer);
                }
                skipIntegers(buffer);
                buffer.position(buffer.position() + 1);
            }
            return name;
        }

        /** H2 writes how many there are and one more, or nothing for none. */
        private static void skipIntegers(ByteBuffer buffer) {
            for (int left = DataUtils.readVarInt(buffer) - 1; left > 0; left--) {
                DataUtils.readVarInt(buffer);
            }
        }

        @Override
        public String[] createStorage(int size) {
            return new String[size];
        }
    }
}
