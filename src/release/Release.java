import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import bankscore.load.WordsLoader;
import bankscore.paper.letter.LetterFile;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.workbook.FixedZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes what staff get, at the end of {@code mvn package}: {@code target/bankscore-VERSION.zip}, and the same with a Java
 * runtime for each system whose JDK there is. Every file of a zip has the build's time, so that two builds of one source give the same bytes.
 *
 * <p>Arguments: the checkout, the version, the build's time.
 */
final class Release {

    /**
     * What {@code jdeps --multi-release 17 --ignore-missing-deps --print-module-deps --class-path 'lib/*' -R bankscore.jar}
     * names, without what libraries offer and this program never does (scripts, compilers, debuggers, preferences), and with
     * what is found by name only: GB18030, Chinese dates, elliptic curves for a database's certificate.
     */
    private static final String MODULES = "java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,"
            + "java.security.jgss,java.sql.rowset,java.xml.crypto,jdk.jfr,jdk.management,jdk.unsupported,jdk.charsets,"
            + "jdk.localedata,jdk.crypto.ec";

    /** Where the build puts the bill of materials into the jar. */
    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /** The systems that a zip with a runtime may be for. */
    private static final List<String> SYSTEMS = List.of("linux-x64", "linux-arm64", "windows-x64");

    private static final int PROGRAM = 0755;
    private static final int FILE = 0644;

    private final Path home;
    private final Path target;
    private final Path release;
    private final String version;
    private final Instant time;

    private Release(Path home, String version, Instant time) {
        this.home = home;
        this.target = home.resolve("target");
        this.release = target.resolve("release");
        this.version = version;
        this.time = time;
    }

    public static void main(String[] arguments) throws Exception {
        new Release(Path.of(arguments[0]).toAbsolutePath(), arguments[1], Instant.parse(arguments[2])).make();
    }

    private void make() throws Exception {
        delete(release);
        Path program = release.resolve("bankscore");
        Files.createDirectories(release);
        unpacked(target.resolve("app"), program);
        for (String name : List.of("bankscore", "bankscore.cmd", "start", "config", "output/README.md")) {
            copy(home.resolve(name), program.resolve(name));
        }
        // What is real begins with an empty folder; the sample has places of its own.
        copy(home.resolve("input"), program.resolve("sample/input"));
        copy(home.resolve("start/收件说明.txt"), program.resolve("input/收件说明.txt"));
        Path bill = program.resolve("bankscore-" + version + "-sbom.json");
        Files.write(bill, billOfMaterials(program.resolve("bankscore.jar")));
        Files.writeString(program.resolve("使用说明.html"), guide(Files.readString(home.resolve("src/docs/manual.md"))));
        templates(program);
        quickStart(program.resolve("快速上手.docx"));
        classes(program);
        Path zip = target.resolve("bankscore-" + version + ".zip");
        zip(zip, program);
        say(zip);
        byte[] alone = Files.readAllBytes(bill);
        for (Map.Entry<String, Path> each : jdks().entrySet()) {
            Path runtime = program.resolve("runtime");
            link(each.getKey(), each.getValue(), runtime);
            Files.write(bill, withRuntime(alone, runtime));
            Path whole = target.resolve("bankscore-" + version + "-" + each.getKey() + ".zip");
            zip(whole, program);
            say(whole);
            delete(runtime);
        }
        delete(release);
        // The jar has the build's time, not today's: the start scripts compare the sources with this.
        Files.writeString(target.resolve("bankscore.built"), version + "\n");
    }

    /** The program as App.java has unpacked it; what a start script laid beside it stays away. */
    private void unpacked(Path app, Path program) throws IOException {
        Files.createDirectories(program);
        copy(app.resolve("bankscore.jar"), program.resolve("bankscore.jar"));
        copy(app.resolve("lib"), program.resolve("lib"));
    }

