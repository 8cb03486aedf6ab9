package bankscore.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleQuartersTest {
    private static final Path COMMITTED = Path.of("input");

    @TempDir
    private static Path once = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        SampleQuarters.write(once);
    }

    /**
     * Compares the files part by part as unpacked: two builds of zlib may pack the same bytes differently, and then
     * nothing has drifted.
     */
    @Test
    void the_committed_sample_is_byte_for_byte_what_the_generator_writes() throws Exception {
        assertThat(parts(COMMITTED)).isEqualTo(parts(once));
    }

    @Test
    void the_generator_writes_the_same_files_whenever_it_runs(@TempDir Path again) throws Exception {
        SampleQuarters.write(again);
        assertThat(files(again).stream().map(again::relativize).toList())
                .isEqualTo(files(once).stream().map(once::relativize).toList());
        for (Path file : files(once)) {
            assertThat(again.resolve(once.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    /** The digest of every part of every workbook, by file, part and time of the part. */
    private static SortedMap<String, String> parts(Path folder) throws IOException, NoSuchAlgorithmException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(file))) {
                for (ZipEntry part = archive.getNextEntry(); part != null; part = archive.getNextEntry()) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive.readAllBytes());
                    String place = name + " " + part.getName() + " " + part.getTimeLocal();
                    digests.put(place, HexFormat.of().formatHex(digest));
                }
            }
        }
        return digests;
    }

    /** The workbooks in the folders of the sample's quarters. */
    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String period : SampleQuarters.PERIODS) {
            try (Stream<Path> found = Files.walk(folder.resolve(period))) {
                found.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
