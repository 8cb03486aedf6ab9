package bankscore.run;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.ProgramProcess.Started;
import bankscore.office.Holder;
import bankscore.run.revisions.History;
import bankscore.store.TestDatabase;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several counties on one PostgreSQL server, each run a process of its own. */
class SharedServerTest {

    private static final Path SAMPLE = Path.of("input");

    @TempDir
    Path folder = Path.of("");

    @Test
    @Tag("attack")
    void counties_and_periods_side_by_side_never_meet_even_in_one_output_folder() throws Exception {
        Path output = Files.createDirectories(folder.resolve("output"));
        Path county = county("德兴市");
        List<Started> runs = List.of(
                start(output, Path.of("config"), "run", "2022Q1"),
                start(output, Path.of("config"), "run", "2022Q2"),
                start(output, county, "run", "2022Q1"));
        for (Started run : runs) {
            Ended ended = run.ended();
            assertThat(ended.code()).as(ended.said()).isZero();
        }

        // What each of them publishes alone on H2, byte for byte.
        Map<String, byte[]> alone = new HashMap<>();
        for (Path config : List.of(Path.of("config"), county)) {
            try (Program program = new Program(SAMPLE, folder.resolve("alone").resolve(config))) {
                program.run(program.request("2022Q1", config, false));
            }
            byte[] result = result(folder.resolve("alone").resolve(config));
            alone.put(String.valueOf(Program.parse(result).get("jurisdiction")), result);
        }
        String owner = Files.readString(output.resolve(".jurisdiction"));
        String guest = owner.equals("上饶市") ? "德兴市" : "上饶市";
        assertThat(result(output)).isEqualTo(alone.get(owner));
        assertThat(result(output.resolve(guest))).isEqualTo(alone.get(guest));
        try (Program program = new Program(SAMPLE, output, TestDatabase.POSTGRESQL)) {
            assertThat(program.history("上饶市").lines())
                    .extracting(History.Line::period)
                    .containsExactlyInAnyOrder("2022Q1", "2022Q2");
            assertThat(program.history("德兴市").lines())
                    .extracting(History.Line::period)
                    .containsExactly("2022Q1");
            assertThat(program.history("德兴市").lines()).allMatch(History.Line::holds);
        }
    }

    @Test
    void nobody_waits_for_ever_and_the_server_never_ends_a_lock() throws Exception {
        try (Program program = new Program(SAMPLE, folder.resolve("output"), TestDatabase.POSTGRESQL)) {
            DataSource server = program.engine().dataSource();
            JdbcClient client = JdbcClient.create(server);
            Map<String, String> settings = new HashMap<>();
            for (String name : List.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout")) {
                settings.put(
                        name, client.sql("SHOW " + name).query(String.class).single());
            }
            assertThat(settings)
                    .containsEntry("lock_timeout", "1min")
                    .containsEntry("statement_timeout", "10min")
                    .containsEntry("idle_in_transaction_session_timeout", "0");

            try (RunLock held = RunLock.tryTake(server, "上饶市", "2022Q1", Holder.of(Program.caller("test")))
                    .orElseThrow()) {
                assertThat(RunLock.tryTake(server, "上饶市", "2022Q1", Holder.of(Program.caller("test"))))
                        .isEmpty();
                try (RunLock other = RunLock.tryTake(server, "德兴市", "2022Q1", Holder.of(Program.caller("test")))
                        .orElseThrow()) {
                    assertThat(other).isNotSameAs(held);
                }
            }
        }
    }

    @Test
    void a_password_is_taken_from_the_environment_only_and_never_told() throws Exception {
        Path output = Files.createDirectories(folder.resolve("output"));
        String password = "geheim-7301";
        String url = TestDatabase.POSTGRESQL.url(output).orElseThrow();

        Ended wrong = start(
                        output,
                        Path.of("config"),
                        Map.of("BANKSCORE_DB_PASSWORD", password, "BANKSCORE_TRACE", "1"),
                        List.of("check", "2022Q1", "--db", url))
                .ended();
        assertThat(wrong.code()).isEqualTo(6);
        Ended typed = start(
                        output,
                        Path.of("config"),
                        Map.of(),
                        List.of("check", "2022Q1", "--db", url + "?user=bankscore&password=" + password))
                .ended();
        assertThat(typed.code()).isEqualTo(2);

        String said = wrong.said() + typed.said();
        assertThat(said).contains("连不上数据库", "BANKSCORE_DB_PASSWORD").doesNotContain(password);
        assertThat(files(output)).noneMatch(file -> holds(file, password));
    }

    private Started start(Path output, Path config, String command, String period) throws IOException {
        String url = TestDatabase.POSTGRESQL.url(output).orElseThrow();
        return start(output, config, Map.of(), List.of(command, period, "--quiet", "--db", url));
    }

    private Started start(Path output, Path config, Map<String, String> environment, List<String> words)
            throws IOException {
        List<String> line = new ArrayList<>(words);
        line.addAll(List.of("--config", config.toString(), "--output", output.toString()));
        return ProgramProcess.ofThisBuild()
                .in(TestDatabase.credentials())
                .in(environment)
                .start(line);
    }

    /** The configuration of another county. */
    private Path county(String name) throws IOException {
        Path config = FolderCopy.of(Path.of("config"), folder.resolve("config-" + name));
        Path settings = config.resolve("bankscore.yaml");
        Files.writeString(settings, Files.readString(settings).replace("jurisdiction: 上饶市", "jurisdiction: " + name));
        return config;
    }

    private static byte[] result(Path output) throws IOException {
        return Files.readAllBytes(output.resolve("2022Q1").resolve("r1").resolve("result.json"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
