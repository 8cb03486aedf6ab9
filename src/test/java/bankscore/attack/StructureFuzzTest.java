package bankscore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.machine.FolderCopy;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.xlsx.Zips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Promise 5 against files nobody thought of: each is refused by its name, or read; and a quarter among whose files it lies is
 * stopped by a finding that names it, or comes to the scores that it comes to without it.
 */
@Tag("attack")
class StructureFuzzTest {

    private static final String QUARTER = "2022Q1";
    private static final int TOGETHER = 20;

    private final Path folder;

    StructureFuzzTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void five_hundred_files_of_made_up_structure() throws Exception {
        attack(0, 500);
    }

    @Test
    @Tag("long")
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void five_thousand() throws Exception {
        attack(1_000_000, 5_000);
    }

    /** Of ten files nine are spreadsheets and one is a rule. */
    private void attack(long seed, int count) throws Exception {
        String scores = scores(quarter("clean"), "clean").orElseThrow();
        Path rules = FolderCopy.of(Path.of("config"), folder.resolve("config"));
        Path rule = rules.resolve("schemes/shangrao-2022.yaml");
        String whole = Files.readString(rule);
        List<Path> read = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < count; i++) {
            HostileStructure structure = new HostileStructure(seed + i);
            if (i % 10 == 9) {
                Files.writeString(rule, structure.rule(whole));
                CommandsInProcess.Said said = new CommandsInProcess(folder.resolve("rules"))
                        .type("check", QUARTER, "--quiet", "--config", rules.toString());
                assertThat(said.text()).as("seed %d", seed + i).doesNotContain("程序内部错误", "内存不够");
                assertThat(said.code()).as("seed %d: %s", seed + i, said.text()).isIn(0, 3, 4);
                continue;
            }
            Path file = structure.spreadsheet(folder, "made" + (seed + i));
            if (isRead(file, seed + i)) {
                read.add(file);
            } else {
                refused++;
            }
            if (read.size() == TOGETHER) {
                among(read, scores);
                read.clear();
            }
        }
        among(read, scores);
        assertThat(refused).as("some are refused, some are not").isBetween(count / 20, count - count / 20);
        Installed.tally("files of made-up structure", count);
    }

    private static boolean isRead(Path file, long seed) throws IOException {
        InputFile input = Zips.input(file);
        try {
            return Workbooks.<Boolean, IOException>reading(input, workbook -> {
                for (Sheet sheet : workbook.sheets()) {
                    assertThat(workbook.mergedRanges(sheet).size()).isNotNegative();
                    try (Rows rows = workbook.rows(sheet)) {
                        int last = -1;
                        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                            assertThat(row.get().index()).as("seed %d", seed).isGreaterThan(last);
                            last = row.get().index();
                        }
                    }
                }
                return true;
            });
        } catch (UnreadableFile e) {
            assertThat(e.finding().place().file()).as("seed %d", seed).isEqualTo(input.name());
            return false;
        }
    }

    /** Files that could be read, among those of a good quarter. */
    private void among(List<Path> files, String scores) throws Exception {
        if (files.isEmpty()) {
            return;
        }
        String name = files.get(0).getFileName().toString();
        Path input = quarter(name);
        for (Path file : files) {
            Files.move(file, input.resolve(QUARTER).resolve(file.getFileName()));
        }
        scores(input, name).ifPresent(found -> assertThat(found).as(name).isEqualTo(scores));
    }

    private Path quarter(String name) throws IOException {
        Path input = folder.resolve("input-" + name);
        FolderCopy.of(Path.of("input", QUARTER), input.resolve(QUARTER));
        return input;
    }

    /** The scores that a run publishes; none if findings stop it, of which each names a file. */
    private Optional<String> scores(Path input, String name) throws IOException {
        Path output = folder.resolve("output-" + name);
        CommandsInProcess.Said said =
                new CommandsInProcess(output).type("run", QUARTER, "--quiet", "--input", input.toString());
        assertThat(said.text()).as(name).doesNotContain("程序内部错误", "内存不够");
        assertThat(said.code()).as("%s: %s", name, said.text()).isIn(0, 3);
        if (said.code() == 3) {
            JsonNode findings = JsonMapper.shared()
                    .readTree(Files.readAllBytes(output.resolve(QUARTER).resolve("findings/findings.json")));
            assertThat(findings.toString()).as(name).contains("made");
            assertThat(output.resolve(QUARTER).resolve("r1")).as(name).doesNotExist();
            return Optional.empty();
        }
        JsonNode result = JsonMapper.shared()
                .readTree(Files.readAllBytes(output.resolve(QUARTER).resolve("r1/result.json")));
        return Optional.of(result.path("banks").toString());
    }
}
