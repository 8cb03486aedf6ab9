package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two revisions, two periods, and the same figures by two versions of a rule: what changed, and what it comes from. */
class ComparisonPageTest {

    private static final Pattern CHOICE = Pattern.compile("<option value=\"([^\"]+)\"");

    @TempDir
    Path folder = Path.of("");

    @Test
    void revisions_periods_and_versions_are_compared_with_their_causes() throws Exception {
        Path config = FolderCopy.of(Path.of("config"), folder.resolve("config"));
        new SmallQuarter(new Period(2022, 3)).write(folder.resolve("input"));
        OpenDesk.publish(folder, config, "2022Q3");
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        OpenDesk.publish(folder, config, "2022Q4");
        new SmallQuarter(new Period(2022, 4))
                .set(SmallQuarter.TAX, "税收", "B4", 30)
                .write(folder.resolve("input"));
        OpenDesk.publish(folder, config, "2022Q4");
        Path rule = config.resolve("schemes/shangrao-2022.yaml");
        String text = Files.readString(rule);
        Files.writeString(
                rule.resolveSibling("shangrao-2026.yaml"),
                text.replaceFirst("scheme: shangrao-2022", "scheme: shangrao-2026")
                        .replaceFirst("in_force: \\{[^}]*}", "in_force: {from: 2026-01-01}"));
        Files.writeString(rule, text.replaceFirst("(in_force: \\{[^}]*)}", "$1, to: 2025-12-31}"));

        try (OpenDesk desk = OpenDesk.in(folder, config)) {
            String page = desk.get("comparison?of=2022Q4+r2").body();
            List<String> choices = new ArrayList<>();
            Matcher choice = CHOICE.matcher(page.substring(page.indexOf("<select id=\"with\"")));
            while (choice.find()) {
                choices.add(choice.group(1));
            }
            assertThat(choices).hasSize(3).contains("2022Q4 r1", "2022Q3 r1");

            for (String with : choices) {
                String compared = desk.get("comparison?of=2022Q4+r2&with=" + OpenDesk.encoded(with))
                        .body();
                assertThat(compared).as(with).contains("<h2 class=\"answer\">", "下载比较表");
                byte[] book = desk.send("comparison", "comparison/book", "of", "2022Q4 r2", "with", with)
                        .body()
                        .getBytes(StandardCharsets.UTF_8);
                assertThat(new String(book, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
            }
            String revisions =
                    desk.get("comparison?of=2022Q4+r2&with=2022Q4+r1").body();
            assertThat(revisions)
                    .contains("变化从哪里来", "<svg class=\"fall\"", "纳税情况")
                    .containsPattern("<rect height=\"15\" class=\"(more|less)\"");
        }
    }
}
