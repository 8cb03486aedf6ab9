package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.Desk.Listening;
import bankscore.desk.layout.Workplace;
import bankscore.front.Commands;
import bankscore.front.Folders;
import bankscore.front.Seat;
import bankscore.load.WordsLoader;
import bankscore.run.request.Installation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeskTest {

    @TempDir
    Path home;

    @Test
    void the_desk_has_no_database_of_its_own_and_its_first_page_shows() throws Exception {
        Folders folders = new Folders();
        new CommandLine(folders, new Commands(WordsLoader.load()))
                .parseArgs("--config", "config", "--input", "input", "--output", home.toString());
        Seat seat = new Seat(Installation.of(Clock.systemDefaultZone(), "test"), Map.of());
        try (Workplace workplace = new Workplace(seat, folders);
                Desk desk = Desk.start(workplace, Listening.anywhere())) {
            assertThat(desk.parts().getBeansOfType(DataSource.class)).isEmpty();
            HttpClient browser = HttpClient.newHttpClient();
            HttpResponse<String> refused = get(browser, desk.address(), "");
            HttpResponse<String> entered = get(browser, desk.entry(), "");
            String cookie = entered.headers().firstValue("Set-Cookie").orElse("none");
            HttpResponse<String> page = get(browser, desk.address(), cookie.replaceFirst(";.*", ""));

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(entered.statusCode()).isEqualTo(200);
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("还没有发布过结果");
        }
    }

    private static HttpResponse<String> get(HttpClient browser, String address, String cookie) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofString());
    }
}
