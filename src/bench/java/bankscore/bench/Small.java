package bankscore.bench;

import bankscore.run.request.Deletion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** The sample quarter: what the commands take beside a plain program that reads and writes the same, and LibreOffice. */
final class Small implements Bench.Part {

    private static final String PERIOD = "2022Q4";

    private final Measured help = new Measured("`--help`");
    private final Measured lint = new Measured("`lint`");
    private final Pair check = new Pair("check");
    private final Pair run = new Pair("run");
    private final Measured first = new Measured("`run` that makes the database first");
    private final Measured bare = new Measured("`run` without the archive of classes");
    private final Measured office = new Measured("LibreOffice opens and saves the published book");

    /** A command, its floor, and the floor with what it computes. */
    private record Pair(String command, Measured whole, Measured floor, Measured computing) {

        Pair(String command) {
            this(
                    command,
                    new Measured("`" + command + "`"),
                    new Measured(command + " floor"),
                    new Measured(command + " floor with figures in memory"));
        }
    }

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path work = programs.work();
        List<String> options = new ArrayList<>(List.of("-Xmx512m", "-XX:MetaspaceSize=96m", "-XX:TieredStopAtLevel=1"));
        // As in the start script.
        options.add("-XX:CICompilerCount=1");
        String jars = jars(work);
        Path archive = work.resolve("floor.jsa");
        List<String> making = new ArrayList<>(options);
        making.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"));
        floor(programs, making, jars, new Pair("run"));
        options.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
        Path kept = work.resolve("kept");
        whole(programs, run, kept);
        for (int round = 0; round < rounds; round++) {
            Path folder = work.resolve("folder" + round);
            check.whole().add(whole(programs, check, kept));
            floor(programs, options, jars, check);
            // As in every later quarter, the folder has its database.
            whole(programs, check, folder);
            run.whole().add(whole(programs, run, folder));
            floor(programs, options, jars, run);
            if (Programs.hasOffice()) {
                office.add(programs.office(kept.resolve(PERIOD).resolve("r1/考核结果.xlsx")));
            }
            first.add(whole(programs, run, work.resolve("first" + round)));
            // As whoever unpacks it has it: the archive that Java brings along, and no other.
            whole(programs, check, work.resolve("bare" + round));
            bare.add(programs.bankscore(
                    Map.of(
                            "BANKSCORE_JAVA_OPTS",
                            "-XX:SharedArchiveFile="
                                    + Path.of(System.getProperty("java.home"), "lib/server/classes.jsa")),
                    words(run, work.resolve("bare" + round))));
            help.add(programs.bankscore("--help"));
            lint.add(programs.bankscore("lint"));
        }
        table.line(check.whole(), check.floor(), check.computing());
        table.line(check.floor());
        table.line(check.computing());
        table.line(run.whole(), run.floor(), run.computing(), office);
        table.line(run.floor());
        table.line(run.computing());
        table.line(office);
        table.line(first, run.whole());
        table.line(bare, run.whole());
        table.line(help);
        table.line(lint);
        Deletion.of(kept);
    }

    private static List<String> words(Pair pair, Path output) {
        return List.of(pair.command(), PERIOD, "--output", output.toString(), "--quiet");
    }

    private static Ran whole(Programs programs, Pair pair, Path output) throws Exception {
        return programs.bankscore(Map.of(), words(pair, output));
    }

    private static void floor(Programs programs, List<String> options, String jars, Pair pair) throws Exception {
        Ran ran = programs.java(
                options, jars, Floor.class, pair.command(), PERIOD, "config", "input", programs.work() + "/floor");
        pair.computing().add(ran);
        pair.floor().add(ran.lasting(ran.seconds() - ran.millis() / 1000));
    }

    /** Class-data archives take jars alone: folders of classes are packed. */
    private static String jars(Path work) {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                String jar = work.resolve("classes" + jars.size() + ".jar").toString();
                int code = ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--file", jar, "-C", entry, ".");
                if (code != 0) {
                    throw new IllegalStateException("jar ended with " + code);
                }
                jars.add(jar);
            } else {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }
}
