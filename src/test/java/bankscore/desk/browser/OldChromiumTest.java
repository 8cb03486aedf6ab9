package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.desk.OpenDesk;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import bankscore.machine.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main walk in Chromium 86, which many offices have; skipped where {@code .ci/browser} could not get it to start. */
@Tag("browser")
class OldChromiumTest {

    private static final Path OLD = Chromium.FETCHED.resolve("old");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_quarter_is_put_in_mended_explained_and_run() throws Exception {
        Path program = OLD.resolve("chromium");
        Map<String, String> libraries =
                Map.of("LD_LIBRARY_PATH", OLD.resolve("aws/lib").toString());
        assumeTrue(
                Files.isExecutable(program)
                        && Tool.works(
                                "env",
                                "LD_LIBRARY_PATH=" + libraries.get("LD_LIBRARY_PATH"),
                                program.toString(),
                                "--no-sandbox",
                                "--version"),
                "no Chromium 86 that starts here");
        Papers papers = Papers.write(folder.resolve("mail"));
        try (Chromium chromium = Chromium.at(program, libraries);
                OpenDesk desk = OpenDesk.unentered(folder, Path.of("config"));
                Tab tab = chromium.open()) {
            assertThat(chromium.version()).startsWith("86.");
            Clerk clerk = new Clerk(tab.go(desk.address(), desk.entry()));
            clerk.dropSpoilt(papers).dropMendedAndRun(papers).follow("查看结果").reads("得分排名");
            tab.find("#ranking-table td.number a").click();
            clerk.reads("考核得分说明").reads(".xlsx");
        }
    }
}
