package bankscore.start;

import bankscore.machine.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One way to start the program, and what must come of it, with either script.
 *
 * @param name what is tried
 * @param parts what lies about
 * @param options words of BANKSCORE_JAVA_OPTS
 * @param words what is typed
 * @param code what Java ends with
 * @param expected what was started, with the folder as HOME; what was said; the exit code
 */
record Start(String name, Set<Part> parts, String options, List<String> words, int code, List<String> expected) {

    /** The folder that the program is unpacked into. */
    static final String FOLDER = "发布 包（试用!）";

    /** What may lie about when the program is started. */
    enum Part {
        /** A Java on the path. */
        ON_PATH,
        /** A Java that JAVA_HOME names, in a folder with blanks. */
        NAMED,
        /** The same, and the variable has quotes. */
        QUOTED,
        /** JAVA_HOME names a folder without a Java. */
        NAMED_WRONGLY,
        /** A Java beside the program. */
        BESIDE,
        /** Whatever Java is there is too old. */
        OLD,
        /** The desk's classes. */
        DESK,
        /** A class archive of the length that its name tells. */
        ARCHIVE,
        /** One that was cut. */
        CUT,
        /** One of the jar that lay here before. */
        OLDER
    }

    private static final String OPTIONS = "@HOME/start/java.options";
    private static final String COMMAND = OPTIONS + " | -cp | HOME/bankscore.jar | bankscore.cli.Main";
    private static final String DESK = OPTIONS + " | -cp | HOME/bankscore.jar:HOME/lib/desk/* | bankscore.desk.Main";

