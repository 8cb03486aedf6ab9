package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.OpenDesk;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, check, a reason, run and the result by keyboard alone; where the keys go is always seen. */
@Tag("browser")
class QuarterByKeyboardTest {

    /** More than any page has of links, fields and buttons. */
    private static final int MANY = 400;

    @TempDir
    Path folder = Path.of("");

    @Test
    void from_spoilt_files_to_the_result() throws Exception {
        Papers papers = Papers.write(folder.resolve("mail"));
        try (Chromium chromium = Chromium.installed();
                OpenDesk desk = OpenDesk.unentered(folder, Path.of("config"));
                Tab tab = chromium.open()) {
            // Listens for the chooser from the start: the browser is told of the first listener without a wait.
            // A key pressed meanwhile would open a window that nobody sees.
            tab.page().onFileChooser(chooser -> {});
            tab.go(desk.address(), desk.entry()).waitFor("还没有任何一期的报表");
            reach(tab, "#period");
            tab.page().keyboard().type("2022Q4");
            press(tab, "Enter", "第一步：放入各单位报来的表");
            put(tab, papers.received());
            reach(tab, "#check");
            press(tab, "Enter", "有必须处理的问题，没有生成结果");
            reach(tab, ".findings > .error a.open");
            press(tab, "Enter", "应当是");
            assertThat(tab.find(".piece mark").innerText()).isEqualTo(Papers.SPOILT);

            put(tab, List.of(papers.mended()));
            reach(tab, "#check");
            press(tab, "Space", "检查完毕：");
            reach(tab, ".findings > .review a.open");
            press(tab, "Enter", "核实无误的，写明原因");
            reach(tab, "input[name=reason]");
            tab.page().keyboard().type("已核对，数字无误");
            press(tab, "Enter", "（其中 0 处还没有写明原因）");
            reach(tab, "#run");
            press(tab, "Enter", "已生成第 1 版结果。");
            reach(tab, "a:text-is('查看结果')");
            press(tab, "Enter", "得分排名");
            reach(tab, "#ranking-table td.number a");
            press(tab, "Enter", "考核得分说明");
        }
    }

    private static void put(Tab tab, List<Path> files) {
        reach(tab, "#files");
        FileChooser chooser =
                tab.page().waitForFileChooser(() -> tab.page().keyboard().press("Space"));
        chooser.setFiles(files.toArray(Path[]::new));
        reach(tab, "form.drop button");
        press(tab, "Enter", "尚未检查");
    }

    private static void press(Tab tab, String key, String words) {
        tab.page().keyboard().press(key);
        tab.waitFor(words).isWell();
    }

    /** Goes on with the tab key until it is there. */
    private static void reach(Tab tab, String selector) {
        Locator wanted = tab.find(selector);
        wanted.waitFor();
        for (int times = 0; times < MANY; times++) {
            tab.page().keyboard().press("Tab");
            Locator at = tab.page().locator("*:focus");
            if (at.count() == 0) {
                continue;
            }
            assertThat(at.evaluate("each => getComputedStyle(each).outlineStyle"))
                    .as("no focus to be seen on " + at.first().innerText())
                    .isNotEqualTo("none");
            if (wanted.evaluate("each => each === document.activeElement").equals(true)) {
                return;
            }
        }
        throw new AssertionError("the tab key never leads to " + selector);
    }
}
