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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twelve counties and fewer, typed as the office types them. */
class ProvinceTest {

    private static final String PERIOD = "2022Q4";
    private static final String INSURANCE = "jinhua-insurance";
    private static final String WATCH = "shangrao-watch";

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_county_publishes_byte_for_byte_what_it_publishes_alone() throws Exception {
        CountyFolders counties = counties(12);

        assertThat(type("one", "--local", "1").code()).isZero();
        assertThat(type("two", "--local", "2").code()).isZero();

        for (int number = 1; number <= 12; number++) {
            byte[] alone = alone(counties, number, PERIOD, "");
            assertThat(result("one", number)).as("county " + number).isEqualTo(alone);
            assertThat(result("two", number)).as("county " + number).isEqualTo(alone);
            assertThat(Program.parse(alone).get("jurisdiction")).isEqualTo(CountyFolders.jurisdiction(number));
        }
    }

    @Test
    void subsidies_are_run_alike() throws Exception {
        String period = "2025Q1";
        CountyFolders counties = CountyFolders.of(folder.resolve("counties"), 2, period);

        Said said = commands("output")
                .type(
                        "province",
                        period,
                        "--rule",
                        INSURANCE,
                        "--counties",
                        counties.folder().toString(),
                        "--local",
                        "2");

        assertThat(said.code()).as(said.text()).isZero();
        for (int number = 1; number <= 2; number++) {
            assertThat(Files.readAllBytes(folder.resolve("output")
                            .resolve(CountyFolders.name(number))
                            .resolve(period)
                            .resolve(INSURANCE)
                            .resolve("r1/result.json")))
                    .isEqualTo(alone(counties, number, period, INSURANCE));
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
        counties(3);
        Path poison = Files.createDirectories(folder.resolve("output")).resolve(CountyFolders.name(2));
        Files.writeString(poison, "no folder");

        Said first = type("output");

        assertThat(first.code()).isEqualTo(1);
        assertThat(first.text()).contains("县02：试了三次都失败，没有发布。").contains("已完成 3/3 个县：已发布 2，没有变化 0，有错误 0，失败 1；等待 0");
        assertThat(status().text()).contains("县02  失败").contains("县01  已发布");

        Files.delete(poison);
        Said second = type("output");

        assertThat(second.code()).as(second.text()).isZero();
        assertThat(second.text()).contains("已完成 3/3 个县：已发布 3，没有变化 0，有错误 0，失败 0；等待 0");
        try (Opened opened = new Opened()) {
            // Only what was not done was run.
            assertThat(opened.outcomes("县01")).containsExactly("published");
            assertThat(opened.outcomes("第2县")).containsExactly("published");
            assertThat(opened.outcomes("县03")).containsExactly("published");
        }
    }

    @Test
    void findings_end_a_county_and_what_is_mended_or_sent_again_is_found_by_the_next_start() throws Exception {
        CountyFolders counties = counties(3);
        Path input = counties.input(3, PERIOD);
        Path aside = Files.move(input, folder.resolve("aside"));
        Files.createDirectories(input);

        Said first = type("output");

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.text())
                .contains("县03：有必须改正的问题，没有发布。问题清单在 OUTPUT/县03/2022Q4")
                .contains("已发布 2，没有变化 0，有错误 1，失败 0");
        assertThat(folder.resolve("output/县03/2022Q4/findings")).isDirectory();

        Files.delete(input);
        Files.move(aside, input);
        // Meanwhile another county has called a file otherwise.
        Path sent;
        try (Stream<Path> files = Files.walk(counties.input(1, PERIOD))) {
            sent = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
        Files.move(sent, sent.resolveSibling("县里-" + sent.getFileName()));
        Said second = type("output");

        assertThat(second.code()).as(second.text()).isZero();
        assertThat(second.text()).contains("已发布 2，没有变化 1，有错误 0，失败 0");
        assertThat(folder.resolve("output/县01/2022Q4/r2")).isDirectory();
        assertThat(folder.resolve("output/县03/2022Q4/r1")).isDirectory();
        assertThat(folder.resolve("output/县03/2022Q4/findings")).doesNotExist();
        assertThat(folder.resolve("output/县02/2022Q4/r2")).doesNotExist();
        assertThat(type("output").text()).contains("已发布 0，没有变化 3，有错误 0，失败 0");
    }

    @Test
    void a_county_more_makes_another_start_in_which_the_others_are_nothing_new() throws Exception {
        CountyFolders counties = counties(2);
        assertThat(type("output").code()).isZero();
        counties.add(3, PERIOD);

        Said said = type("output");

        assertThat(said.text()).contains("已完成 3/3 个县：已发布 1，没有变化 2，有错误 0，失败 0；等待 0");
        try (Opened opened = new Opened()) {
            assertThat(opened.count("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE WHERE JOB_NAME = 'province'"))
                    .isEqualTo(2);
        }
    }

    @Test
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
        while (published(output).size() < 2) {
            assertThat(killed.process().isAlive())
                    .as("it is killed in the middle")
                    .isTrue();
            Thread.onSpinWait();
        }
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
                assertThat(result("output", number)).isEqualTo(alone(counties, number, PERIOD, ""));
                assertThat(opened.outcomes(CountyFolders.jurisdiction(number)))
                        .as("county " + number)
                        .containsOnlyOnce("published");
            }
            assertThat(opened.count("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE WHERE JOB_NAME = 'province'"))
                    .isEqualTo(1);
        }
        try (Stream<Path> all = Files.walk(output)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".publishing") || name.equals(".work"));
        }
    }

    /** The database went away before the end of a start could be told. */
    @Test
    void what_nobody_knows_the_end_of_is_gone_on_with() throws Exception {
        counties(2);
        Path poison = Files.createDirectories(folder.resolve("output")).resolve(CountyFolders.name(2));
        Files.writeString(poison, "no folder");
        assertThat(type("output").code()).isEqualTo(1);
        Files.delete(poison);
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

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("上次运行中途停止，已自动恢复。");
        try (Opened opened = new Opened()) {
            assertThat(opened.outcomes("县01")).containsExactly("published");
            assertThat(opened.outcomes("第2县")).containsExactly("published");
        }
    }

    /** So it is with a county's own job. */
    @Test
    void a_county_of_which_nobody_knows_the_end_is_gone_on_with_by_itself() throws Exception {
        CountyFolders counties = counties(2);
        Path poison = Files.createDirectories(folder.resolve("output").resolve(CountyFolders.name(2)))
                .resolve(PERIOD);
        Files.writeString(poison, "no folder");
        assertThat(type("output").code()).isEqualTo(1);
        Files.delete(poison);
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
                    .isEqualTo(3);
        }

        Said said = type("output");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("已完成 2/2 个县：已发布 2，没有变化 0，有错误 0，失败 0");
        assertThat(result("output", 2)).isEqualTo(alone(counties, 2, PERIOD, ""));
    }

    /** Of a rule that no county goes by, in the province's own folder; and of an earlier version, in that of a county. */
    @Test
    void a_faulty_rule_file_that_no_county_uses_is_told_once_and_stops_none() throws Exception {
        CountyFolders counties = counties(3);
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
                .contains("这些文件这次没有用到，不影响本次结果", "已发布 3")
                .containsOnlyOnce("config/schemes/other-2022.yaml 第 5 行")
                .containsOnlyOnce("县02/config/schemes/shangrao-2010.yaml 第");
    }

    /** The process has the file of the database for itself; how far it is it tells beside. */
    @Test
    void who_asks_while_the_counties_run_is_told_how_far_they_are() throws Exception {
        counties(3);
        Path output = Files.createDirectories(folder.resolve("output"));
        Started running = ProgramProcess.ofThisBuild()
                .start(
                        "province",
                        PERIOD,
                        "--counties",
                        folder.resolve("counties").toString(),
                        "--output",
                        output.toString());
        Waiting.until("the first county", () -> {
            assertThat(running.process().isAlive()).isTrue();
            return !published(output).isEmpty();
        });

        Said status = status();

        assertThat(status.code()).isEqualTo(5);
        assertThat(status.text()).contains("进程 " + running.process().pid(), "已完成 ", "/3 个县", "正在处理 县0");
        assertThat(running.ended().code()).isZero();
        assertThat(status().text()).contains("已完成 3/3 个县");
        try (Stream<Path> left = Files.list(output)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".province"));
        }
    }

    @Test
    void a_second_manager_is_refused_and_told_who_the_first_is() throws Exception {
        CountyFolders counties = counties(2);
        Path output = Files.createDirectories(folder.resolve("output"));
        String url = TestDatabase.POSTGRESQL.url(output).orElseThrow();
        List<String> words = List.of(
                "province",
                PERIOD,
                "--counties",
                counties.folder().toString(),
                "--output",
                output.toString(),
                "--local",
                "1",
                "--db",
                url);
        try (Program program = new Program(Path.of("input"), output, TestDatabase.POSTGRESQL);
                RunLock first = RunLock.tryTake(
                                program.engine().dataSource(),
                                "上饶市",
                                "province 2022Q4 shangrao",
                                Holder.of(Program.caller("province 2022Q4 --of-the-first")))
                        .orElseThrow()) {
            Ended second = start(words).ended();

            assertThat(second.code()).as(second.said()).isEqualTo(5);
            assertThat(second.said()).contains("上饶市 2022Q4 已经有人在运行", "--of-the-first");
            assertThat(first.isHeld()).isTrue();
        }
        assertThat(published(output)).isEmpty();

        Ended alone = start(words).ended();

        assertThat(alone.code()).as(alone.said()).isZero();
        assertThat(result("output", 1)).isEqualTo(alone(counties, 1, PERIOD, ""));
        assertThat(result("output", 2)).isEqualTo(alone(counties, 2, PERIOD, ""));
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
        Said province = type("output");

        assertThat(province.code()).isEqualTo(4);
        assertThat(province.text()).contains("与全省同名");
        assertThat(folder.resolve("output")).doesNotExist();
    }

    @Test
    void every_other_command_speaks_of_one_county() throws Exception {
        CountyFolders counties = counties(2);
        assertThat(status().text()).contains("上饶市 2022Q4 还没有运行过。");
        assertThat(type("output").code()).isZero();

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
        assertThat(county("县03", "history", PERIOD).code()).isEqualTo(4);
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
        List<String> words = new ArrayList<>(List.of(
                "province", PERIOD, "--counties", folder.resolve("counties").toString()));
        words.addAll(List.of(more));
        return commands(output).type(words.toArray(String[]::new));
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

    private static Started start(List<String> words) throws IOException {
        return ProgramProcess.ofThisBuild().in(TestDatabase.credentials()).start(words);
    }

    private byte[] result(String output, int number) throws IOException {
        return Files.readAllBytes(
                folder.resolve(output).resolve(CountyFolders.name(number)).resolve(PERIOD + "/r1/result.json"));
    }

    /** What a county publishes in a folder and a database of its own. */
    private byte[] alone(CountyFolders counties, int number, String period, String rule) throws IOException {
        Path own = folder.resolve("alone-" + number);
        List<String> words = new ArrayList<>(List.of(
                "run",
                period,
                "--config",
                counties.alone(number, own.resolve("config")).toString(),
                "--input",
                counties.input(number, period).resolveSibling("").toString()));
        if (!rule.isEmpty()) {
            words.addAll(List.of("--rule", rule));
        }
        Said said = commands("alone-" + number + "/output").type(words.toArray(String[]::new));
        assertThat(said.code()).as(said.text()).isZero();
        return Files.readAllBytes(
                own.resolve("output").resolve(period).resolve(rule).resolve("r1/result.json"));
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
