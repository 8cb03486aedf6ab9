package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SmallQuarter;
import bankscore.desk.DeskProcess.Page;
import bankscore.exact.Period;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk as a process of its own. Killed in the midst of a run, the next one recovers and publishes what an undisturbed run
 * publishes; while it has the database open, the command line says at which address.
 */
@Tag("attack")
class KilledDeskTest {

    private static final String PERIOD = "2022Q4";
    private static final String RUN = "period/2022Q4/run?rule=shangrao";
    private static final String FOLLOW = "period/2022Q4/progress?rule=shangrao";

    @TempDir
    Path folder = Path.of("");

    @Test
    void killed_during_a_run_the_next_start_recovers() throws Exception {
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        Path undisturbed = folder.resolve("undisturbed");
        assertThat(typed("run", undisturbed).code()).isZero();
        Path output = folder.resolve("output");

        int alive = 0;
        for (String sign : new String[] {".lock", "bankscore.mv.db", ".work/2022Q4", "2022Q4/r1"}) {
            try (DeskProcess desk = DeskProcess.start(folder.resolve("input"), output)) {
                Path seen = output.resolve(sign);
                desk.post("period/2022Q4", RUN);
                Waiting.until(sign, () -> Files.exists(seen));
                alive += desk.kill() ? 1 : 0;
            }
        }
        assertThat(alive).isEqualTo(4);

        try (DeskProcess desk = DeskProcess.start(folder.resolve("input"), output)) {
            desk.post("period/2022Q4", RUN);
            assertThat(desk.get(FOLLOW).body()).contains("event:end");
            Page page = desk.get("period/2022Q4");
            assertThat(page.body()).containsPattern("第 1 版(结果|就是现在的结果|的文件有缺损)");
        }
        assertThat(Files.readAllBytes(output.resolve("2022Q4/r1/result.json")))
                .isEqualTo(Files.readAllBytes(undisturbed.resolve("2022Q4/r1/result.json")));
        assertThat(output.resolve("2022Q4/r2")).doesNotExist();
        Ended verified = typed("verify", output);
        assertThat(verified.code()).as(verified.said()).isZero();
    }

    @Test
    void the_command_line_beside_it_works_or_says_which_desk_has_the_database() throws Exception {
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        Path output = folder.resolve("output");
        try (DeskProcess desk = DeskProcess.start(folder.resolve("input"), output)) {
            Thread reader = new Thread(() -> {
                try {
                    while (!Thread.currentThread().isInterrupted()) {
                        desk.get("history");
                    }
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            reader.start();
            Ended held = typed("check", output);
            reader.interrupt();
            reader.join();
            assertThat(held.code()).as(held.said()).isEqualTo(5);
            assertThat(held.said()).contains("命令：desk " + desk.address());

            // The last page lingers a moment.
            Ended free = typed("check", output);
            for (int tries = 1; free.code() == 5 && tries < 10; tries++) {
                free = typed("check", output);
            }
            assertThat(free.code()).as(free.said()).isZero();
            assertThat(desk.get("").status()).isEqualTo(200);
        }
    }

    private Ended typed(String command, Path output) throws IOException, InterruptedException {
        return ProgramProcess.ofThisBuild()
                .start(
                        command,
                        PERIOD,
                        "--quiet",
                        "--input",
                        folder.resolve("input").toString(),
                        "--output",
                        output.toString())
                .ended();
    }
}
