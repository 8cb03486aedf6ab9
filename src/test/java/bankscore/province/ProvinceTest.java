package bankscore.province;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.contribution.Program;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Waiting;
import bankscore.office.Holder;
import bankscore.office.Series;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import bankscore.store.TestDatabase;
import bankscore.store.database.Database;
import bankscore.store.database.RunLock;
import bankscore.store.database.Schema;
import bankscore.store.province.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some counties, typed as the office types them. What several tests begin with is run once, and each begins with a copy of
 * it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvinceTest {

    private static final String PERIOD = "2022Q4";
    private static final String WATCH = "shangrao-watch";

    @TempDir
    static Path once = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private final Map<Integer, byte[]> alone = new HashMap<>();

    /** Three counties are published, two at once. */
    private Path published = Path.of("");

    /** One county is published, one has failed, as its folder of the period cannot be made, and one has sent one table. */
    private Path poisoned = Path.of("");

    private Said poison = new Said(0, "");

    @BeforeAll
    void begin() throws Exception {
        published = once.resolve("published");
        CountyFolders.of(published.resolve("counties"), 3, PERIOD);
        Files.createDirectories(published.resolve("counties/.下载/input"));
        Said said = province(published, "output", "--local", "2");
        assertThat(said.code()).as(said.text()).isZero();
        poisoned = once.resolve("poisoned");
        FolderCopy.of(
                Path.of("input", PERIOD, "人民银行"),
                CountyFolders.of(poisoned.resolve("counties"), 2, PERIOD).input(3, PERIOD));
        Path county = Files.createDirectories(poisoned.resolve("output").resolve(CountyFolders.name(2)));
        Files.writeString(county.resolve(PERIOD), "no folder");
        poison = province(poisoned, "output");
    }

    /** Begins with what was run once. */
    private CountyFolders from(Path state) throws IOException {
        FolderCopy.of(state, folder);
        return new CountyFolders(folder.resolve("counties"));
    }

    @Test
    void every_county_publishes_byte_for_byte_what_it_publishes_alone() throws Exception {
        for (int number = 1; number <= 3; number++) {
            byte[] own = alone(number);
            assertThat(result(published.resolve("output"), number))
                    .as("county " + number)
                    .isEqualTo(own);
            assertThat(Program.parse(own).get("jurisdiction")).isEqualTo(CountyFolders.jurisdiction(number));
            // Who compiles the province's tables and whom its letter goes to is nothing of the county's.
            try (Stream<Path> papers = Files.list(published
                    .resolve("output")
                    .resolve(CountyFolders.name(number))
                    .resolve(PERIOD)
                    .resolve("r1"))) {
                for (Path paper : papers.filter(each -> each.toString().endsWith(".html")
                                || each.toString().endsWith(".json"))
                        .toList()) {
                    assertThat(Files.readString(paper)).as(paper.toString()).doesNotContain("上饶市财政局", "上饶市人民政府");
                }
            }
        }
    }

    @Test
    void what_cannot_be_asked_of_a_province_is_told() {
        for (String[] words : new String[][] {{"--local", "0"}, {"--local", "13"}, {"--county", "县01"}, {"--sample"}}) {
            assertThat(type("output", words))
                    .isEqualTo(new Said(2, "--local 请写 1 至 12；province 命令说的是全省，不能写 --county 和 --sample。\n"));
        }
        assertThat(folder.resolve("output")).doesNotExist();
    }

    @Test
    @Tag("long")
    void so_do_twelve_of_them_one_or_two_at_once() throws Exception {
        CountyFolders counties = counties(12);

        assertThat(type("one", "--local", "1").code()).isZero();
        assertThat(type("two", "--local", "2").code()).isZero();

        for (int number = 1; number <= 12; number++) {
            byte[] own = counties.published(number, PERIOD, "", folder.resolve("alone-" + number));
            assertThat(result(folder.resolve("one"), number))
                    .as("county " + number)
                    .isEqualTo(own);
            assertThat(result(folder.resolve("two"), number))
                    .as("county " + number)
                    .isEqualTo(own);
        }
    }

    /** The sheets of the sample have a line with the city's total, which only the city itself knows for one. */
    @Test
    void notices_are_run_alike() throws Exception {
        CountyFolders counties = counties(1);
        FolderCopy.of(
                Path.of("input", PERIOD), counties.folder().resolve("上饶市/input").resolve(PERIOD));
        Path province = CountyFolders.config(folder.resolve("province"), "江州省");
        Path city = CountyFolders.config(folder.resolve("city"), "上饶市");

        Said said = type("output", "--rule", WATCH, "--config", province.toString());
        assertThat(commands("alone")
                        .type("run", PERIOD, "--rule", WATCH, "--config", city.toString())
                        .code())
                .isZero();

        assertThat(said.code()).as(said.text()).isEqualTo(3);
        assertThat(said.text()).contains("县01：有必须改正的问题", "已发布 1，没有变化 0，有错误 1，失败 0");
        assertThat(Files.readAllBytes(folder.resolve("output/上饶市")
                        .resolve(PERIOD)
                        .resolve(WATCH)
                        .resolve("r1/result.json")))
                .isEqualTo(Files.readAllBytes(
                        folder.resolve("alone").resolve(PERIOD).resolve(WATCH).resolve("r1/result.json")));
        assertThat(Files.readString(folder.resolve("output/江州省")
                        .resolve(PERIOD)
                        .resolve(WATCH)
                        .resolve("r1/report.html")))
                .contains("保费收入负增长\n点名（个）");
    }

    @Test
    void what_stands_in_the_way_of_a_county_fails_it_and_no_other() throws Exception {
        assertThat(poison.code()).isEqualTo(1);
        assertThat(poison.text())
                .contains("县02：试了三次都失败，没有发布。", "县03：有必须改正的问题，没有发布。")
                .contains("已完成 3/3 个县：已发布 1，没有变化 0，有错误 1，失败 1；等待 0");
        from(poisoned);
        String why = poison.text()
                .lines()
                .filter(line -> line.startsWith("县02"))
                .map(line -> line.replaceFirst(".*没有发布。([A-Za-z]+): .*", "$1: "))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(folder.resolve("output/上饶市").resolve(PERIOD).resolve("r1/report.html")))
                .contains("共 3 个县，其中 1 个已发布结果。", "财政存款", "银行名录", why)
                .doesNotContain("未报送");
        assertThat(status().text()).contains("县02  失败").contains("县01  已发布");
        Files.delete(folder.resolve("output/县02").resolve(PERIOD));

        Said second = type("output");

        assertThat(second.code()).as(second.text()).isEqualTo(3);
        assertThat(second.text()).contains("已完成 3/3 个县：已发布 2，没有变化 0，有错误 1，失败 0；等待 0");
        assertThat(result(folder.resolve("output"), 2)).isEqualTo(alone(2));
        try (Opened opened = new Opened()) {
            // Only what was not done was run.
            assertThat(opened.outcomes("县01")).containsExactly("published");
            assertThat(opened.outcomes("第2县")).endsWith("published").containsOnlyOnce("published");
        }
    }

    /** A county more makes another start, in which the others are nothing new. */
    @Test
    void findings_end_a_county_and_what_is_mended_or_sent_again_is_found_by_the_next_start() throws Exception {
        CountyFolders counties = from(published);
        Files.createDirectories(counties.input(5, PERIOD));

        Said first = type("output");

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.text())
                .contains("县05：有必须改正的问题，没有发布。问题清单在 OUTPUT/县05/2022Q4")
                .contains("已完成 4/4 个县：已发布 0，没有变化 3，有错误 1，失败 0；等待 0");
        assertThat(folder.resolve("output/县05/2022Q4/findings")).isDirectory();
        try (Opened opened = new Opened()) {
            assertThat(opened.count("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE WHERE JOB_NAME = 'province'"))
                    .isEqualTo(2);
        }

        counties.add(5, PERIOD);
        // Meanwhile another county has called a file otherwise.
        Path sent;
        try (Stream<Path> files = Files.walk(counties.input(1, PERIOD))) {
            sent = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        Files.move(sent, sent.resolveSibling("县里-" + sent.getFileName()));
        Said second = type("output");

        assertThat(second.code()).as(second.text()).isZero();
        assertThat(second.text()).contains("已发布 2，没有变化 2，有错误 0，失败 0");
        assertThat(folder.resolve("output/县01/2022Q4/r2")).isDirectory();
        assertThat(folder.resolve("output/县05/2022Q4/r1")).isDirectory();
        assertThat(folder.resolve("output/县05/2022Q4/findings")).doesNotExist();
        assertThat(folder.resolve("output/县02/2022Q4/r2")).doesNotExist();
        assertThat(type("output").text()).contains("已发布 0，没有变化 4，有错误 0，失败 0");
    }

    @Test
    @Tag("attack")
    void a_manager_that_is_killed_is_gone_on_with_and_nothing_is_lost_or_done_twice() throws Exception {
        CountyFolders counties = counties(6);
        Path output = Files.createDirectories(folder.resolve("output"));
        List<String> words = List.of(
                "province",
                PERIOD,
                "--local",
                "2",
                "--counties",
                counties.folder().toString(),
                "--output",
                output.toString());
        Started killed = ProgramProcess.ofThisBuild().start(words);
        Waiting.until("the first county", () -> {
            assertThat(killed.process().isAlive()).isTrue();
            return !published(output).isEmpty();
        });
        // The process has the file of the database for itself; how far it is it tells beside.
        Said asked = status();
        assertThat(asked.code()).isEqualTo(5);
        assertThat(asked.text()).contains("进程 " + killed.process().pid(), "已完成 ", "/6 个县", "正在处理 县0");
        Waiting.until("it is in the middle", () -> {
            assertThat(killed.process().isAlive()).isTrue();
            return published(output).size() >= 2;
        });
        killed.process().destroyForcibly().waitFor();
        assertThat(published(output)).hasSizeBetween(2, 5);
        assertThat(status().text()).contains("中断", "上次运行中途停止。");

        Ended ended = ProgramProcess.ofThisBuild().start(words).ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("上次运行中途停止，已自动恢复。", "等待 0");
        assertThat(published(output)).hasSize(6);
        try (Opened opened = new Opened()) {
            for (int number = 1; number <= 6; number++) {
                assertThat(Files.exists(
                                output.resolve(CountyFolders.name(number)).resolve(PERIOD + "/r2")))
                        .isFalse();
                assertThat(opened.outcomes(CountyFolders.jurisdiction(number)))
                        .as("county " + number)
                        .containsOnlyOnce("published");
            }
            assertThat(opened.count("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE WHERE JOB_NAME = 'province'"))
                    .isEqualTo(1);
        }
        for (int number = 1; number <= 3; number++) {
            assertThat(result(output, number)).isEqualTo(alone(number));
        }
        assertThat(status().text()).contains("已完成 6/6 个县");
        try (Stream<Path> all = Files.walk(output)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .noneMatch(name ->
                            name.startsWith(".publishing") || name.startsWith(".province") || name.equals(".work"));
        }
    }

    /** The database went away before the end of a start could be told. */
    @Test
    void what_nobody_knows_the_end_of_is_gone_on_with() throws Exception {
        from(poisoned);
        Files.delete(folder.resolve("output/县02").resolve(PERIOD));
        try (Opened opened = new Opened()) {
            opened.client()
                    .sql("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'UNKNOWN' WHERE JOB_INSTANCE_ID IN"
                            + " (SELECT JOB_INSTANCE_ID FROM BATCH_JOB_INSTANCE WHERE JOB_NAME = 'province')")
                    .update();
            opened.client()
                    .sql("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'UNKNOWN' WHERE STEP_NAME = 'counties'")
                    .update();
            opened.client()
                    .sql("UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED' WHERE STEP_NAME = 'county:县02'")
                    .update();
        }

        Said said = type("output");

        assertThat(said.code()).as(said.text()).isEqualTo(3);
        assertThat(said.text()).contains("上次运行中途停止，已自动恢复。");
        try (Opened opened = new Opened()) {
            assertThat(opened.outcomes("县01")).containsExactly("published");
            assertThat(opened.outcomes("第2县")).containsOnlyOnce("published");
        }
    }

    /** So it is with a county's own job. */
    @Test
    void a_county_of_which_nobody_knows_the_end_is_gone_on_with_by_itself() throws Exception {
        from(poisoned);
        Files.delete(folder.resolve("output/县02").resolve(PERIOD));
        // It was tried three times; findings, too, end the job of the third county.
        String ofTheCounty = " SET STATUS = 'UNKNOWN' WHERE STATUS = 'FAILED' AND JOB_EXECUTION_ID IN"
                + " (SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION E JOIN BATCH_JOB_INSTANCE I"
                + " ON I.JOB_INSTANCE_ID = E.JOB_INSTANCE_ID WHERE I.JOB_NAME = 'contribution')";
        try (Opened opened = new Opened()) {
            assertThat(opened.client()
                            .sql("UPDATE BATCH_STEP_EXECUTION" + ofTheCounty)
                            .update())
                    .isEqualTo(3);
            assertThat(opened.client()
                            .sql("UPDATE BATCH_JOB_EXECUTION" + ofTheCounty)
                            .update())
                    .isEqualTo(4);
        }

        Said said = type("output");

        assertThat(said.code()).as(said.text()).isEqualTo(3);
        assertThat(said.text()).contains("已完成 3/3 个县：已发布 2，没有变化 0，有错误 1，失败 0");
        assertThat(result(folder.resolve("output"), 2)).isEqualTo(alone(2));
    }

    /** Of a rule that no county goes by, in the province's own folder; and of an earlier version, in that of a county. */
    @Test
    void a_faulty_rule_file_that_no_county_uses_is_told_once_and_stops_none() throws Exception {
        CountyFolders counties = from(published);
        Path province = CountyFolders.config(folder.resolve("province"), "江州省");
        Files.writeString(
                province.resolve("schemes/other-2022.yaml"),
                "rule: other\nscheme: other-2022\ntitle: x\nin_force: {from: 2022-01-01}\nfault: 1\n");
        Path schemes = counties.folder().resolve(CountyFolders.name(2)).resolve("config/schemes");
        Files.writeString(
                schemes.resolve("shangrao-2010.yaml"),
                Files.readString(schemes.resolve("shangrao-2022.yaml"))
                        .replace("scheme: shangrao-2022", "scheme: shangrao-2010")
                        .replace("from: 2022-01-13", "from: 2010-01-01, to: 2011-12-31")
                        .replace("\nfull_points:", "\nfull_point:"));

        Said said = type("output", "--config", province.toString());

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("这些文件这次没有用到，不影响本次结果", "没有变化 3")
                .containsOnlyOnce("config/schemes/other-2022.yaml 第 5 行")
                .containsOnlyOnce("县02/config/schemes/shangrao-2010.yaml 第");
    }

    /** The lock of somebody else who does something. */
    private static RunLock taken(Program program, String jurisdiction, String what, String words) {
        return RunLock.tryTake(program.engine().dataSource(), jurisdiction, what, Holder.of(Program.caller(words)))
                .orElseThrow();
    }

    @Test
    void a_second_manager_is_refused_and_told_who_the_first_is() throws Exception {
        CountyFolders counties = counties(2);
        Path output = Files.createDirectories(folder.resolve("output"));
        String url = TestDatabase.POSTGRESQL.url(output).orElseThrow();
        CommandsInProcess office = new CommandsInProcess(output, TestDatabase.credentials());
        String[] words = {"province", PERIOD, "--counties", counties.folder().toString(), "--local", "1", "--db", url};
        try (Program program = new Program(Path.of("input"), output, TestDatabase.POSTGRESQL);
                RunLock first = taken(program, "上饶市", "province 2022Q4 shangrao", "province 2022Q4 --of-the-first")) {
            Said second = office.type(words);

            assertThat(second.code()).as(second.text()).isEqualTo(5);
            assertThat(second.text()).contains("上饶市 2022Q4 已经有人在运行", "--of-the-first");
            assertThat(first.isHeld()).isTrue();
        }
        assertThat(published(output)).isEmpty();

        Said first = office.type(words);

        assertThat(first.code()).as(first.text()).isZero();
        assertThat(result(output, 1)).isEqualTo(alone(1));
        assertThat(result(output, 2)).isEqualTo(alone(2));

        // Workers that died: what one was at has been done by another since; of the other one that is not known.
        try (Database database =
                Database.at(url, Optional.of(TestDatabase.USER), Optional.of(TestDatabase.PASSWORD), "tests")) {
            Workers workers = new Workers(database.source());
            workers.heard(new Workers.Seen("bankscore 11 vm", "1", "2023-01-12T10:00:00", Duration.ZERO, "县01"));
            workers.heard(new Workers.Seen("bankscore 22 vm", "1", "2023-01-12T10:00:00", Duration.ZERO, "县99"));
            JdbcClient.create(database.source())
                    .sql("UPDATE worker SET heard = heard - 660000")
                    .update();
        }
        Said status = office.type("province", PERIOD, "--status", "--db", url);
        assertThat(status.text())
                .containsPattern("bankscore 11 vm .* 没有消息 +6[0-9]{2}")
                .containsPattern("bankscore 22 vm .* 县99 +6[0-9]{2}")
                .contains("bankscore 11 vm 已经 11 分钟没有消息", "它手上没有县", "bankscore 22 vm 已经 11 分钟没有消息，县99还在它手上");
    }

    /** The county's row says who that is; when he has ended it is its turn. */
    @Test
    void a_county_that_somebody_else_runs_is_waited_for_and_does_not_fail() throws Exception {
        CountyFolders counties = counties(1);
        Path output = Files.createDirectories(folder.resolve("output"));
        String url = TestDatabase.POSTGRESQL.url(output).orElseThrow();
        CommandsInProcess office = new CommandsInProcess(output, TestDatabase.credentials());
        FutureTask<Said> province = new FutureTask<>(() -> office.type(
                "province", PERIOD, "--counties", counties.folder().toString(), "--local", "1", "--db", url));
        try (Program program = new Program(Path.of("input"), output, TestDatabase.POSTGRESQL);
                RunLock other = taken(program, CountyFolders.name(1), PERIOD, "run 2022Q4")) {
            new Thread(province).start();

            Waiting.until(
                    "the county waits",
                    () -> office.type("province", PERIOD, "--status", "--db", url)
                            .text()
                            .contains("等 tester（"));
            assertThat(province.isDone()).isFalse();
            assertThat(published(output)).isEmpty();
            assertThat(other.isHeld()).isTrue();
        }

        assertThat(province.get().code()).as(province.get().text()).isZero();
        assertThat(result(output, 1)).isEqualTo(alone(1));
    }

    @Test
    void what_is_wrong_with_any_configuration_is_told_before_anything_starts() throws Exception {
        CountyFolders counties = counties(4);
        Path settings = counties.folder().resolve("县02/config/bankscore.yaml");
        Files.writeString(settings, Files.readString(settings).replace("第2县", "第4县"));
        Path scheme = counties.folder().resolve("县04/config/schemes/shangrao-2022.yaml");
        String sound = Files.readString(scheme);

        Said same = type("output");

        assertThat(same.code()).isEqualTo(4);
        assertThat(same.text()).contains("县04：第4县", "与“县02”是同一个 jurisdiction");

        Files.writeString(settings, Files.readString(settings).replace("第4县", "第2县"));
        Files.writeString(scheme, sound.replaceFirst("(?m)^title:", "titel:"));
        Said unsound = type("output");

        assertThat(unsound.code()).isEqualTo(4);
        assertThat(unsound.text()).contains("县04/config/schemes/shangrao-2022.yaml");

        Files.writeString(scheme, sound);
        Path worked = counties.folder().resolve("县04/config/cases/shangrao-2022/odd-rest.yaml");
        String right = Files.readString(worked);
        Files.writeString(worked, right.replace("totals: {A: 60,", "totals: {A: 61,"));
        Said otherwise = type("output");

        assertThat(otherwise.code()).isEqualTo(4);
        assertThat(otherwise.text()).contains("县04/", "odd-rest.yaml", "61").doesNotContain("县02/");

        Files.writeString(worked, right);
        Files.createDirectories(counties.folder().resolve("上饶市/input"));
        Files.createDirectories(counties.folder().resolve("2022q3/input"));
        Said province = type("output");

        assertThat(province.code()).isEqualTo(4);
        assertThat(province.text()).contains("与全省同名", "2022q3", "文件夹的名称不能用作结果文件夹的名称");
        assertThat(folder.resolve("output")).doesNotExist();
    }

    @Test
    void every_other_command_speaks_of_one_county() throws Exception {
        assertThat(status().text()).contains("上饶市 2022Q4 还没有运行过。");
        CountyFolders counties = from(published);

        Said verified = county("县02", "verify", PERIOD);
        assertThat(verified.code()).as(verified.text()).isZero();
        Said explained = county("县01", "explain", PERIOD, "B007");
        assertThat(explained.code()).as(explained.text()).isZero();
        Said again = county("县01", "run", PERIOD);
        assertThat(again.text()).contains("2022Q4 没有变化", "OUTPUT/县01/2022Q4/r1");
        Said approved = county("县02", "approve", PERIOD, "r1", "--document", "第二县府字〔2023〕1号", "--date", "2023-01-10");
        assertThat(approved.code()).as(approved.text()).isZero();
        assertThat(folder.resolve("output/县02/2022Q4/r1-批准回执.json")).exists();
        Said history = county("县02", "history", PERIOD);
        assertThat(history.text()).contains("已批准").contains("已发布");
        assertThat(county("县01", "history", PERIOD).text()).doesNotContain("已批准");
        // What was approved is a reason to ask all of them anew.
        assertThat(type("output").text()).contains("已发布 0，没有变化 3");
        try (Opened opened = new Opened()) {
            assertThat(opened.count("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE WHERE JOB_NAME = 'province'"))
                    .isEqualTo(2);
        }
        assertThat(county("县04", "history", PERIOD).code()).isEqualTo(4);
        assertThat(county("../县01", "history", PERIOD).code()).isEqualTo(4);
        assertThat(counties.folder().resolve("县01/output")).doesNotExist();
    }

    private CountyFolders counties(int count) throws IOException {
        return CountyFolders.of(folder.resolve("counties"), count, PERIOD);
    }

    private CommandsInProcess commands(String output) {
        return new CommandsInProcess(folder.resolve(output));
    }

    private Said type(String output, String... more) {
        return province(folder, output, more);
    }

    private static Said province(Path folder, String output, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "province", PERIOD, "--counties", folder.resolve("counties").toString()));
        words.addAll(List.of(more));
        return new CommandsInProcess(folder.resolve(output)).type(words.toArray(String[]::new));
    }

    private Said status() {
        return commands("output").type("province", PERIOD, "--status");
    }

    private Said county(String name, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--county", name, "--counties", folder.resolve("counties").toString()));
        return commands("output").type(all.toArray(String[]::new));
    }

    private static byte[] result(Path output, int number) throws IOException {
        return Files.readAllBytes(output.resolve(CountyFolders.name(number)).resolve(PERIOD + "/r1/result.json"));
    }

    /** What a county publishes in a folder and a database of its own; it is run once. */
    private byte[] alone(int number) throws IOException {
        byte[] known = alone.get(number);
        if (known == null) {
            known = new CountyFolders(published.resolve("counties"))
                    .published(number, PERIOD, "", once.resolve("alone-" + number));
            alone.put(number, known);
        }
        return known;
    }

    private static List<Path> published(Path output) throws IOException {
        List<Path> published = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            Path result = output.resolve(CountyFolders.name(number)).resolve(PERIOD + "/r1/result.json");
            if (Files.exists(result)) {
                published.add(result);
            }
        }
        return published;
    }

    /** The database of the province, while nobody else has it. */
    private final class Opened implements AutoCloseable {

        private final Database database = Database.at(
                Schema.url(folder.resolve("output/bankscore")), Optional.empty(), Optional.empty(), "tests");

        JdbcClient client() {
            return JdbcClient.create(database.source());
        }

        int count(String sql) {
            return client().sql(sql).query(Integer.class).single();
        }

        List<String> outcomes(String jurisdiction) {
            return Stores.of(database.source(), Series.owner(jurisdiction)).history().all().stream()
                    .map(HistoryStore.Link::entry)
                    .filter(entry -> entry.jurisdiction().equals(jurisdiction))
                    .map(entry -> entry.outcome())
                    .toList();
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
