package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SmallQuarter;
import bankscore.desk.OpenDesk;
import bankscore.exact.Period;
import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, cells and words that would be markup, and a page elsewhere that would work at the desk. */
@Tag("browser")
class HostileTest {

    private static final String MARKUP = "<img src=x onerror=\"document.title='taken'\"><script>";

    @TempDir
    Path folder = Path.of("");

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void writeAQuarter() throws Exception {
        new SmallQuarter(new Period(2022, 4))
                .set(SmallQuarter.TAX, "税收", "B4", MARKUP)
                .write(folder.resolve("input"));
    }

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private <T extends AutoCloseable> T keep(T opened) {
        open.add(opened);
        return opened;
    }

    @Test
    void whatever_is_named_like_markup_is_shown_as_text() throws Exception {
        OpenDesk desk = keep(OpenDesk.unentered(folder, Path.of("config")));
        Tab tab = keep(keep(Chromium.installed()).open());
        List<String> asked = new CopyOnWriteArrayList<>();
        tab.page().onDialog(dialog -> {
            asked.add(dialog.message());
            dialog.dismiss();
        });
        Path hostile = Files.createDirectories(folder.resolve("mail")).resolve("台账<img src=x onerror=alert(1)>.xlsx");
        Files.copy(folder.resolve("input/2022Q4").resolve(SmallQuarter.RISK), hostile);

        Clerk clerk = new Clerk(tab.go(desk.address(), desk.entry())).follow("检查并计算");
        clerk.put(List.of(hostile)).reads("台账_img src=x onerror=alert(1)_.xlsx").press("检查");
        clerk.reads("有必须处理的问题，没有生成结果").tab().find(".findings a.open").click();
        clerk.reads("应当是").fill("#words", MARKUP).press("筛选").reads(MARKUP);

        tab.go(desk.address(), "period/2022Q4?rule=shangrao&file=税收.xlsx");
        clerk.follow("查看表格").reads("应当是");
        assertThat(tab.find(".piece mark").innerText()).isEqualTo(MARKUP);
        assertThat(tab.page().locator("main img, main script").count()).isZero();
        assertThat(tab.page().title()).doesNotContain("taken");
        assertThat(asked).isEmpty();
        tab.isWell();
    }

    @Test
    void a_page_elsewhere_neither_sends_a_form_nor_reads_nor_frames_the_desk() throws Exception {
        OpenDesk desk = keep(OpenDesk.unentered(folder, Path.of("config")));
        Tab tab = keep(keep(Chromium.installed()).open());
        tab.go(desk.address(), desk.entry()).waitFor("检查并计算");
        String elsewhere = serve("""
                <form method="post" action="%1$speriod/2022Q4/withdraw?rule=shangrao"><input name="name" value="%2$s">
                <button>send</button></form><iframe src="%1$s"></iframe>
                """.formatted(desk.address(), SmallQuarter.TAX));
        Page page = tab.page();

        page.navigate(elsewhere);
        Object read = page.evaluate(
                "async (desk) => { try { return await (await fetch(desk, {credentials: 'include'})).text(); }"
                        + " catch (e) { return 'refused'; } }",
                desk.address());
        assertThat(read).isEqualTo("refused");
        assertThat(page.frames().get(1).content()).doesNotContain("检查并计算");
        page.getByText("send").click();
        tab.waitFor("没有完成");
        assertThat(folder.resolve("input/2022Q4").resolve(SmallQuarter.TAX)).isRegularFile();

        // The person himself is still in.
        page.navigate(desk.address());
        tab.waitFor("检查并计算");
    }

    @Test
    void no_script_reads_the_session_and_a_stolen_one_ends_with_its_owners() throws Exception {
        OpenDesk desk = keep(OpenDesk.unentered(folder, Path.of("config")));
        Tab tab = keep(keep(Chromium.installed()).open());
        tab.go(desk.address(), desk.entry()).waitFor("检查并计算");
        String stolen = tab.page().context().cookies().get(0).value;

        assertThat(tab.page().evaluate("document.cookie")).isEqualTo("");
        assertThat(statusAs(desk, stolen)).isEqualTo(200);
        new Clerk(tab).press("退出");
        tab.waitFor("请先进入工作台");
        assertThat(statusAs(desk, stolen)).isEqualTo(401);
        assertThat(statusAs(desk, "")).isEqualTo(401);
    }

    private static int statusAs(OpenDesk desk, String session) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(desk.address()))
                                .header("Cookie", "desk=" + session)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** A page under another name of this machine, which a browser takes for another site. */
    private String serve(String body) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = ("<!DOCTYPE html><title>elsewhere</title>" + body).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }
}
