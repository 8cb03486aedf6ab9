package bankscore.run.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
import bankscore.contribution.SmallQuarter;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import bankscore.run.EndedRun;
import bankscore.run.request.Deletion;
import bankscore.run.request.Installation;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.revisions.Verification.Named;
import bankscore.run.revisions.Verification.Recomputed;
import bankscore.run.revisions.Verification.Verified;
import bankscore.store.HistoryStore;
import bankscore.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Promise 4: a published revision never changes, and {@code verify} finds every edit of an entry, of a published file and of
 * a stored figure: each column of each table is changed in its turn, and a row of each table is taken out.
 */
@Tag("attack")
class TamperedTest {

    private static final Period QUARTER = new Period(2022, 4);

    /**
     * What is no record of a published revision: Spring Batch's and Flyway's own tables, what is locked, and by whom; and
     * which rule has the folders, which the revisions in them say too.
     */
    private static final Set<String> APART = Set.of("RUN_LOCK", "RUN_HOLDER", "FOLDER_OWNER", "flyway_schema_history");

    @TempDir
    Path folder = Path.of("");

    private Path input() {
        return folder.resolve("input");
    }

    private Path output() {
        return folder.resolve("output");
    }

    private record Column(String table, String name, String type) {}

    @Test
    void every_column_and_every_row_that_is_changed_is_found() throws Exception {
        try (Program program = published()) {
            JdbcClient database = JdbcClient.create(program.engine().dataSource());
            // The first entry must not be the last one: what follows hangs on it.
            assertThat(holds(program)).isTrue();
            Set<String> tables = new LinkedHashSet<>();
            Set<String> empty = new LinkedHashSet<>();
            List<String> unseen = new ArrayList<>();
            int edits = 0;
            for (Column column : columns(database)) {
                if (count(database, column.table()) == 0) {
                    empty.add(column.table());
                    continue;
                }
                unseen.addAll(unseen(program, database, column.table(), edit(column)));
                edits++;
                if (tables.add(column.table())) {
                    unseen.addAll(unseen(
                            program, database, column.table(), "DELETE FROM " + column.table() + " WHERE _ROWID_ = "));
                    edits++;
                }
            }
            assertThat(unseen).isEmpty();
            assertThat(tables)
                    .contains("HISTORY", "REVISION", "PUBLISHED_FILE", "STAGED_SOURCE", "STAGED_FIGURE")
                    .contains("FINDING", "BANK_SCORE", "SCORE_LINE", "PLAN_ROW");
            // What subsidies alone stage and keep, and what people decide (SignedTest), is changed in tests of their
            // own; so is what workers of a province are given (SharedOutTest).
            assertThat(empty)
                    .isSubsetOf(
                            "APPROVAL",
                            "DECISION",
                            "STAGED_REASON",
                            "RESULT_BLOCK",
                            "STAGED_CLAIMS",
                            "STAGED_PARTIES",
                            "INT_CHANNEL_MESSAGE",
                            "PROVINCE_COUNTY",
                            "SHARED_CONTENT",
                            "SHARED_FILE",
                            "WORKER");
            assertThat(holds(program)).isTrue();
            tally("edits of stored rows found", edits);
        }
    }

    @Test
    void folders_that_are_given_to_another_rule_are_told_and_those_of_nobody_are_their_revisions() throws Exception {
        try (Program program = published()) {
            JdbcClient database = JdbcClient.create(program.engine().dataSource());
            database.sql("UPDATE folder_owner SET rule = 'another'").update();
            assertThat(holds(program)).isFalse();
            database.sql("DELETE FROM folder_owner").update();
            assertThat(holds(program)).isTrue();
        }
    }

    @Test
    void every_kind_of_published_file_that_is_changed_is_found() throws Exception {
        try (Program program = published()) {
            Path revision = output().resolve("2022Q4").resolve("r1");
            List<String> names;
            try (Stream<Path> files = Files.list(revision)) {
                names = files.map(path -> path.getFileName().toString()).toList();
            }
            assertThat(names).hasSize(5);
            for (String name : names) {
                byte[] whole = Files.readAllBytes(revision.resolve(name));
                Files.writeString(revision.resolve(name), " ", StandardOpenOption.APPEND);
                assertThat(holds(program)).as(name).isFalse();
                Files.write(revision.resolve(name), whole);
            }
            assertThat(holds(program)).isTrue();
            tally("edits of published files found", names.size());
        }
    }

    /** Another rule is in force since, the files of then are gone, and new ones lie in their place. */
    @Test
    void an_old_quarter_is_computed_again_by_its_own_scheme_whatever_became_of_input_and_configuration()
            throws Exception {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        Path scheme = config.resolve("schemes").resolve("shangrao-2022.yaml");
        try (Program program = published()) {
            byte[] result = Files.readAllBytes(result());
            Files.writeString(
                    scheme, Files.readString(scheme).replace("{from: 500, points: 5}", "{from: 500, points: 4}"));
            Deletion.of(input());
            new SmallQuarter(QUARTER).write(input());
            assertThat(program.run(program.request("2022Q4", config, false)).revision())
                    .isEqualTo(2);
            Deletion.of(input());
            Deletion.of(config);

            for (int revision = 1; revision <= 2; revision++) {
                Verified verified = verify(program, revision);
                assertThat(verified.differences()).isEmpty();
                assertThat(verified.recomputed()).isEqualTo(Recomputed.SAME);
            }
            assertThat(Files.readAllBytes(result())).isEqualTo(result);
        }
    }

