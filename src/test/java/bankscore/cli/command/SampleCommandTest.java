package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample as a zip brings it: played with, thrown away by one command, and nothing real is touched. */
class SampleCommandTest {

    private static final String PERIOD = "2022Q1";

    @TempDir
    Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        home = folder.resolve("发布 包");
        FolderCopy.of(Path.of("config"), home.resolve("config"));
        FolderCopy.of(Path.of("input", PERIOD), home.resolve("sample/input").resolve(PERIOD));
        write("input/2023Q4/税收.xlsx", "真实的表");
        write("output/2023Q4/r1/result.json", "真实的结果");
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void it_is_run_looked_at_thrown_away_and_run_again_as_the_first_time() throws Exception {
        Map<String, String> unpacked = files();

        Ended run = typed("run", PERIOD, "--sample");
        assertThat(run.code()).as(run.said()).isZero();
        Path published = home.resolve("sample/output").resolve(PERIOD).resolve("r1");
        assertThat(run.said())
                .contains(PERIOD + " 已完成：第 1 版", "结果在 " + published)
                .endsWith("下一步：看结果。试完以后清除：bankscore sample --remove" + System.lineSeparator());
        byte[] result = Files.readAllBytes(published.resolve("result.json"));
        Ended why = typed("explain", PERIOD, "--sample", "B001");
        assertThat(why.code()).as(why.said()).isZero();

        Ended removed = typed("sample", "--remove");
        assertThat(removed.code()).as(removed.said()).isZero();
        assertThat(removed.said()).startsWith("样例的试运行结果已清除：" + home.resolve("sample/output"));
        assertThat(files()).as("what was unpacked and what is real").isEqualTo(unpacked);
        assertThat(home.resolve("sample/output")).doesNotExist();

        Ended again = typed("sample", "--remove");
        assertThat(again.code()).isZero();
        assertThat(again.said()).startsWith("没有样例的试运行结果（" + home.resolve("sample/output") + "）。");

        assertThat(typed("run", PERIOD, "--sample", "--quiet").code()).isZero();
        assertThat(Files.readAllBytes(published.resolve("result.json"))).isEqualTo(result);
    }

    /** Somebody let the sample's results lie elsewhere, or laid a way to something real among them. */
    @Test
    void what_a_link_leads_to_is_not_thrown_away() throws Exception {
        write("sample/output/" + PERIOD + "/r1/result.json", "试运行");
        Files.createSymbolicLink(home.resolve("sample/output/real"), home.resolve("output"));
        Map<String, String> real = files();
        real.keySet().removeIf(name -> name.startsWith("sample/output"));

        assertThat(typed("sample", "--remove").code()).isZero();

        assertThat(files()).isEqualTo(real);
    }

    @Test
    void without_a_word_of_what_to_do_nothing_is_thrown_away() throws Exception {
        write("sample/output/" + PERIOD + "/r1/result.json", "试运行");
        Map<String, String> before = files();

        Ended asked = typed("sample");

        assertThat(asked.code()).isEqualTo(2);
        assertThat(asked.said()).contains("用法见 bankscore sample --help");
        assertThat(files()).isEqualTo(before);
    }

    private Ended typed(String... words) throws Exception {
        return ProgramProcess.ofThisBuild()
                .in(Map.of("BANKSCORE_HOME", home.toString()))
                .start(words)
                .ended();
    }

    /** What lies in the folder, with its content. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(home.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
