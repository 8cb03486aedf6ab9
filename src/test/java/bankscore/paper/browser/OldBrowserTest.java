package bankscore.paper.browser;

import bankscore.machine.Chromium;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published page in Chromium 86, which many offices have; skipped where that could not be got to start. */
@Tag("browser")
class OldBrowserTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void it_is_searched_and_sorted_as_in_a_new_one() throws Exception {
        try (Chromium chromium = Chromium.old()) {
            ReportPage page = ReportPage.publish(chromium, folder, "2022Q4/r1", "2022Q4");
            page.read(AssessmentPage::sorted);
            page.read(AssessmentPage::found);
        }
    }
}
