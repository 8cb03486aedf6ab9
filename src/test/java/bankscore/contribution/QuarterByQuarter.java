package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import bankscore.run.EndedRun;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.request.Installation;
import bankscore.run.request.RunOutcome.Published;
import bankscore.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An office that publishes small quarters one after the other, by a rule that looks back at what it published. */
abstract class QuarterByQuarter {

    @TempDir
    Path folder = Path.of("");

    Path config = Path.of("");
    private int hours;

    /** Its rule in the place of the sample's, and what it was sent in the four quarters of a year. */
    final void begins(String scheme) throws Exception {
        config = FolderCopy.of(Path.of("config"), folder.resolve("config"));
        Files.writeString(config.resolve("schemes/shangrao-2022.yaml"), scheme);
        for (int quarter = 1; quarter <= 4; quarter++) {
            new SmallQuarter(new Period(2022, quarter)).write(folder.resolve("input"));
        }
    }

    /** The program an hour later. */
    final Program later() throws Exception {
        Clock clock = Clock.fixed(
                Instant.parse("2023-01-12T02:00:00Z").plusSeconds(3600L * hours++), ZoneId.of("Asia/Shanghai"));
        return new Program(
                folder.resolve("input"),
                folder.resolve("output"),
                TestDatabase.H2,
                new Installation(Program.WORDS, clock, "test"));
    }

    final EndedRun run(String period) throws Exception {
        try (Program program = later()) {
            return program.run(program.request(period, config, false));
        }
    }

    final void publish(String... periods) throws Exception {
        for (String period : periods) {
            EndedRun run = run(period);
            assertThat(run.end()).as("%s", run.findings()).isEqualTo(Published.class);
        }
    }

    /** What a revision says, such as {@code 2022Q2/r1}. */
    final JsonNode result(String revision) throws Exception {
        return Program.json(folder.resolve("output").resolve(revision).resolve("result.json"));
    }

    /** The lines of the answer why a bank has its result. */
    final List<String> explained(String period, int revision, String bank) throws Exception {
        try (Program program = later()) {
            return new Contribution(program.revisions("上饶市"))
                            .explain(
                                    new Asked(Period.parse(period).orElseThrow(), Optional.of(revision)),
                                    Optional.of(bank))
                            .all()
                            .stream()
                            .flatMap(answer -> answer.sections().stream())
                            .flatMap(section -> section.pieces().stream())
                            .filter(Answer.Piece.Entry.class::isInstance)
                            .flatMap(piece -> ((Answer.Piece.Entry) piece).lines().stream())
                            .toList();
        }
    }
}
