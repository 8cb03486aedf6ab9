package bankscore.job;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.domain.Period;
import bankscore.domain.finding.Level;
import bankscore.domain.finding.PrintedFinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form in which figures arrive changes nothing but places; a mistake at any place is named at that place. */
class MetamorphicTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void sixty_rewritten_quarters_give_the_same_result() throws Exception {
        assertThat(differences(0, 60)).isEmpty();
    }

    @Test
    @Tag("long")
    void five_hundred_rewritten_quarters_give_the_same_result() throws Exception {
        assertThat(differences(60, 560)).isEmpty();
    }

    private List<String> differences(long from, long to) throws Exception {
        List<String> differences = new ArrayList<>();
        Path clean = folder.resolve("clean");
        new SmallQuarter(new Period(2022, 4)).write(clean);
        Path input = folder.resolve("input");
        Map<?, ?> expected;
        try (Program program = new Program(clean, folder.resolve("clean-output"))) {
            expected = withoutPlaces(program.result("2022Q4"));
        }
        try (Program program = new Program(input, folder.resolve("output"))) {
            for (long seed = from; seed < to; seed++) {
                RevisionFolder.delete(input);
                new RewrittenQuarter(seed).rewrite(clean.resolve("2022Q4"), input.resolve("2022Q4"));
                try {
                    if (!withoutPlaces(program.result("2022Q4")).equals(expected)) {
                        differences.add("seed " + seed + ": another result");
                    }
                } catch (AssertionError e) {
                    differences.add("seed " + seed + ": " + e.getMessage());
                }
            }
        }
        return differences;
    }

    /** Everything but the findings, whose hidden rows and notes belong to the form, and the code, which covers them. */
    private static Map<?, ?> withoutPlaces(Map<?, ?> result) {
        Map<Object, Object> bare = new LinkedHashMap<>(result);
        bare.remove("findings");
        bare.remove("code");
        return bare;
    }

    @Test
    void a_mistake_at_a_seeded_place_is_named_at_exactly_that_cell() throws Exception {
        Path input = folder.resolve("planted");
        Object[][] kinds = {
            {"约三百万", "E201"},
            {"1,23,4", "E202"},
            {"78.5%", "E203"},
            {"", "E206"},
            {-1, "E207"},
            {1e33, "E215"},
            {SmallQuarter.Special.BROKEN, "E204"},
            {SmallQuarter.Special.UNCACHED, "E205"},
        };
        try (Program program = new Program(input, folder.resolve("planted-output"))) {
            for (long seed = 0; seed < 40; seed++) {
                Random dice = new Random(seed * 31 + 7);
                Object[] kind = kinds[dice.nextInt(kinds.length)];
                String cell = "BCDEFGH".charAt(dice.nextInt(7)) + Integer.toString(4 + dice.nextInt(3));
                new SmallQuarter(new Period(2022, 4))
                        .set(SmallQuarter.CREDIT, "存贷款", cell, kind[0])
                        .write(input);

                List<PrintedFinding> errors = program.check("2022Q4").findings().stream()
                        .filter(finding -> finding.level() == Level.ERROR)
                        .toList();

                assertThat(errors.stream()
                                .map(finding ->
                                        finding.code() + " " + finding.place().cell()))
                        .as("seed " + seed)
                        .containsExactly(kind[1] + " " + cell);
            }
        }
    }

    @Test
    void files_written_by_libreoffice_are_read_the_same() throws Exception {
        Path clean = folder.resolve("clean");
        new SmallQuarter(new Period(2022, 4)).write(clean);
        Map<?, ?> expected;
        try (Program program = new Program(clean, folder.resolve("clean-output"))) {
            expected = withoutPlaces(program.result("2022Q4"));
        }
        for (String format : List.of("xlsx", "xls")) {
            Path input = folder.resolve("office-" + format);
            LibreOffice.convertAll(clean.resolve("2022Q4"), input.resolve("2022Q4"), format, folder);
            try (Program program = new Program(input, folder.resolve("office-output-" + format))) {
                assertThat(withoutPlaces(program.result("2022Q4"))).as(format).isEqualTo(expected);
            }
        }
    }

    /** Drives LibreOffice, where the machine has it; elsewhere the test is skipped. */
    private static final class LibreOffice {

        private LibreOffice() {}

        static void convertAll(Path from, Path to, String format, Path folder) throws Exception {
            List<Path> files;
            try (java.util.stream.Stream<Path> all = java.nio.file.Files.walk(from)) {
                files = all.filter(java.nio.file.Files::isRegularFile).toList();
            }
            List<String> command = new ArrayList<>(List.of(
                    "soffice",
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--convert-to",
                    format,
                    "--outdir",
                    to.toString()));
            files.forEach(file -> command.add(file.toString()));
            Process process;
            try {
                process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("soffice.log").toFile())
                        .start();
            } catch (java.io.IOException e) {
                org.junit.jupiter.api.Assumptions.abort("no LibreOffice on this machine");
                return;
            }
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                org.junit.jupiter.api.Assumptions.abort("LibreOffice did not answer");
            }
        }
    }
}
