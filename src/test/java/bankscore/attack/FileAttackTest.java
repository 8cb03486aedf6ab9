package bankscore.attack;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.machine.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Promise 5 against files that were made to break it: whatever a file in the sample quarter's folder looks like, the program
 * ends within 512 MB and the processor time below, tells the file by its name, and publishes nothing.
 */
@Tag("attack")
class FileAttackTest {

    /** Of all threads, the virtual machine's own too; it does not depend on how busy the machine is. */
    private static final int SECONDS = 45;

    private static final String QUARTER = "2022Q1";

    private final Path folder;

    FileAttackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What makes a file at a place. */
    @FunctionalInterface
    interface Made {
        void at(Path file) throws IOException;
    }

    /** A file and what is to be said of it. */
    private record Hostile(String name, String said, Made made, Made full) {}

    /** What is wrong with the file as a file: told first and alone. Each at a small size and at the one that once worked. */
    private static final List<Hostile> SETUP = List.of(
            new Hostile(
                    "长行.xlsx",
                    "E107",
                    file -> HostileFiles.rowOfLongTexts(file, 40),
                    file -> HostileFiles.rowOfLongTexts(file, 16_384)),
            new Hostile(
                    "长行.csv",
                    "E107",
                    file -> HostileFiles.rowOfCsv(file, 120, 30_000),
                    file -> HostileFiles.rowOfCsv(file, 16_384, 30_000)),
            new Hostile(
                    "很大.xls",
                    "E107",
                    file -> HostileFiles.hugeXls(file, 300L << 20),
                    file -> HostileFiles.hugeXls(file, 300L << 20)),
            new Hostile(
                    "同一部件.xlsx",
                    "E102",
                    file -> HostileFiles.sheetsOfOnePart(file, 3, 10),
                    file -> HostileFiles.sheetsOfOnePart(file, 255, 100_000)),
            new Hostile("同名.xlsx", "E102", HostileFiles::sheetsOfOneName, HostileFiles::sheetsOfOneName));

    /** What is wrong with what stands in it. */
    private static final List<Hostile> CELLS = List.of(
            new Hostile("空格.xlsx", "N101", HostileFiles::blanksInHeadings, HostileFiles::blanksInHeadings),
            new Hostile(
                    "许多格.xlsx",
                    "N101",
                    file -> HostileFiles.rowsOfTexts(file, 6, 16_384),
                    file -> HostileFiles.rowsOfTexts(file, 50, 16_384)),
            new Hostile(
                    "长数字.xlsx",
                    "E201",
                    file -> HostileFiles.endlessDigits(file, 200),
                    file -> HostileFiles.endlessDigits(file, 2_000)),
            new Hostile(
                    "长名称.xlsx",
                    "E219",
                    file -> HostileFiles.endlessNames(file, 200),
                    file -> HostileFiles.endlessNames(file, 1_740)),
            new Hostile(
                    "长文.xls",
                    "E219",
                    file -> HostileFiles.longTextsOfXls(file, 100),
                    file -> HostileFiles.longTextsOfXls(file, 500)),
            new Hostile(
                    "错行.xlsx",
                    "E120",
                    file -> HostileFiles.wrongRows(file, 3_000),
                    file -> HostileFiles.wrongRows(file, 200_000)),
            new Hostile(
                    "合并.xlsx",
                    "N101",
                    file -> HostileFiles.overlappingRanges(file, 20_000),
                    file -> HostileFiles.overlappingRanges(file, 20_000)));

    @Test
    void files_that_are_wrong_as_files_are_all_told_of_in_one_run() throws Exception {
        attack(SETUP);
    }

    @Test
    void so_are_files_of_which_every_cell_is_wrong() throws Exception {
        attack(CELLS);
    }

