package bankscore.desk.browser;

import bankscore.desk.OpenDesk;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main walk in Chromium 86, which many offices have; skipped where {@code .ci/browser} could not get it to start. */
@Tag("browser")
class OldChromiumTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_quarter_is_put_in_mended_explained_and_run() throws Exception {
        Papers papers = Papers.write(folder.resolve("mail"));
        try (Chromium chromium = Chromium.old();
                OpenDesk desk = OpenDesk.unentered(folder, Path.of("config"));
                Tab tab = chromium.open()) {
            Clerk clerk = new Clerk(tab.go(desk.address(), desk.entry()));
            clerk.dropSpoilt(papers).dropMendedAndRun(papers).follow("查看结果").reads("得分排名");
            tab.find("#ranking-table td.number a").click();
            clerk.reads("考核得分说明").reads(".xlsx");
        }
    }
}
