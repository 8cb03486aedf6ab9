package bankscore.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.front.Known;
import bankscore.office.CountyState;
import bankscore.run.Office;
import bankscore.run.request.Installation;
import bankscore.run.request.JobFailure;
import bankscore.run.request.RunFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counties were given out and cannot be waited for: some may still be worked on. */
class FailedWaitTest {

    private static final Period PERIOD = new Period(2022, 4);

    @TempDir
    Path folder = Path.of("");

    @Test
    void nothing_is_reported_and_the_next_start_goes_on() throws Exception {
        CountyFolders folders = CountyFolders.of(folder.resolve("counties"), 2, PERIOD.toString());
        Path output = folder.resolve("output");
        try (Program program = new Program(Path.of("input"), output)) {
            Office office = Office.of(new RunFolders(Path.of("config"), Path.of("input"), output), false);
            Counties counties = Counties.of(folders.folder(), office);
            Path report = output.resolve(office.jurisdiction()).resolve(PERIOD.toString());

            assertThatThrownBy(() -> run(program, new NoWait(), counties))
                    .isInstanceOf(JobFailure.class)
                    .hasRootCauseMessage("the database is away");
            assertThat(report).doesNotExist();
            assertThat(JdbcClient.create(program.engine().dataSource())
                            .sql("SELECT step_name || ' ' || status FROM batch_step_execution ORDER BY step_name")
                            .query(String.class)
                            .list())
                    .containsExactly("counties FAILED", "county:县01 STARTING", "county:县02 STARTING");

            ProvinceOutcome.Done second = (ProvinceOutcome.Done) run(program, new Threads(), counties);

            assertThat(second.recovered()).isTrue();
            assertThat(second.counties())
                    .extracting(CountyState::end)
                    .containsExactly(CountyState.End.PUBLISHED, CountyState.End.PUBLISHED);
            assertThat(report.resolve("r1/report.html")).exists();
            assertThat(report.resolve("r2")).doesNotExist();
        }
    }

    private static ProvinceOutcome run(Program program, Spread spread, Counties counties)
            throws JobFailure, IOException, ConfigException {
        return new Province(
                        program.engine(),
                        Known.APPLICATIONS,
                        new Installation(Program.WORDS, Program.CLOCK, "test"),
                        spread,
                        headway -> {})
                .run(
                        counties,
                        Map.of(),
                        new ProvinceRequest(
                                PERIOD, Optional.empty(), false, 1, false, Program.caller("province " + PERIOD)));
    }

    /** Gives the counties out, and then the database goes away. */
    private static final class NoWait implements Spread {

        @Override
        public void withdraw() {}

        @Override
        public void prepare(ProvinceParameters about, Counties counties) {}

        @Override
        public PartitionHandler handler(Step county, int counties, int atOnce) {
            return (splitter, step) -> {
                splitter.split(step, counties);
                throw new IllegalStateException("the database is away");
            };
        }

        @Override
        public boolean isElsewhere() {
            return false;
        }
    }
}
