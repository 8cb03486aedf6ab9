package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.OpenDesk;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import bankscore.machine.FolderCopy;
import com.microsoft.playwright.Download;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole quarter by mouse, from spoilt files to a signed, approved plan, on the screen that offices have. */
@Tag("browser")
class QuarterByMouseTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void from_spoilt_files_to_an_approved_plan() throws Exception {
        Papers papers = Papers.write(folder.resolve("mail"));
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        try (Chromium chromium = Chromium.installed();
                OpenDesk desk = OpenDesk.unentered(folder, config);
                Tab tab = chromium.open();
                Tab another = chromium.open()) {
            Clerk clerk = new Clerk(tab.go(desk.address(), desk.entry()));
            publish(clerk, papers);
            readResult(clerk);

            clerk.register("周八", "管理员", "").register("王五", "复核", "").register("赵六", "负责人", "");
            // Whoever reviews must be another one than who ran it, so that he has to be known too.
            String user = System.getProperty("user.name");
            clerk.follow("复核与批准").follow("第 1 版").reads("这一版由电脑用户 " + user + " 经办，人员名单里没有人登记");
            clerk.register("李四", "经办", user);
            new Clerk(another).signIn(desk.address(), "王五").review();
            clerk.follow("首页").reads("复核通过").follow("登记批准");
            approve(clerk);
            verify(clerk);
        }
    }

    private void publish(Clerk clerk, Papers papers) throws Exception {
        clerk.dropSpoilt(papers);
        Download returned = clerk.tab()
                .page()
                .waitForDownload(() ->
                        clerk.tab().find("a[href*='/returned']:has-text('税收')").click());
        assertThat(returned.suggestedFilename()).isEqualTo("税收（退回）.xlsx");
        assertThat(Files.size(returned.path())).isPositive();

        clerk.dropMendedAndRun(papers);
        assertThat(folder.resolve("input/2022Q4/.withdrawn")).isDirectoryContaining("glob:**/税收*");
    }

    private static void readResult(Clerk clerk) {
        clerk.follow("查看结果").reads("得分排名");
        clerk.tab().find("#ranking-table td.number a").click();
        clerk.reads("考核得分说明").reads(".xlsx");
        clerk.follow("回到结果");
        Download book = clerk.tab().page().waitForDownload(() -> clerk.follow("考核结果.xlsx"));
        assertThat(book.suggestedFilename()).isEqualTo("考核结果.xlsx");
    }

    private void approve(Clerk clerk) {
        String form = "form:has(#approve) ";
        clerk.fill(form + "input[name=document]", "饶府字〔2023〕1号").fill(form + "input[name=date]", "2023-01-10");
        clerk.tab().find(form + "select[name=person]").selectOption("赵六");
        clerk.fill(form + "input[name=password]", Clerk.PASSWORD).press("登记批准").reads("已批准（饶府字〔2023〕1号");
        Download slip = clerk.tab().page().waitForDownload(() -> clerk.follow("下载签批单"));
        assertThat(slip.suggestedFilename()).isEqualTo("2022Q4-r1-签批单.docx");
        assertThat(folder.resolve("output/2022Q4/signed/r1-签批单.docx")).isRegularFile();
    }

    private void verify(Clerk clerk) throws Exception {
        clerk.follow("历史")
                .drop("form[action$='/history/file']", List.of(folder.resolve("output/2022Q4/r1/result.json")));
        clerk.reads("这份文件就是发布的那一份");
        String code = clerk.tab().find("td.code").innerText();
        clerk.fill("input[name=code]", code);
        clerk.tab().find("form[action$='/history/code'] button").click();
        clerk.reads("核对结果");
        assertThat(clerk.tab().find("#said").innerText())
                .contains("2022Q4 第 1 版")
                .doesNotContain("✗");
    }
}
