package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Ended;
import bankscore.run.EndedRun;
import bankscore.run.request.RunOutcome.Published;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register whose names nobody would give a bank, from the sheets to the pages for the banks. */
class HostileNamesTest {

    private static final String OVERRIDE = Character.toString(0x202E);

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_bank_gets_its_page_under_a_name_that_a_system_takes_and_nothing_lies_elsewhere() throws Exception {
        Path input = folder.resolve("input");
        String longName = "长".repeat(198) + "银行";
        new SmallQuarter(new Period(2022, 4))
                .rows(
                        SmallQuarter.ROSTER,
                        "银行名录",
                        3,
                        List.of("../B/1", "工商银行", "../../工行", "", "国有", LocalDate.of(1990, 1, 1), "是"),
                        List.of("..:B:1", "招商银行", "工行" + OVERRIDE + "<b>", "招行", "股份制", LocalDate.of(2005, 6, 1), "是"),
                        List.of("B003", longName, "", "浙商银行", "股份制", LocalDate.of(2010, 6, 1), "是"),
                        List.of("..?B?1", "农发行", "..\\..\\工行", "", "政策性", LocalDate.of(1995, 1, 1), "否"))
                .write(input);
        try (Program program = new Program(input, folder.resolve("output"))) {
            EndedRun outcome = program.run("2022Q4");
            assertThat(outcome.end()).as("%s", outcome.findings()).isEqualTo(Published.class);
        }
        Path pages = folder.resolve("pages/for/banks");

        Ended ended = ProgramProcess.ofThisBuild()
                .start(
                        "explain",
                        "2022Q4",
                        "--all",
                        "--quiet",
                        "--output",
                        folder.resolve("output").toString(),
                        "--word",
                        pages.toString())
                .ended();

        assertThat(ended.code()).as(ended.said()).isZero();
        Map<String, String> titles = new TreeMap<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path file : files.toList()) {
                titles.put(file.getFileName().toString(), title(file));
            }
        }
        assertThat(titles)
                .isEqualTo(Map.of(
                        "得分说明_2022Q4__B_1__.._工行.docx",
                        "工商银行",
                        "得分说明_2022Q4__B_1_工行_b_.docx",
                        "招商银行",
                        "得分说明_2022Q4_B003_" + "长".repeat(32) + ".docx",
                        longName,
                        "得分说明_2022Q4__B_1__.._工行(2).docx",
                        "农发行"));
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("input", "output", "pages");
        }
    }

    private static String title(Path file) throws Exception {
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText().lines().findFirst().orElseThrow();
        }
    }
}
