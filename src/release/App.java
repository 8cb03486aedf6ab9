import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Unpacks {@code target/bankscore.jar} to {@code target/app}, from where it starts sooner. The jars that only the desk, or
 * only a worker loads lie in folders of their own below {@code lib}, and the manifest does not name them: a command opens each
 * jar of its class path at every start.
 *
 * <p>Arguments: the folder {@code target}.
 */
final class App {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** The layers whose jars lie apart. */
    private static final List<String> APART = List.of("desk", "worker");

    private App() {}

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]).toAbsolutePath();
        Path jar = target.resolve("bankscore.jar");
        Path app = target.resolve("app");
        Path part = target.resolve("app.part");
        delete(part);
        Process extract = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        part.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (extract.waitFor() != 0) {
            throw new IllegalStateException("not unpacked: " + jar);
        }
        Set<String> apart = new LinkedHashSet<>();
        for (String layer : APART) {
            Path folder = Files.createDirectories(part.resolve("lib").resolve(layer));
            for (String name : jars(jar, layer)) {
                Files.move(part.resolve("lib").resolve(name), folder.resolve(name));
                apart.add(name);
            }
        }
        name(part.resolve("bankscore.jar"), apart);
        delete(app);
        Files.move(part, app);
    }

    /** The jars of a layer, as src/release/layers.xml has them. */
    private static Set<String> jars(Path jar, String layer) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        boolean its = false;
        for (String line : new String(entry(jar, "BOOT-INF/layers.idx"), UTF_8).lines().toList()) {
            if (line.startsWith("- ")) {
                its = line.equals("- \"" + layer + "\":");
            } else if (its) {
                String path = line.replaceAll("^ *- *\"|\"$", "");
                names.add(path.substring(path.lastIndexOf('/') + 1));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalStateException("no jar of the layer " + layer + " in " + jar);
        }
        return names;
    }

    private static byte[] entry(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(name), name))) {
            return in.readAllBytes();
        }
    }

    /** Takes jars out of the manifest's class path; everything else, and every time, stays as it is. */
    private static void name(Path jar, Set<String> without) throws IOException {
        Path written = jar.resolveSibling("bankscore.jar.part");
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(written);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry old : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                ZipEntry entry = new ZipEntry(old.getName());
                entry.setTime(old.getTime());
                out.putNextEntry(entry);
                try (InputStream in = zip.getInputStream(old)) {
                    if (old.getName().equals(MANIFEST)) {
                        Manifest manifest = new Manifest(in);
                        Attributes main = manifest.getMainAttributes();
                        main.put(
                                Attributes.Name.CLASS_PATH,
                                Arrays.stream(main.getValue(Attributes.Name.CLASS_PATH).split(" "))
                                        .filter(path -> !without.contains(path.replaceFirst("^lib/", "")))
                                        .collect(Collectors.joining(" ")));
                        manifest.write(out);
                    } else {
                        in.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
        Files.setLastModifiedTime(written, Files.getLastModifiedTime(jar));
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