    /** Everything that is tried. */
    static List<Start> all() throws IOException {
        String missing = sentence("no-java.txt");
        String old = sentence("old-java.txt");
        String deskless = sentence("no-desk.txt");
        List<Start> all = new ArrayList<>();
        all.add(of(
                "words arrive as they were typed",
                EnumSet.of(Part.ON_PATH),
                3,
                List.of(
                        "approve",
                        "2022Q4",
                        "--document",
                        "饶府字〔2023〕1号",
                        "--input",
                        "收 件",
                        "say \"x\"",
                        "a&b",
                        "c^d",
                        "+10%",
                        "wow!",
                        "!x!",
                        ""),
                "PATH/java | " + COMMAND + " | approve | 2022Q4 | --document | 饶府字〔2023〕1号 | --input | 收 件 | say \"x\""
                        + " | a&b | c^d | +10% | wow! | !x! | ",
                "code 3"));
        for (int code : List.of(0, 1, 2, 4, 5, 6, 7, 134)) {
            all.add(of(
                    "the exit code is Java's",
                    EnumSet.of(Part.ON_PATH),
                    code,
                    List.of("check", "2022Q4"),
                    "PATH/java | " + COMMAND + " | check | 2022Q4",
                    "code " + code));
        }
        all.add(of(
                "JAVA_HOME comes before the path",
                EnumSet.of(Part.ON_PATH, Part.NAMED),
                0,
                List.of("lint"),
                "NAMED/java | " + COMMAND + " | lint",
                "code 0"));
        all.add(of(
                "JAVA_HOME may be quoted",
                EnumSet.of(Part.ON_PATH, Part.QUOTED),
                0,
                List.of("lint"),
                "NAMED/java | " + COMMAND + " | lint",
                "code 0"));
        all.add(of(
                "a JAVA_HOME without a Java is passed over",
                EnumSet.of(Part.ON_PATH, Part.NAMED_WRONGLY),
                0,
                List.of("lint"),
                "PATH/java | " + COMMAND + " | lint",
                "code 0"));
        all.add(of(
                "the Java beside comes first, and is not asked its age",
                EnumSet.of(Part.ON_PATH, Part.NAMED, Part.BESIDE, Part.OLD),
                0,
                List.of("lint"),
                "HOME/runtime/bin/java | " + COMMAND + " | lint",
                "code 0"));
        for (String shared : List.of("province", "worker")) {
            all.add(of(
                    "who shares out counties has the classes for that",
                    EnumSet.of(Part.ON_PATH),
                    0,
                    List.of(shared, "--db", "jdbc:postgresql://a/b"),
                    "PATH/java | " + COMMAND.replace("bankscore.jar", "bankscore.jar:HOME/lib/worker/*") + " | "
                            + shared + " | --db | jdbc:postgresql://a/b",
                    "code 0"));
        }
        all.add(of("no Java", EnumSet.noneOf(Part.class), 0, List.of("lint"), missing, "code 6"));
        all.add(of(
                "no Java where JAVA_HOME says", EnumSet.of(Part.NAMED_WRONGLY), 0, List.of("lint"), missing, "code 6"));
        all.add(of("too old a Java", EnumSet.of(Part.ON_PATH, Part.OLD), 0, List.of("lint"), old, "code 6"));
        all.add(of(
                "a class archive",
                EnumSet.of(Part.ON_PATH, Part.ARCHIVE),
                0,
                List.of("lint"),
                "PATH/java | " + COMMAND.replace(" | -cp", " | -XX:SharedArchiveFile=HOME/bankscore-3-5.jsa | -cp")
                        + " | lint",
                "code 0"));
        all.add(of(
                "a class archive that was cut",
                EnumSet.of(Part.ON_PATH, Part.CUT),
                0,
                List.of("lint"),
                "PATH/java | " + COMMAND + " | lint",
                "code 0"));
        all.add(of(
                "a class archive of an older jar",
                EnumSet.of(Part.ON_PATH, Part.OLDER),
                0,
                List.of("lint"),
                "PATH/java | " + COMMAND + " | lint",
                "code 0"));
        all.add(new Start(
                "options of the user's own come last",
                EnumSet.of(Part.ON_PATH),
                "-Xmx2g -Dx=y",
                List.of("lint"),
                0,
                List.of("PATH/java | " + COMMAND.replace(" | -cp", " | -Xmx2g | -Dx=y | -cp") + " | lint", "code 0")));
        all.add(of(
                "the desk",
                EnumSet.of(Part.ON_PATH, Part.DESK),
                0,
                List.of("desk", "--port", "8620", "--db", "a&b desk"),
                "PATH/java | " + DESK + " | --port | 8620 | --db | a&b desk",
                "code 0"));
        all.add(of(
                "the desk without more words",
                EnumSet.of(Part.ON_PATH, Part.DESK),
                0,
                List.of("desk"),
                "PATH/java | " + DESK,
                "code 0"));
        all.add(of(
                "without a word the desk",
                EnumSet.of(Part.ON_PATH, Part.DESK),
                5,
                List.of(),
                "PATH/java | " + DESK,
                "code 5"));
        all.add(of(
                "a desk that is not there",
                EnumSet.of(Part.ON_PATH),
                0,
                List.of("desk", "--no-browser"),
                deskless,
                "code 6"));
        all.add(of(
                "without a word and without a desk the menu",
                EnumSet.of(Part.ON_PATH),
                0,
                List.of(),
                "PATH/java | " + COMMAND + " | menu",
                deskless,
                "code 0"));
        all.add(of(
                "the menu",
                EnumSet.of(Part.ON_PATH, Part.DESK),
                0,
                List.of("menu"),
                "PATH/java | " + COMMAND + " | menu",
                "code 0"));
        return List.copyOf(all);
    }

    private static Start of(String name, Set<Part> parts, int code, List<String> words, String... expected) {
        return new Start(name, parts, "", words, code, List.of(expected));
    }

    /** A sentence that both scripts say. */
    private static String sentence(String file) throws IOException {
        return Files.readString(Path.of("start", file)).strip();
    }

