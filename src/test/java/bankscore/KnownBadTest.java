package bankscore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.machine.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The look-up of a bill of materials in the list of versions that are known to be bad. */
class KnownBadTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "org.yaml/snakeyaml, 1.33, CVE-2022-1471",
        "org.yaml/snakeyaml, 2.0-beta1, CVE-2022-1471",
        "org.yaml/snakeyaml, 2.0, ''",
        "org.yaml/snakeyaml, 2.6, ''",
        "org.postgresql/postgresql, 42.7.3, ''",
        "org.postgresql/postgresql, 42.7.4, CVE-2025-49146",
        "org.postgresql/postgresql, 42.7.11, CVE-2026-54291",
        "org.postgresql/postgresql, 42.7.14, ''",
        "org.thymeleaf/thymeleaf, 3.1.4.RELEASE, CVE-2026-41901",
        "org.thymeleaf/thymeleaf, 3.1.5.RELEASE, ''",
        "org.springframework/spring-expression, 6.2.9, ''",
        "org.springframework/spring-expression, 7.0.7, CVE-2026-41850",
        "org.springframework/spring-expression, 7.0.10, ''",
        "com.example/snakeyaml, 1.33, ''"
    })
    void a_version_that_is_known_to_be_bad_ends_it(String component, String version, String number) throws Exception {
        Ended ended = look("""
                {"components": [
                  {"name": "logback-core", "purl" : "pkg:maven/ch.qos.logback/logback-core@1.5.38?type=jar"},
                  {"name": "planted",
                   "purl" : "pkg:maven/%s@%s?type=jar"},
                  {"name": "openjdk", "purl" : "pkg:generic/openjdk@17.0.15"}
                ]}
                """.formatted(component, version));

        assertThat(ended.code()).as(ended.said()).isEqualTo(number.isEmpty() ? 0 : 1);
        assertThat(ended.said())
                .contains(
                        number.isEmpty() ? "3 components" : component.replace('/', ':') + " " + version + ", mended in",
                        number);
    }

    @Test
    void a_bill_that_is_not_there_or_lists_nothing_ends_it_too() throws Exception {
        assertThat(look("").code()).isEqualTo(1);
        assertThat(look("{\"components\": []}").code()).isEqualTo(1);
    }

    private record Ended(int code, String said) {}

    private Ended look(String bill) throws IOException, InterruptedException {
        assumeTrue(Tool.works("sh", "-c", "awk 1 /dev/null"));
        Path file = Files.writeString(folder.resolve("bill.json"), bill);
        Process process = new ProcessBuilder("sh", ".ci/known-bad", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
