package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.machine.LibreOffice;
import bankscore.machine.PdfPage;
import bankscore.machine.PdfPage.Line;
import bankscore.machine.PdfPage.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page of every paper as it is printed. LibreOffice renders it with the free faces that have the metrics of the
 * usual ones; in Word or WPS lines may break a character earlier or later.
 */
@Tag("elsewhere")
class RenderedPapersTest {

    /** Of one page, without its footer. */
    private static final int FEWEST_LINES = 3;

    /** So few characters a line are a column of words, not of sentences. */
    private static final int NARROW = 10;

    private final Path folder;

    RenderedPapersTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_sample_prints_well() throws Exception {
        assertThat(faults(Path.of("input"))).isEmpty();
    }

    @Test
    void three_banks_print_well() throws Exception {
        ManyBanks.write(folder.resolve("input"), 3);

        assertThat(faults(folder.resolve("input"))).isEmpty();
    }

    @Test
    @Tag("long")
    void sixty_banks_print_well() throws Exception {
        ManyBanks.write(folder.resolve("input"), 60);

        assertThat(faults(folder.resolve("input"))).isEmpty();
    }

    /** With what became of the plan that was approved. */
    @Test
    @Tag("long")
    void the_quarter_after_an_approval_prints_well() throws Exception {
        LibreOffice.assumeThere();
        CommandsInProcess desk = new CommandsInProcess(folder.resolve("output"));
        assertThat(desk.type("run", "2022Q4", "--quiet").code()).isZero();
        assertThat(desk.type("approve", "2022Q4", "r1", "--document", "饶府字〔2023〕1号", "--date", "2023-01-10")
                        .code())
                .isZero();
        assertThat(desk.type("run", "2023Q1", "--quiet").code()).isZero();

        assertThat(faultsOf(folder.resolve("output/2023Q1/r1"))).isEmpty();
    }

    private List<String> faults(Path input) throws Exception {
        LibreOffice.assumeThere();
        Path output = folder.resolve("output");
        try (Program program = new Program(input, output)) {
            assertThat(program.run("2022Q4").revision()).isEqualTo(1);
        }
        return faultsOf(output.resolve("2022Q4/r1"));
    }

    private List<String> faultsOf(Path revision) throws Exception {
        List<Path> papers;
        try (Stream<Path> published = Files.list(revision)) {
            papers = published
                    .filter(file -> file.toString().matches(".*\\.(xlsx|docx)"))
                    .sorted()
                    .toList();
        }
        LibreOffice.convert(papers, "pdf", folder.resolve("pdf"), folder);
        List<String> faults = new ArrayList<>();
        for (Path paper : papers) {
            String name = paper.getFileName().toString().replaceAll("\\..*", "");
            faults.addAll(faultsOf(name, folder.resolve("pdf").resolve(name + ".pdf")));
        }
        return faults;
    }

    private List<String> faultsOf(String name, Path pdf) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        List<PdfPage> pages = PdfPage.of(pdf, folder);
        assertThat(pages).isNotEmpty();
        for (int number = 1; number <= pages.size(); number++) {
            PdfPage page = pages.get(number - 1);
            String where = name + " page " + number + ": ";
            long lines = page.lines().stream()
                    .filter(line -> !isFooter(line))
                    .map(line -> Math.round(line.words().get(0).top() / 4))
                    .distinct()
                    .count();
            if (lines < FEWEST_LINES) {
                faults.add(where + "only " + lines + " lines");
            }
            List<Word> words = page.words();
            for (int i = 0; i < words.size(); i++) {
                Word word = words.get(i);
                if (word.left() < 0 || word.top() < 0 || word.right() > page.width() || word.bottom() > page.height()) {
                    faults.add(where + "beyond the paper: " + word.text());
                }
                if (word.text().startsWith("##")) {
                    faults.add(where + "a number that has no room");
                }
                for (Word other : words.subList(i + 1, words.size())) {
                    if (word.covers(other)) {
                        faults.add(where + word.text() + " lies over " + other.text());
                    }
                }
            }
            for (List<Line> block : page.blocks()) {
                for (int i = 1; i < block.size(); i++) {
                    // The end of a sentence may stand alone, that of a word in a narrow column may not.
                    boolean narrow = block.get(i - 1).text().length() < NARROW;
                    if (narrow && block.get(i).text().matches("\\p{IsHan}")) {
                        faults.add(where + "a word is broken before "
                                + block.get(i).text());
                    }
                }
            }
        }
        return faults;
    }

    private static boolean isFooter(Line line) {
        return line.text().matches(".*校验码.*|第 ?\\d+ ?页.*|— ?\\d+ ?—");
    }
}