    @Test
    void a_copy_of_the_output_folder_is_a_backup_and_putting_it_back_restores_everything() throws Exception {
        Path backup = folder.resolve("backup");
        published().close();
        FolderCopy.of(output(), backup);
        Deletion.of(output());
        FolderCopy.of(backup, output());

        try (Program program = new Program(input(), output())) {
            assertThat(holds(program)).isTrue();
            assertThat(program.run("2022Q4").end()).isEqualTo(NothingNew.class);
            assertThat(program.history("上饶市").lines())
                    .extracting(History.Line::outcome)
                    .containsExactly("published", "verified", "nothing_new");
        }
    }

    @Test
    void a_clock_that_jumps_back_disturbs_neither_the_run_nor_the_order_of_the_history() throws Exception {
        published().close();
        Installation before =
                new Installation(Program.WORDS, Clock.offset(Program.CLOCK, Duration.ofDays(-400)), "later");
        try (Program program = new Program(input(), output(), TestDatabase.H2, before)) {
            EndedRun outcome = program.run("2022Q4");

            assertThat(outcome.end()).isEqualTo(Published.class);
            assertThat(outcome.revision()).isEqualTo(2);
            assertThat(holds(program)).isTrue();
            assertThat(new HistoryStore(program.engine().dataSource()).all())
                    .extracting(link -> link.entry().at().substring(0, 10))
                    // 400 days before 2023-01-12.
                    .containsExactly("2023-01-12", "2021-12-08", "2023-01-12");
        }
    }

    private Program published() throws Exception {
        // A row that is no row of data is a finding that stops nothing.
        new SmallQuarter(QUARTER).set(SmallQuarter.TAX, "税收", "A8", "制表人：甲").write(input());
        Program program = new Program(input(), output());
        assertThat(program.run("2022Q4").end()).isEqualTo(Published.class);
        return program;
    }

    /** Changes a row of a table, or takes it out, verifies, and puts everything back, the history included. */
    private List<String> unseen(Program program, JdbcClient database, String table, String change) throws Exception {
        // The last entry of the history is not the revision's.
        String row = "(SELECT " + (table.equals("HISTORY") ? "MIN" : "MAX") + "(_ROWID_) FROM " + table + ")";
        Set<String> tables = new LinkedHashSet<>(List.of(table, "HISTORY", "HISTORY_HEAD"));
        for (String each : tables) {
            database.sql("CREATE TABLE kept_" + each + " AS SELECT * FROM " + each)
                    .update();
        }
        int changed = database.sql(change + row).update();
        boolean seen = !holds(program);
        for (String each : tables) {
            database.sql("DELETE FROM " + each).update();
            database.sql("INSERT INTO " + each + " SELECT * FROM kept_" + each).update();
            database.sql("DROP TABLE kept_" + each).update();
        }
        return changed == 1 && seen ? List.of() : List.of(change);
    }

    private static String edit(Column column) {
        String name = column.name();
        String value = switch (column.type()) {
            case "CHARACTER VARYING", "CHARACTER LARGE OBJECT" ->
                "CASE WHEN COALESCE(" + name + ", '') = '' THEN 'x' WHEN LEFT(" + name
                        + ", 1) = '9' THEN '8' || SUBSTRING(" + name + ", 2) ELSE '9' || SUBSTRING(" + name
                        + ", 2) END";
            case "INTEGER", "BIGINT", "NUMERIC" -> "COALESCE(-" + name + ", 0) - 7";
            case "BOOLEAN" -> "NOT " + name;
            case "DATE" -> "COALESCE(" + name + ", DATE '2000-01-01') + 1";
            case "BINARY VARYING" -> "X'00'";
            default -> throw new IllegalArgumentException(column.toString());
        };
        return "UPDATE " + column.table() + " SET " + name + " = " + value + " WHERE _ROWID_ = ";
    }

    private static List<Column> columns(JdbcClient database) {
        return database
                .sql("SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c"
                        + " WHERE c.table_schema = 'PUBLIC' AND c.table_name NOT LIKE 'BATCH%'"
                        + " ORDER BY c.table_name, c.ordinal_position")
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(column -> !APART.contains(column.table()))
                .toList();
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
    }

    private Path result() {
        return output().resolve("2022Q4").resolve("r1").resolve("result.json");
    }

    private boolean holds(Program program) throws Exception {
        return verify(program, 1).holds();
    }

    /** As the command does: a revision that the database no longer knows is a difference as well. */
    private Verified verify(Program program, int revision) throws Exception {
        Verification verification = program.face("上饶市").verification(output());
        Optional<Named> named = verification.byPeriod(QUARTER, Optional.of(revision));
        if (named.isEmpty()) {
            Named lost = new Named(QUARTER, 1, "", "", "", false, Optional.empty());
            return new Verified(lost, Optional.empty(), verification.lost(QUARTER), Recomputed.OTHERWISE, 0);
        }
        return verification.verify(named.get(), Program.caller("verify 2022Q4")).orElseThrow();
    }

    private static void tally(String what, int count) throws IOException {
        Path target = Files.createDirectories(Path.of("target", "attack"));
        Files.writeString(Files.createTempFile(target, "tally", ".txt"), what + ": " + count + "\n");
    }
}