    /** The bill of materials that is in the jar; nobody gets a jar without one. */
    private static byte[] billOfMaterials(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(BILL);
            if (entry == null) {
                throw new IllegalStateException("no bill of materials in " + jar + ": " + BILL);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }

    /** The bill with the runtime that lies beside the program: what it is, of whom (the one that makes it), and which modules. */
    private static byte[] withRuntime(byte[] bill, Path runtime) throws IOException {
        Properties facts = new Properties();
        try (InputStream in = Files.newInputStream(runtime.resolve("release"))) {
            facts.load(in);
        }
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode whole = (ObjectNode) mapper.readTree(bill);
        String number = unquoted(facts, "JAVA_VERSION");
        ObjectNode java = whole.withArray("components").addObject();
        java.put("type", "platform")
                .put("bom-ref", "pkg:generic/openjdk@" + number)
                .put("publisher", System.getProperty("java.vendor"))
                .put("name", "openjdk")
                .put("version", number)
                .put("description", "Java runtime made by jlink, in the folder runtime")
                .put("purl", "pkg:generic/openjdk@" + number);
        java.putArray("licenses")
                .addObject()
                .put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        java.putArray("properties")
                .addObject()
                .put("name", "modules")
                .put("value", unquoted(facts, "MODULES"));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
    }

    private static String unquoted(Properties facts, String key) {
        return Objects.requireNonNull(facts.getProperty(key), key).replace("\"", "");
    }

    /** The blank workbooks of the latest quarter of the sample, made by the program itself. */
    private void templates(Path program) throws Exception {
        Path output = release.resolve("templates");
        String latest;
        try (Stream<Path> periods = Files.list(program.resolve("sample/input"))) {
            latest = periods.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{4}Q[1-4]"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        tool("java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-jar",
                program.resolve("bankscore.jar").toString(), "template", latest, "--config",
                program.resolve("config").toString(), "--input", program.resolve("sample/input").toString(), "--output",
                output.toString());
        copy(output.resolve(latest).resolve("template"), program.resolve("templates"));
    }

    /**
     * The classes that runs of the sample load, of which the first start makes an archive: that names the place of the jar, so
     * that none can be made here.
     */
    private void classes(Path program) throws IOException, InterruptedException {
        // A line that stands twice is two places in a class that make the same function: each has one of its own in the archive.
        Map<String, Long> times = new TreeMap<>();
        Path list = release.resolve("classes");
        for (String command : List.of("check 2022Q4", "run 2022Q4", "run 2024Q4 --rule jinhua-insurance")) {
            List<String> line = new ArrayList<>(List.of(
                    "@" + program.resolve("start/java.options"),
                    "-Xshare:off",
                    "-XX:DumpLoadedClassList=" + list,
                    "-jar",
                    program.resolve("bankscore.jar").toString()));
            line.addAll(List.of(command.split(" ")));
            line.addAll(List.of("--config", program.resolve("config").toString()));
            line.addAll(List.of("--input", program.resolve("sample/input").toString()));
            line.addAll(List.of("--output", release.resolve("tried").toString()));
            tool("java", line.toArray(String[]::new));
            Files.readAllLines(list).stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .forEach((name, here) -> times.merge(name, here, Math::max));
        }
        // Those that are spun while it runs have other names each time.
        times.keySet().removeIf(name -> name.matches("#.*|.*([$]Proxy|Accessor|[$]Species_|jdk/jfr/internal/handlers/).*"));
        Files.write(
                program.resolve("bankscore.classes"),
                (Iterable<String>) times.entrySet().stream()
                        .flatMap(each -> Collections.nCopies(each.getValue().intValue(), each.getKey()).stream())
                        ::iterator);
        Files.copy(program.resolve("bankscore.classes"), target.resolve("app/bankscore.classes"), REPLACE_EXISTING);
    }

    /** The first hour on one printed page, by the writer of letters. */
    private void quickStart(Path file) throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("src/docs/quickstart.md"));
        String title = lines.get(0).replaceFirst("^# ", "");
        new LetterFile(title, "", time, "").write(file, WordsLoader.load(), sheet -> {
            sheet.paragraph(LetterSheet.Style.TITLE, title);
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith("## ")) {
                    sheet.paragraph(LetterSheet.Style.HEADING, line.replaceFirst("^## ", ""));
                } else if (!line.isBlank()) {
                    sheet.paragraph(LetterSheet.Style.BODY, line);
                }
            }
            sheet.endDocument(false);
        });
        FixedZip.rewrite(file);
    }

    /** The staff's manual as a page; links to the other documents, which the zip does not hold, become their names. */
    private static String guide(String manual) {
        // Between Chinese characters a line's end is no blank.
        String text = manual.replaceAll("(?<=[^\\x00-\\x7F])\n *(?=[^\\x00-\\x7F])", "")
                .replaceAll("\\[([^\\]]+)\\]\\([^)]*\\.md[^)]*\\)", "$1");
        return """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="UTF-8"><title>使用说明</title>
                <style>
                body { max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222;
                       font: 16px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif }
                code { background: #f2f2f2; padding: 0 .3em }
                table { border-collapse: collapse } td, th { border: 1px solid #999; padding: .2em .6em }
                </style></head><body>
                %s</body></html>
                """.formatted(HtmlRenderer.builder()
                        .escapeHtml(true)
                        .build()
                        .render(Parser.builder().build().parse(text)));
    }

    /**
     * The JDKs whose modules a zip is made of, by system: those that {@code -Drelease.jdk.SYSTEM=FOLDER} names, and for the
     * system that builds the one that builds.
     */
    private static Map<String, Path> jdks() {
        Map<String, Path> jdks = new TreeMap<>();
        if (System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64")) {
            jdks.put("linux-x64", Path.of(System.getProperty("java.home")));
        }
        for (String system : SYSTEMS) {
            String given = System.getProperty("release.jdk." + system, "");
            if (!given.isEmpty()) {
                jdks.put(system, Path.of(given));
            }
        }
        jdks.values().removeIf(jdk -> !hasModules(jdk));
        return jdks;
    }

    private static boolean hasModules(Path jdk) {
        boolean has = Files.isDirectory(jdk.resolve("jmods"));
        if (!has) {
            System.err.println("release: no runtime is made of " + jdk + ": it has no folder jmods");
        }
        return has;
    }

    /**
     * Makes a runtime of what the program needs, in a process of its own: what it makes depends on what was done before in
     * the same one. The modules may be another system's, if they are of the version that builds; what its libraries say to
     * debuggers cannot be taken out here.
     */
    private void link(String system, Path jdk, Path runtime) throws IOException, InterruptedException {
        tool("jlink", "--module-path", jdk.resolve("jmods").toString(), "--add-modules", MODULES,
                system.equals("linux-x64") ? "--strip-debug" : "--strip-java-debug-attributes",
                "--no-header-files", "--no-man-pages", "--include-locales=en,zh", "--output", runtime.toString());
    }

    /** Runs a tool of the Java that builds. */
    private void tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(line).redirectErrorStream(true);
        process.redirectOutput(release.resolve("log").toFile());
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException(line + "\n" + Files.readString(release.resolve("log")));
        }
    }

    private void zip(Path zip, Path folder) throws IOException {
        Files.deleteIfExists(zip);
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip.toFile());
                Stream<Path> all = Files.walk(folder)) {
            out.setEncoding("UTF-8");
            for (Path path : all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                String name = "bankscore-" + version + "/"
                        + folder.relativize(path).toString().replace('\\', '/');
                ZipArchiveEntry entry = new ZipArchiveEntry(name);
                entry.setTime(java.time.LocalDateTime.ofInstant(time, java.time.ZoneOffset.UTC)
                        .atZone(java.time.ZoneId.systemDefault())
                        .toInstant()
                        .toEpochMilli());
                entry.setUnixMode(isProgram(folder.relativize(path)) ? PROGRAM : FILE);
                out.putArchiveEntry(entry);
                Files.copy(path, out);
                out.closeArchiveEntry();
            }
        }
    }

    private static boolean isProgram(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.equals("bankscore") || name.startsWith("runtime/bin/") || name.equals("runtime/lib/jspawnhelper");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path place = to.resolve(from.relativize(each).toString());
                Files.createDirectories(Objects.requireNonNull(place.getParent()));
                Files.copy(each, place);
            }
        }
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

    private static void say(Path zip) throws IOException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        out.println("release: " + zip.getFileName() + ", " + Files.size(zip) / (1 << 20) + " MB");
    }
}
