package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.OpenDesk;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upload, check, run and the result in a browser that runs no script. */
@Tag("browser")
class WithoutScriptTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void files_are_put_in_checked_and_run_and_the_result_is_read() throws Exception {
        Papers papers = Papers.write(folder.resolve("mail"));
        try (Chromium chromium = Chromium.installed();
                OpenDesk desk = OpenDesk.unentered(folder, Path.of("config"));
                Tab tab = chromium.open(new NewContextOptions().setJavaScriptEnabled(false))) {
            Clerk clerk = new Clerk(tab.go(desk.address(), desk.entry()));
            clerk.reads("还没有任何一期的报表").fill("#period", "2022Q4").press("打开");
            clerk.reads("第一步：放入各单位报来的表").put(papers.received()).press("检查");
            clerk.reads("有必须处理的问题，没有生成结果").follow("查看表格").reads("应当是");
            assertThat(tab.find(".piece mark").innerText()).isEqualTo(Papers.SPOILT);

            clerk.follow("回到这一期").put(List.of(papers.mended())).press("检查").reads("检查完毕：");
            clerk.follow("查看表格，写明原因").fill("input[name=reason]", "已核对，数字无误").press("保存原因");
            clerk.reads("（其中 0 处还没有写明原因）").press("计算并生成结果").reads("已生成第 1 版结果。");
            clerk.follow("查看结果").reads("得分排名");
            tab.find("#ranking-table td.number a").click();
            clerk.reads("考核得分说明").reads("税收.xlsx");
        }
    }
}