    /**
     * Lays out what this start finds, below a folder of its own.
     *
     * @return the folder that the program is unpacked into
     */
    Path layOut(Path work, String script, Path java, String suffix) throws IOException {
        Path home = Files.createDirectories(work.resolve(FOLDER));
        Files.copy(Path.of(script), home.resolve(script));
        FolderCopy.of(Path.of("start"), home.resolve("start"));
        Files.writeString(home.resolve("bankscore.jar"), "jar");
        place(Part.ON_PATH, java, work.resolve("path"), suffix);
        if (parts.contains(Part.NAMED) || parts.contains(Part.QUOTED)) {
            place(java, named(work).resolve("bin"), suffix);
        }
        place(Part.BESIDE, java, home.resolve("runtime").resolve("bin"), suffix);
        if (parts.contains(Part.DESK)) {
            Files.createDirectories(home.resolve("lib").resolve("desk"));
        }
        if (parts.contains(Part.ARCHIVE)) {
            Files.writeString(home.resolve("bankscore-3-5.jsa"), "12345");
        }
        if (parts.contains(Part.OLDER)) {
            Files.writeString(home.resolve("bankscore-4-5.jsa"), "12345");
        }
        if (parts.contains(Part.CUT)) {
            Files.writeString(home.resolve("bankscore-3-5.jsa"), "1234");
        }
        return home;
    }

    private void place(Part part, Path java, Path folder, String suffix) throws IOException {
        Files.createDirectories(folder);
        if (parts.contains(part)) {
            place(java, folder, suffix);
        }
    }

    private static void place(Path java, Path folder, String suffix) throws IOException {
        Files.createDirectories(folder);
        Files.copy(java, folder.resolve("java" + suffix));
    }

    /** The files of a folder, by name. */
    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }

    /** Where JAVA_HOME points. */
    static Path named(Path work) {
        return work.resolve("Program Files").resolve("Java 17");
    }

    /**
     * What came of it, as {@link #expected} has it.
     *
     * @param record the lines that the stand-in wrote
     * @param said what was said on both streams
     */
    List<String> result(Path work, List<String> record, String said, int ended) {
        String started = record.stream()
                .filter(line -> line.startsWith("java=") || line.startsWith("word="))
                .map(line -> line.substring("java=".length()))
                .collect(Collectors.joining(" | "));
        return Stream.of(started, said.strip(), "code " + ended)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replace(work.resolve(FOLDER).toString(), "HOME")
                        .replace(named(work).resolve("bin").toString(), "NAMED")
                        .replace(work.resolve("path").toString(), "PATH"))
                .toList();
    }

    /**
     * Where the started program is told that it lies, one for each time it was started.
     *
     * @param record as above; the folder that it was unpacked into is HOME
     */
    List<String> homes(Path work, List<String> record) {
        List<String> homes = record.stream()
                .filter(line -> line.startsWith("BANKSCORE_HOME="))
                .map(line -> line.substring("BANKSCORE_HOME=".length()).replaceFirst("/$", ""))
                .map(line -> line.equals(work.resolve(FOLDER).toString()) ? "HOME" : line)
                .toList();
        return record.stream().anyMatch(line -> line.startsWith("java=")) && homes.isEmpty() ? List.of("none") : homes;
    }

    /** The variables that stand in the environment of this start. */
    Map<String, String> environment(Path work) {
        Map<String, String> environment = new TreeMap<>(Map.of("STUB_CODE", Integer.toString(code)));
        if (!options.isEmpty()) {
            environment.put("BANKSCORE_JAVA_OPTS", options);
        }
        if (parts.contains(Part.OLD)) {
            environment.put("STUB_OLD", "yes");
        }
        if (parts.contains(Part.NAMED)) {
            environment.put("JAVA_HOME", named(work).toString());
        }
        if (parts.contains(Part.QUOTED)) {
            environment.put("JAVA_HOME", "\"" + named(work) + "\"");
        }
        if (parts.contains(Part.NAMED_WRONGLY)) {
            environment.put("JAVA_HOME", work.resolve("nothing").toString());
        }
        return environment;
    }

    @Override
    public String toString() {
        return name + " " + words;
    }
}
