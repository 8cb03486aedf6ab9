package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Chromium.Tab;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody who works at the desk with a mouse: finds things by the words on them. */
record Clerk(Tab tab) {

    /** The only password here; a made-up one. */
    static final String PASSWORD = "饶州古城2022";

    private static final String DROP = """
            (form, files) => {
              const carried = new DataTransfer();
              for (const file of files) {
                const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
                carried.items.add(new File([bytes], file.name));
              }
              for (const type of ['dragover', 'drop']) {
                form.dispatchEvent(new DragEvent(type, {dataTransfer: carried, bubbles: true, cancelable: true}));
              }
            }
            """;

    Clerk follow(String words) {
        tab.page().getByRole(AriaRole.LINK, exactly(words)).first().click();
        return this;
    }

    Clerk press(String words) {
        tab.page().getByRole(AriaRole.BUTTON, exactly(words)).first().click();
        return this;
    }

    private static GetByRoleOptions exactly(String words) {
        return new GetByRoleOptions().setName(words).setExact(true);
    }

    Clerk fill(String field, String text) {
        tab.find(field).fill(text);
        return this;
    }

    Clerk reads(String words) {
        tab.waitFor(words);
        tab.isWell();
        return this;
    }

    /** Chooses files and puts them in. */
    Clerk put(List<Path> files) {
        tab.find("#files").setInputFiles(files.toArray(Path[]::new));
        return press("放入").reads("尚未检查");
    }

    /** Drags files from a folder of the machine and lets them fall onto a form. */
    Clerk drop(String form, List<Path> files) throws IOException {
        List<Map<String, String>> carried = new ArrayList<>();
        for (Path file : files) {
            carried.add(Map.of(
                    "name",
                    String.valueOf(file.getFileName()),
                    "content",
                    Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        }
        Locator where = tab.find(form);
        where.waitFor();
        // What lets things fall there is the last of the page to come.
        tab.page().waitForLoadState();
        tab.find("body").evaluate("body => body.classList.add('before')");
        where.evaluate(DROP, carried);
        tab.find("body:not(.before)").waitFor();
        return this;
    }

    /** Registers a person, with the password of the administrator where there is one. */
    Clerk register(String name, String role, String user) {
        String form = "form:has(#add) ";
        follow("人员");
        fill(form + "input[name=person]", name).fill(form + "input[name=user]", user);
        tab.find(form)
                .getByLabel(role, new Locator.GetByLabelOptions().setExact(true))
                .check();
        fill(form + "input[name=password]", PASSWORD).fill(form + "input[name=again]", PASSWORD);
        if (tab.page().locator(form + "input[name=permission]").count() > 0) {
            fill(form + "input[name=permission]", PASSWORD);
        }
        tab.find("#add").click();
        tab.find("td bdi:text-is('" + name + "')").waitFor();
        return this;
    }

    /** Comes in by a password of one's own. */
    Clerk signIn(String desk, String name) {
        tab.go(desk, "sign-in");
        fill("input[name=person]", name).fill("input[name=password]", PASSWORD).press("以本人身份进入");
        tab.find("header bdi:text-is('" + name + "')").waitFor();
        return this;
    }

    /** Reviews the latest revision of a quarter, and signs it. */
    Clerk review() {
        follow("复核与批准");
        tab.find("tr:has-text('2022年第四季度') a:text-is('第 1 版')").click();
        reads("还没有人复核或者批准这一版。")
                .reads("复核人用自己的密码")
                .tab
                .find("form:has(#review) input[type=radio]")
                .check();
        tab.find("form:has(#review) select[name=person]").selectOption("王五");
        return fill("form:has(#review) input[name=password]", PASSWORD)
                .press("签名并记录")
                .reads("复核通过（王五");
    }

    /** On an empty desk: drops what offices sent, checks it, and looks at what is wrong. */
    Clerk dropSpoilt(Papers papers) throws IOException {
        reads("还没有任何一期的报表").fill("#period", "2022Q4").press("打开");
        reads("第一步：放入各单位报来的表").drop("form.drop", papers.received());
        reads("尚未检查").press("检查").reads("有必须处理的问题，没有生成结果");
        reads("问题：错误 1 处，核实 0 处").tab.find(".findings > .error a.open").click();
        reads("应当是");
        assertThat(tab.find(".piece mark").innerText()).isEqualTo(Papers.SPOILT);
        assertThat(tab.find(".piece caption").innerText()).isEqualTo("税收.xlsx › 税收 › B4");
        return this;
    }

    /** Drops the mended file, says why what remains is right, and runs the quarter. */
    Clerk dropMendedAndRun(Papers papers) throws IOException {
        drop("form.drop", List.of(papers.mended()))
                .reads("检查以后报表有变动")
                .press("检查")
                .reads("检查完毕：");
        reads("问题：错误 0 处，核实 1 处（其中 1 处还没有写明原因）").follow("查看表格，写明原因");
        tab.find("input[name=reason]").fill("已与农发行核对：基本户余额，数字无误");
        press("保存原因").reads("已与农发行核对").reads("（其中 0 处还没有写明原因）");
        return press("计算并生成结果").reads("已生成第 1 版结果。");
    }
}
