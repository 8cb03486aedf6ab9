package bankscore.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Tool;
import bankscore.office.Holder;
import bankscore.store.database.FolderLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Promise 3: whatever the machine does, there is a clear message and the right exit code, nothing is half published and the
 * history stays whole. What needs a file system of its own runs where the user may mount one, and is skipped elsewhere.
 */
@Tag("attack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultTest {

    @TempDir
    static Path folder = Path.of("");

    private Optional<Installed> program = Optional.empty();
    private Path published = Path.of("");
    private byte[] wanted = new byte[0];

    private Installed installed() {
        return program.orElseThrow();
    }

    @BeforeAll
    void one_run_is_published_whole() throws Exception {
        program = Optional.of(new Installed(folder));
        published = folder.resolve("published");
        assertThat(installed().firstRun(published).code()).isZero();
        wanted = Files.readAllBytes(result(published));
    }

    @AfterEach
    void nothing_stays_mounted() throws Exception {
        for (String name : Installed.names(folder)) {
            if (name.startsWith("mounted")) {
                Tool.works("umount", folder.resolve(name).toString());
            }
        }
    }

    @Test
    void a_disk_that_is_full_when_the_book_is_written_ends_the_run_and_with_room_the_next_one_publishes()
            throws Exception {
        fill(1100);
    }

    /** While the tables are made, while figures are staged. */
    @ParameterizedTest
    @Tag("long")
    @ValueSource(ints = {60, 500})
    void so_does_a_disk_that_is_full_earlier(int kilobytes) throws Exception {
        fill(kilobytes);
    }

    private void fill(int kilobytes) throws Exception {
        Path output = mounted("full" + kilobytes, "size=" + kilobytes + "k");

        Ended full = installed().run(output);

        refused(full, 6);
        assertThat(full.said()).contains("请检查");
        assertThat(Installed.names(output.resolve(Installed.PERIOD))).doesNotContain("r1");
        assertThat(Tool.works("mount", "-o", "remount,size=64m", output.toString()))
                .isTrue();
        publishes(output);
    }

    @Test
    void an_output_that_is_read_only_is_said_to_be_so() throws Exception {
        Path output = mounted("readonly", "ro");

        Ended ended = installed().run(output);

        refused(ended, 6);
        assertThat(ended.said()).contains(output.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "text", "cut", "overwritten"})
    void a_database_that_is_corrupt_is_left_as_it_is(String how) throws Exception {
        Path output = copyOfPublished(how);
        Path database = output.resolve("bankscore.mv.db");
        byte[] whole = Files.readAllBytes(database);
        byte[] corrupt = switch (how) {
            case "empty" -> new byte[0];
            case "text" -> "not a database".getBytes(StandardCharsets.UTF_8);
            case "cut" -> Arrays.copyOf(whole, 5000);
            default -> whole.clone();
        };
        if (how.equals("overwritten")) {
            Arrays.fill(corrupt, 0, corrupt.length - 100, (byte) 7);
        }
        Files.write(database, corrupt);

        Ended ended = installed().run(output);

        refused(ended, 6);
        assertThat(ended.said()).startsWith("数据库打不开").contains("请用备份恢复");
        assertThat(Files.readAllBytes(database)).isEqualTo(corrupt);
    }

    @Test
    void a_database_that_another_program_has_open_is_said_to_be_in_use() throws Exception {
        Path output = copyOfPublished("open");
        try (Connection held = DriverManager.getConnection("jdbc:h2:file:" + output.resolve("bankscore"))) {
            assertThat(held.isClosed()).isFalse();

            Ended ended = installed().run(output);

            refused(ended, 5);
            assertThat(ended.said()).startsWith("另一个 bankscore 正在");
        }
    }

    @Test
    void whoever_waits_is_told_who_works_on_the_database_file() throws Exception {
        Path output = copyOfPublished("held");
        Holder holder = new Holder("张三\u001b[2J", "财政-07", "4711", "2022-04-12 09:30:00", "run 2022Q1");
        try (FolderLock held = FolderLock.tryTake(output, holder).orElseThrow()) {
            assertThat(FolderLock.holder(folder)).isEmpty();

            Ended ended = installed().run(output);

            refused(ended, 5);
            assertThat(ended.said())
                    .contains("占用者：张三 [2J（电脑 财政-07，进程 4711），2022-04-12 09:30:00 开始，命令：run 2022Q1")
                    .doesNotContain("\u001b");
            assertThat(held).isNotNull();
        }
        assertThat(output.resolve(".lock")).isEmptyFile();
    }

    /** Without one H2 would not even read the trigger; by a class of the class path it needs none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "AS $$org.h2.api.Trigger create() { return new bankscore.attack.Halt(); }$$",
                "CALL 'bankscore.attack.Halt'"
            })
    void code_is_refused_as_well_by_a_runtime_without_a_compiler(String code) throws Exception {
        Path output = copyOfPublished("uncompiled" + code.length());
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + output.resolve("bankscore"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER planted_1 BEFORE INSERT ON history FOR EACH ROW " + code);
        }
        Path sign = folder.resolve("uncompiled.sign");

        Ended ended = installed()
                .start(
                        output,
                        Map.of(),
                        List.of(
                                "--limit-modules=java.se,jdk.unsupported,jdk.charsets,jdk.localedata,jdk.zipfs",
                                "-D" + Halt.SIGN + "=" + sign),
                        "run",
                        Installed.PERIOD)
                .ended();

        refused(ended, 6);
        assertThat(ended.said()).startsWith("数据库文件里有不是本程序建立的内容").contains("PLANTED_1");
        assertThat(sign).doesNotExist();
    }

    @Test
    void a_database_of_a_newer_program_is_refused_and_keeps_its_history() throws Exception {
        Path output = copyOfPublished("newer");
        String url = "jdbc:h2:file:" + output.resolve("bankscore");
        try (Connection connection = DriverManager.getConnection(url)) {
            connection
                    .createStatement()
                    .executeUpdate(
                            "INSERT INTO \"flyway_schema_history\" SELECT 999, '999', 'newer', 'SQL', 'V999.sql', 1,"
                                    + " \"installed_by\", \"installed_on\", 1, TRUE FROM \"flyway_schema_history\""
                                    + " WHERE \"version\" = '2'");
        }

        Ended ended = installed().run(output);

        refused(ended, 6);
        assertThat(ended.said()).startsWith("数据库是由另一版本的程序建立的");
        try (Connection connection = DriverManager.getConnection(url);
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM history")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    /** H2 would run the first when it opens the file, the others when it first writes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FORCE LINKED TABLE PLANTED('org.h2.Driver', 'jdbc:h2:mem:;INIT=CALL FILE_WRITE(''x'', ''MARKER'')',"
                        + " '', '', 'T')",
                "ALTER TABLE HISTORY ALTER COLUMN OUTCOME SET DEFAULT FILE_WRITE('x', 'MARKER')",
                "ALTER TABLE RUN_LOCK ADD CONSTRAINT PLANTED CHECK (FILE_WRITE('x', 'MARKER') > 0)"
            })
    void a_database_with_something_planted_is_refused_before_it_runs(String sql) throws Exception {
        Path output = copyOfPublished("planted" + sql.length());
        Path marker = folder.resolve("marker");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + output.resolve("bankscore"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("MARKER", marker.toString()));
        }
        Files.deleteIfExists(marker);

        Ended ended = installed().run(output);

        refused(ended, 6);
        assertThat(ended.said()).startsWith("数据库文件里有不是本程序建立的内容").contains("FILE_WRITE");
        assertThat(marker).doesNotExist();
    }

    /** Somebody saves a file again and again while the run copies them. */
    @Test
    void an_input_that_changes_while_it_is_read_stops_the_run() throws Exception {
        touch(false);
    }

    /** Somebody moves one in and out. */
    @Test
    @Tag("long")
    void an_input_that_vanishes_while_it_is_read_stops_the_run() throws Exception {
        touch(true);
    }

    private void touch(boolean vanishes) throws Exception {
        Path input = folder.resolve("input" + vanishes);
        FolderCopy.of(Path.of("input", Installed.PERIOD), input.resolve(Installed.PERIOD));
        Path touched = input.resolve(Installed.PERIOD).resolve("抽屉.csv");
        Path output = folder;
        Ended ended = new Ended(0, "");
        // A busy machine may let the copies pass between two touches; then the run was not struck and another one is.
        for (int run = 1; run <= 10 && ended.code() == 0; run++) {
            output = folder.resolve("touched" + vanishes + run);
            ended = whileTouched(touched, vanishes, output, input);
        }

        refused(ended, 6);
        assertThat(ended.said()).startsWith("读取过程中《抽屉.csv》被改动了");
        Files.deleteIfExists(touched);
        publishes(output);
    }

    private Ended whileTouched(Path touched, boolean vanishes, Path output, Path input) throws Exception {
        Files.writeString(touched, "0");
        Path work = output.resolve(".work");
        Started run = installed().start(output, "run", Installed.PERIOD, "--input", input.toString());
        while (run.process().isAlive() && !Files.exists(work)) {
            run.process().waitFor(1, TimeUnit.MILLISECONDS);
        }
        for (int i = 1; run.process().isAlive(); i++) {
            if (vanishes && i % 2 == 0) {
                Files.deleteIfExists(touched);
            } else {
                Files.writeString(touched, "0".repeat(i));
            }
            run.process().waitFor(1, TimeUnit.MILLISECONDS);
        }
        return run.ended();
    }

    /** A Turkish PC whose default charset is Latin-1, folders with spaces and Chinese, rules that cannot be written. */
    @Test
    void language_charset_names_of_folders_and_read_only_rules_change_nothing() throws Exception {
        Path home = Files.createDirectories(folder.resolve("财政 局 ü"));
        FolderCopy.of(Path.of("input", Installed.PERIOD), home.resolve("收 件").resolve(Installed.PERIOD));
        FolderCopy.of(Path.of("config"), home.resolve("办 法"));
        boolean bound = Tool.works(
                        "mount",
                        "--bind",
                        home.resolve("办 法").toString(),
                        home.resolve("办 法").toString())
                && Tool.works(
                        "mount", "-o", "remount,bind,ro", home.resolve("办 法").toString());
        try {
            Ended ended = installed()
                    .start(
                            home.resolve("结 果"),
                            Map.of("LANG", "tr_TR.UTF-8"),
                            List.of("-Dfile.encoding=ISO-8859-1", "-Duser.language=tr", "-Duser.country=TR"),
                            "run",
                            Installed.PERIOD,
                            "--input",
                            home.resolve("收 件").toString(),
                            "--config",
                            home.resolve("办 法").toString())
                    .ended();

            assertThat(ended.code()).as(ended.said()).isZero();
            assertThat(ended.said()).contains("2022Q1 已完成：第 1 版");
            assertThat(Files.readAllBytes(result(home.resolve("结 果")))).isEqualTo(wanted);
        } finally {
            if (bound) {
                Tool.works("umount", home.resolve("办 法").toString());
            }
        }
        Installed.tally("faults injected", 1);
    }

    @Test
    void a_system_that_cannot_write_chinese_names_is_told_what_to_do() throws Exception {
        Ended ended = installed()
                .start(folder.resolve("ascii"), Map.of("LC_ALL", "C"), List.of(), "run", Installed.PERIOD)
                .ended();

        refused(ended, 6);
        assertThat(ended.said()).startsWith("系统的字符设置是").contains("export LC_ALL=C.UTF-8");
    }

    @Test
    @Order(Integer.MIN_VALUE)
    void the_log_of_a_run_tells_each_step_in_a_line_and_no_name_and_no_figure_of_a_bank() throws Exception {
        Path logs = published.resolve("log");
        String log = Files.readString(logs.resolve(Installed.names(logs).get(0)));

        assertThat(log.lines().map(line -> line.replaceAll(".* INFO  \\w+ - (\\w+):.*", "$1")))
                .containsExactly("begin", "take", "recognise", "stage", "judge", "publish", "end");
        String result = Files.readString(result(published));
        Matcher secrets =
                Pattern.compile("\"name\": \"([^\"]{4,})\"|\"([0-9.]{7,})\"").matcher(result);
        int looked = 0;
        for (; secrets.find(); looked++) {
            assertThat(log).doesNotContain(secrets.group(secrets.group(1) == null ? 2 : 1));
        }
        assertThat(looked).isGreaterThan(50);
    }

    private void publishes(Path output) throws Exception {
        Ended ended = installed().run(output);
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(Files.readAllBytes(result(output))).isEqualTo(wanted);
        assertThat(Installed.names(output.resolve(Installed.PERIOD))).containsExactly("r1", "r1-回执.docx", "r1-回执.json");
    }

    private static void refused(Ended ended, int code) {
        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        assertThat(ended.hasTrace()).as(ended.said()).isFalse();
        Installed.tally("faults injected", 1);
    }

    private Path copyOfPublished(String name) throws IOException {
        Path output = folder.resolve("copy-" + name);
        FolderCopy.of(published, output);
        return output;
    }

    private Path mounted(String name, String options) throws Exception {
        Path place = Files.createDirectories(folder.resolve("mounted-" + name));
        assumeTrue(
                Tool.works("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()),
                "no file system can be mounted here");
        return place;
    }

    private static Path result(Path output) {
        return output.resolve(Installed.PERIOD).resolve("r1").resolve("result.json");
    }
}
