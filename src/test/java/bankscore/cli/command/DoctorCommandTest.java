package bankscore.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bankscore doctor} on the machine that runs the tests; what is said of others, {@code DoctorTest} has. */
class DoctorCommandTest {

    private static final int THINGS = 10;

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_thing_has_a_line_and_the_code_tells_whether_one_stops_the_program() {
        Said said = look("--input", "input");

        List<String> lines = said.text().lines().toList();
        assertThat(lines).hasSize(THINGS).allMatch(line -> line.matches("　好　.+|注意　.+|不行　.+"));
        assertThat(said.code()).isEqualTo(lines.stream().anyMatch(line -> line.startsWith("不行")) ? 6 : 0);
        assertThat(lines).contains("　好　还没有数据库，第一次运行时自动建立");
        assertThat(folder.resolve("output")).as("nothing is made by looking").doesNotExist();
    }

    @Test
    void what_stops_the_program_is_told_with_what_to_do_and_ends_with_code_six() {
        Path gone = folder.resolve("gone");

        Said said = look("--input", gone.toString());

        assertThat(said.code()).isEqualTo(6);
        assertThat(said.text()).contains("不行　不能读取 " + gone + "：请检查文件夹是否还在、自己有没有权限。\n");
    }

    @Test
    void a_database_that_is_none_is_told_and_left_as_it_is() throws Exception {
        Path file = Files.createDirectories(folder.resolve("output")).resolve("bankscore.mv.db");
        Files.writeString(file, "这不是数据库");

        Said said = look("--input", "input");

        assertThat(said.code()).isEqualTo(6);
        assertThat(said.text()).contains("不行　数据库打不开：文件如有损坏，请用备份恢复 output 文件夹。\n");
        assertThat(file).hasContent("这不是数据库");
    }

    private Said look(String option, String value) {
        return new CommandsInProcess(folder.resolve("output")).type("doctor", option, value);
    }
}
