package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.OpenDesk;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import bankscore.machine.FolderCopy;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people before one desk: what one does is the other's too, and nobody gets into the other's way. */
@Tag("browser")
class TwoPeopleTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whoever_runs_a_quarter_second_is_told_who_is_at_it_and_whose_session_it_is_stays_his() throws Exception {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        FolderCopy.of(Path.of("input/2022Q4"), folder.resolve("input/2022Q4"));
        try (Chromium chromium = Chromium.installed();
                OpenDesk desk = OpenDesk.unentered(folder, config);
                Tab tab = chromium.open();
                Tab another = chromium.open()) {
            Clerk first = new Clerk(tab.go(desk.address(), desk.entry()));
            first.register("周八", "管理员", "").register("李四", "经办", "").register("吴九", "经办", "");
            first.signIn(desk.address(), "李四");
            Clerk second = new Clerk(another).signIn(desk.address(), "吴九");
            String period = desk.address() + "period/2022Q4?rule=shangrao";
            tab.page().navigate(period);
            another.page().navigate(period);

            first.press("计算并生成结果").reads("停止");
            second.press("计算并生成结果").tab().waitFor("李四 正在处理 2022Q4，请等它结束后再试。");
            assertThat(another.faults())
                    .containsExactly(
                            "on the console: Failed to load resource: the server responded with a status of 409 ()");
            another.page().navigate(period);
            // Whoever only looks on is told how far it is, and how it ends.
            second.tab().waitFor("已生成第 1 版结果。");
            first.reads("已生成第 1 版结果。");
            another.isWell();

            first.press("退出");
            second.follow("历史").reads("李四");
            tab.page().navigate(period);
            tab.waitFor("请先进入工作台");
        }
    }
}
