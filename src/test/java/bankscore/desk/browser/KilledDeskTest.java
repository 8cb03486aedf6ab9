package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Started;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's process is killed while it runs a quarter; the next one, and the command line, go on as if nothing had been. */
@Tag("browser")
class KilledDeskTest {

    private static final Pattern ENTRY = Pattern.compile("(http://127\\.0\\.0\\.1:[0-9]+/)(enter\\S+)");

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_next_start_recovers() throws Exception {
        FolderCopy.of(Path.of("input/2022Q4"), folder.resolve("input/2022Q4"));
        try (Chromium chromium = Chromium.installed();
                Tab tab = chromium.open()) {
            Started killed = start();
            try {
                enter(tab, killed).press("计算并生成结果");
                tab.waitFor("停止");
            } finally {
                killed.process().destroyForcibly().waitFor();
            }
            assertThat(folder.resolve("output/2022Q4/r1")).doesNotExist();

            Started next = start();
            try {
                Clerk clerk = enter(tab, next);
                // That the desk was gone is on the console, rightly.
                tab.faults();
                clerk.press("计算并生成结果").reads("已生成第 1 版结果。");
                new Clerk(tab).follow("查看结果").reads("得分排名");
            } finally {
                next.process().destroy();
                next.process().waitFor();
            }
        }
        assertThat(new CommandsInProcess(folder.resolve("output"))
                        .type(
                                "verify",
                                "2022Q4",
                                "--input",
                                folder.resolve("input").toString())
                        .code())
                .isZero();
    }

    private Started start() throws Exception {
        return ProgramProcess.ofThisBuild()
                .desk(
                        "--no-browser",
                        "--config",
                        Path.of("config").toString(),
                        "--input",
                        folder.resolve("input").toString(),
                        "--output",
                        folder.resolve("output").toString());
    }

    private static Clerk enter(Tab tab, Started desk) throws Exception {
        Matcher entry = ENTRY.matcher("");
        while (!entry.find()) {
            assertThat(desk.process().isAlive()).isTrue();
            tab.page().waitForTimeout(100);
            entry.reset(Files.readString(desk.log(), StandardCharsets.UTF_8));
        }
        tab.go(entry.group(1), entry.group(2)).waitFor("检查并计算");
        return new Clerk(tab).follow("检查并计算");
    }
}