    static Stream<String> each() {
        return Stream.concat(SETUP.stream(), CELLS.stream()).map(Hostile::name);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("long")
    @MethodSource("each")
    void each_of_them_at_full_size(String name) throws Exception {
        for (Hostile hostile : Stream.concat(SETUP.stream(), CELLS.stream()).toList()) {
            if (hostile.name().equals(name)) {
                attack(List.of(new Hostile(name, hostile.said(), hostile.full(), hostile.full())));
            }
        }
    }

    private void attack(List<Hostile> files) throws Exception {
        Path input = quarter();
        for (Hostile hostile : files) {
            hostile.made().at(input.resolve(hostile.name()));
        }

        Ended ended = run();

        refused(ended, 3);
        JsonNode findings = JsonMapper.shared()
                .readTree(Files.readAllBytes(output().resolve(QUARTER).resolve("findings/findings.json")));
        for (Hostile hostile : files) {
            List<String> codes = new ArrayList<>();
            for (JsonNode finding : findings) {
                if (finding.path("file").asString("").equals(hostile.name())) {
                    codes.add(finding.path("code").asString(""));
                }
            }
            assertThat(codes).as(hostile.name()).contains(hostile.said());
        }
        Installed.tally("hostile files", files.size());
    }

    @Test
    void a_name_in_the_bytes_of_GBK_is_read_and_shown_as_it_was_meant() throws Exception {
        Path input = quarter();
        Tool.assumeThere("sh");
        // 税收 in GBK
        Tool.run(
                folder,
                List.of(
                        "sh",
                        "-c",
                        "printf '1\\n2\\n' >\"$1/$(printf '\\313\\260\\312\\325').csv\"",
                        "sh",
                        input.toString()));

        Ended ended = run();

        assertThat(ended.hasTrace()).as(ended.said()).isFalse();
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("税收.csv");
    }

    @Test
    void a_path_longer_than_the_system_takes_is_told_by_its_beginning() throws Exception {
        Path input = quarter();
        Tool.assumeThere("python3", "rm");
        String program = """
                import os, sys
                os.chdir(sys.argv[1])
                for i in range(30):
                    os.mkdir('d' * 200)
                    os.chdir('d' * 200)
                open('a.csv', 'w').write('1')
                """;
        try {
            Tool.run(folder, List.of("python3", "-c", program, input.toString()));

            Ended ended = run();

            refused(ended, 3);
            assertThat(ended.said()).contains("E102").contains("ddd").contains("路径太长");
        } finally {
            Tool.run(folder, List.of("rm", "-rf", input.toString()));
        }
    }

    @Test
    void a_formula_of_3000_terms_and_a_number_of_a_million_digits_are_refused() throws Exception {
        Ended ended = withRule(
                whole -> whole.replaceFirst("formula: [^,}\n]*", "formula: deposits" + " + deposits".repeat(3_000))
                        .replaceFirst("max: [^,}\n]*", "max: " + "9".repeat(900_000)));

        assertThat(ended.said()).contains("200 项", "60 位");
    }

    @Test
    void lists_in_lists_are_refused() throws Exception {
        assertThat(withRule(whole -> whole + "deep: " + "[".repeat(100_000)).said())
                .contains("YAML");
    }

    @Test
    @Tag("long")
    void aliases_of_aliases_are_refused() throws Exception {
        String laughs = IntStream.range(1, 10)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(10) + "x]\n")
                .collect(Collectors.joining("", "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n", ""));

        assertThat(withRule(whole -> whole + laughs).said()).contains("YAML");
    }

    @Test
    @Tag("long")
    void a_rule_of_30_megabytes_is_refused() throws Exception {
        assertThat(withRule(whole -> whole + "- a\n".repeat(7_500_000)).said()).contains("1 MB");
    }

    private Ended withRule(UnaryOperator<String> change) throws Exception {
        quarter();
        Path config = FolderCopy.of(Path.of("config"), folder.resolve("config"));
        Path rule = config.resolve("schemes/shangrao-2022.yaml");
        Files.writeString(rule, change.apply(Files.readString(rule)));

        Ended ended = run("--config", config.toString());

        refused(ended, 4);
        assertThat(ended.said()).contains("shangrao-2022.yaml");
        Installed.tally("hostile rules", 1);
        return ended;
    }

    @Test
    void too_little_memory_for_anything_ends_with_a_sentence_and_nothing_is_published() throws Exception {
        quarter();
        Ended ended = started(List.of("-Xmx14m"), "run");

        refused(ended, 6);
        assertThat(ended.said()).contains("内存不够").contains("run " + QUARTER);
    }

    private void refused(Ended ended, int code) throws IOException {
        assertThat(ended.hasTrace()).as(ended.said()).isFalse();
        assertThat(ended.code()).as(ended.said()).isEqualTo(code);
        assertThat(Installed.names(output().resolve(QUARTER))).noneMatch(name -> name.startsWith("r"));
    }

    /** The sample quarter, to put something into. */
    private Path quarter() throws IOException {
        return FolderCopy.of(Path.of("input", QUARTER), folder.resolve("input").resolve(QUARTER));
    }

    private Path output() {
        return folder.resolve("output");
    }

    private Ended run(String... more) throws Exception {
        return started(List.of("-Xmx512m"), "run", more);
    }

    private Ended started(List<String> options, String command, String... more) throws Exception {
        List<String> words = Stream.concat(
                        Stream.of(
                                command,
                                QUARTER,
                                "--input",
                                folder.resolve("input").toString(),
                                "--output",
                                output().toString()),
                        Stream.of(more))
                .toList();
        return ProgramProcess.ofThisBuild()
                .behind(List.of("sh", "-c", "ulimit -t " + SECONDS + "; exec \"$@\"", "sh"))
                .with("-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8")
                .with(options.toArray(String[]::new))
                .in(Map.of())
                .start(words)
                .ended();
    }
}
