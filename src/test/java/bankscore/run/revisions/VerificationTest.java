package bankscore.run.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ContributionJob;
import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.machine.FolderCopy;
import bankscore.office.Caller;
import bankscore.office.People;
import bankscore.office.Series;
import bankscore.run.Face;
import bankscore.run.request.Installation;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.revisions.Verification.Difference;
import bankscore.run.revisions.Verification.Named;
import bankscore.run.revisions.Verification.Recomputed;
import bankscore.run.revisions.Verification.Verified;
import bankscore.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A published revision is verified, spoiled in one place after the other, and every spoiling is found. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class VerificationTest {

    @Parameter
    private TestDatabase database = TestDatabase.H2;

    private static final Period QUARTER = new Period(2022, 1);

    @TempDir
    Path folder = Path.of("");

    @Test
    void an_untouched_revision_holds_and_comes_out_the_same_when_computed_again() throws Exception {
        try (Program program = published()) {
            Verified verified = verify(program);

            assertThat(verified.differences()).isEmpty();
            assertThat(verified.recomputed()).isEqualTo(Recomputed.SAME);
            assertThat(program.history("上饶市").lines())
                    .extracting(History.Line::outcome)
                    .containsExactly("published", "verified");
        }
    }

    /** A later version may say the same otherwise; that is no change of what was published. */
    @Test
    void a_revision_holds_whatever_words_a_finding_is_shown_in_today() throws Exception {
        try (Program program = published()) {
            Words today = WordsLoader.load().with("finding.N102.title", "另一种说法");
            Verification verification = new Face<>(
                            program.engine(),
                            new Installation(today, Program.CLOCK, "test"),
                            new ContributionJob(),
                            Series.owner("上饶市"),
                            People.NONE,
                            new Remembered())
                    .verification(folder.resolve("output"));

            Verified verified = verify(verification, QUARTER);

            assertThat(verified.differences()).isEmpty();
            assertThat(verified.recomputed()).isEqualTo(Recomputed.SAME);
        }
    }

    @Test
    void a_code_finds_its_revision_however_it_is_typed() throws Exception {
        try (Program program = published()) {
            Verification verification = verification(program, folder.resolve("output"));
            String code = verification
                    .byPeriod(QUARTER, Optional.empty())
                    .orElseThrow()
                    .code();

            assertThat(verification.byCode(code.toLowerCase(Locale.ROOT)))
                    .extracting(Named::number)
                    .containsExactly(1);
            assertThat(verification.byCode("00000000")).isEmpty();
            assertThat(verification.byPeriod(QUARTER, Optional.of(2))).isEmpty();
        }
    }

    @Test
    void every_file_that_was_changed_removed_or_added_is_named() throws Exception {
        try (Program program = published()) {
            Path revision = folder.resolve("output").resolve("2022Q1").resolve("r1");
            Files.writeString(revision.resolve("report.html"), "x", java.nio.file.StandardOpenOption.APPEND);
            Files.delete(revision.resolve("考核结果.xlsx"));
            Files.writeString(revision.resolve("note.txt"), "x");

            assertThat(verify(program).differences())
                    .containsExactlyInAnyOrder(
                            new Difference(
                                    "changed", revision.resolve("report.html").toString()),
                            new Difference(
                                    "missing", revision.resolve("考核结果.xlsx").toString()),
                            new Difference(
                                    "foreign", revision.resolve("note.txt").toString()));
        }
    }

    @Test
    void every_edit_of_the_database_is_found() throws Exception {
        List<String[]> edits = List.of(
                new String[] {"UPDATE history SET os_user = 'other' WHERE seq = 1", "chain"},
                new String[] {"UPDATE history SET outcome = 'findings' WHERE seq = 1", "entry"},
                new String[] {"UPDATE revision SET code = '00000000'", "revision"},
                new String[] {"UPDATE revision SET result_digest = 'x'", "revision"},
                new String[] {"UPDATE revision SET manifest = 'x'", "archive"},
                new String[] {"DELETE FROM published_file WHERE name = 'report.html'", "archive"},
                new String[] {"UPDATE bank_score SET total = total + 1 WHERE position = 1", "stored"},
                new String[] {"UPDATE score_line SET points = 0 WHERE item = 'loan_increment'", "stored"},
                new String[] {"UPDATE staged_figure SET amount = amount + 1 WHERE column_id = 'loans'", "recomputed"});
        Path first = folder.resolve("first");
        published(first).close();
        for (String[] edit : edits) {
            Path copy = folder.resolve("copy" + edits.indexOf(edit));
            FolderCopy.of(first, copy);
            database.copy(first, copy);
            try (Program program = new Program(Path.of("input"), copy, database)) {
                int rows = JdbcClient.create(program.engine().dataSource())
                        .sql(edit[0])
                        .update();

                assertThat(rows).as(edit[0]).isPositive();
                assertThat(verify(program, QUARTER, copy).differences())
                        .as(edit[0])
                        .extracting(Difference::key)
                        .contains(edit[1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022Q1", "2022Q2", "2022Q3", "2022Q4"})
    void every_sample_quarter_is_computed_again_from_the_database_alone(String quarter) throws Exception {
        Period period = Period.parse(quarter).orElseThrow();
        try (Program program = new Program(Path.of("input"), folder.resolve("output"), database)) {
            for (int number = 1; number <= period.quarter(); number++) {
                program.run("2022Q" + number);
            }
            Verified verified = verify(program, period, folder.resolve("output"));

            assertThat(verified.differences()).isEmpty();
            assertThat(verified.recomputed()).isEqualTo(Recomputed.SAME);
        }
    }

    @Test
    void an_entry_keeps_arguments_of_any_length() throws Exception {
        String arguments = "verify 2022Q1" + " --input 很长的路径".repeat(500_000 / 15);
        try (Program program = published()) {
            Verification verification = verification(program, folder.resolve("output"));
            verification.verify(
                    verification.byPeriod(QUARTER, Optional.empty()).orElseThrow(),
                    new Caller("u".repeat(1000), "m".repeat(1000), arguments, ZonedDateTime.now(Program.CLOCK)));

            assertThat(program.history("上饶市").lines().get(1).arguments()).isEqualTo(arguments);
            assertThat(verify(program).holds()).isTrue();
        }
    }

    private Program published() throws Exception {
        return published(folder.resolve("output"));
    }

    private Program published(Path output) throws Exception {
        Program program = new Program(Path.of("input"), output, database);
        assertThat(program.run("2022Q1").end()).isEqualTo(Published.class);
        return program;
    }

    private Verified verify(Program program) throws Exception {
        return verify(program, QUARTER, folder.resolve("output"));
    }

    private Verified verify(Program program, Period period, Path output) throws Exception {
        return verify(verification(program, output), period);
    }

    private static Verified verify(Verification verification, Period period) throws Exception {
        return verification
                .verify(
                        verification.byPeriod(period, Optional.empty()).orElseThrow(),
                        Program.caller("verify " + period))
                .orElseThrow();
    }

    private static Verification verification(Program program, Path output) {
        return program.face("上饶市").verification(output);
    }
}
