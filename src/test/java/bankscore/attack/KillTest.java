package bankscore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.attack.Installed.Ended;
import bankscore.attack.Installed.Started;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 1: killed at any instant, the next start finishes by itself, says so in one sentence and publishes what an
 * undisturbed run publishes.
 *
 * <p>The instants are seeded. Each is a sign that the run shows on its way, and a part of the time that an undisturbed run
 * takes from there to the next sign; the signs around the first metadata of the job and around publishing have more of
 * them. {@code EveryWriteTest} goes through the instants that time alone does not hit.
 */
@Tag("attack")
class KillTest {

    private static final long SEED = 20221231;
    private static final String RECOVERED = "上次运行中途停止，已自动恢复。";
    private static final Pattern LINE = Pattern.compile("[+Z\\d:] INFO  ");

    /** What a run shows on its way, and how many of ten kills come between it and the next. */
    private enum Sign {
        START(1),
        LOCK(1),
        TABLES(1),
        DATABASE(1),
        COPIED(1),
        RECOGNISED(3),
        STAGED(1),
        ALLOCATED(1),
        WRITING(4),
        IN_PLACE(3);

        private final int weight;

        Sign(int weight) {
            this.weight = weight;
        }
    }

    @TempDir
    Path folder = Path.of("");

    private record Instant(Sign sign, double part) {}

    @Test
    void a_killed_run_is_finished_by_the_next_one_as_if_nothing_had_happened() throws Exception {
        kill(20, SEED);
    }

    @Test
    @Tag("long")
    void so_it_is_at_eighty_more_instants() throws Exception {
        kill(80, SEED + 1);
    }

    private void kill(int count, long seed) throws Exception {
        Installed installed = new Installed(folder);
        Path undisturbed = folder.resolve("undisturbed");
        // The first start makes the archive of classes and takes longer; the second one shows how long each part takes.
        assertThat(installed.run(folder.resolve("first")).code()).isZero();
        Map<Sign, Long> lasting = lasting(installed, undisturbed);
        Map<String, String> wanted =
                Installed.content(undisturbed.resolve(Installed.PERIOD).resolve("r1"));
        assertThat(wanted).hasSize(5);

        int struck = 0;
        List<Instant> instants = instants(count, new Random(seed));
        for (int i = 0; i < count; i++) {
            Path output = folder.resolve("killed" + i);
            struck += strike(installed, output, instants.get(i), lasting) ? 1 : 0;
            boolean traces = Files.exists(output.resolve(".work").resolve(Installed.PERIOD));

            Ended next = installed.run(output);

            String which = instants.get(i) + ": " + next.said();
            assertThat(next.code()).as(which).isZero();
            assertThat(next.hasTrace()).as(which).isFalse();
            assertThat(Pattern.compile(RECOVERED, Pattern.LITERAL)
                            .matcher(next.said())
                            .results()
                            .count())
                    .as(which)
                    .isBetween(traces ? 1L : 0L, 1L);
            Path period = output.resolve(Installed.PERIOD);
            assertThat(Installed.names(period)).as(which).containsExactly("r1");
            assertThat(Installed.names(output))
                    .as(which)
                    .containsExactly(".lock", Installed.PERIOD, "bankscore.mv.db", "log");
            assertThat(Installed.content(period.resolve("r1"))).as(which).isEqualTo(wanted);
            delete(output);
        }
        Installed.tally("instants killed (process, SIGKILL)", struck);
        assertThat(struck).isGreaterThan(count * 3 / 4);
    }

    /** How long it takes from each sign to the next, or to the end, in a run that nobody disturbs; in milliseconds. */
    private static Map<Sign, Long> lasting(Installed installed, Path output) throws Exception {
        Started run = installed.start(output, "run", Installed.PERIOD);
        Map<Sign, Long> lasting = new EnumMap<>(Sign.class);
        Sign last = Sign.START;
        long began = System.nanoTime();
        for (Sign sign : Sign.values()) {
            await(run.process(), output, sign);
            long now = System.nanoTime();
            lasting.put(last, (now - began) / 1_000_000);
            last = sign;
            began = now;
        }
        assertThat(run.ended().code()).isZero();
        lasting.put(last, (System.nanoTime() - began) / 1_000_000);
        return lasting;
    }

    /** Whether the process was still alive when it was killed. */
    private static boolean strike(Installed installed, Path output, Instant instant, Map<Sign, Long> lasting)
            throws Exception {
        Started run = installed.start(output, "run", Installed.PERIOD);
        await(run.process(), output, instant.sign());
        long most = lasting.getOrDefault(instant.sign(), 0L);
        run.process().waitFor((long) (instant.part() * most), TimeUnit.MILLISECONDS);
        boolean alive = run.process().isAlive();
        run.process().destroyForcibly().waitFor();
        return alive;
    }

    private static void await(Process process, Path output, Sign sign) throws Exception {
        while (process.isAlive() && !shows(output, sign)) {
            process.waitFor(3, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean shows(Path output, Sign sign) throws IOException {
        Path period = output.resolve(Installed.PERIOD);
        return switch (sign) {
            case START -> true;
            case LOCK -> Files.exists(output.resolve(".lock"));
            case TABLES ->
                Files.exists(output.resolve("bankscore.upgrading.mv.db"))
                        || Files.exists(output.resolve("bankscore.mv.db"));
            case DATABASE -> Files.exists(output.resolve("bankscore.mv.db"));
            case COPIED -> lines(output) >= 2;
            case RECOGNISED -> lines(output) >= 3;
            case STAGED -> lines(output) >= 4;
            case ALLOCATED -> lines(output) >= 7;
            case WRITING -> Files.exists(period.resolve(".publishing-r1")) || Files.exists(period.resolve("r1"));
            case IN_PLACE -> Files.exists(period.resolve("r1"));
        };
    }

    /** How many lines the run's log has. */
    private static int lines(Path output) throws IOException {
        int lines = 0;
        for (String name : Installed.names(output.resolve("log"))) {
            Matcher matcher =
                    LINE.matcher(Files.readString(output.resolve("log").resolve(name)));
            while (matcher.find()) {
                lines++;
            }
        }
        return lines;
    }

    private static List<Instant> instants(int count, Random random) {
        List<Sign> often = new ArrayList<>();
        for (Sign sign : Sign.values()) {
            for (int i = 0; i < sign.weight; i++) {
                often.add(sign);
            }
        }
        List<Instant> instants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Each sign in its turn, so that none is left out.
            instants.add(new Instant(often.get(i % often.size()), random.nextDouble()));
        }
        return instants;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
