package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One word for one thing in everything that is published. */
class TermsTest {

    /** What is not the term, and the term. */
    private static final Map<String, String> NOT_THE_TERM = Map.of(
            "扣分项", "减分项",
            "名册", "名录",
            "总得分", "总分",
            "占比", "贡献度",
            "平均数", "平均值",
            "划出", "转出",
            "划入", "转入",
            "收回（提前支取）", "提前支取");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"2022Q1", "2022Q4"})
    void every_paper_of_the_sample_says_the_term(String period) throws Exception {
        Map<String, String> papers = new LinkedHashMap<>();
        try (Program program = new Program(Path.of("input"), folder)) {
            Path revision = program.run(period).folder();
            try (var files = Files.list(revision)) {
                for (Path file : files.sorted().toList()) {
                    papers.put(file.getFileName().toString(), text(file));
                }
            }
        }
        List<String> wrong = new ArrayList<>();
        papers.forEach((paper, text) -> NOT_THE_TERM.forEach((word, term) -> {
            int at = text.indexOf(word);
            if (at >= 0) {
                wrong.add(paper + ": " + term + " is meant: "
                        + text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20)));
            }
        }));

        assertThat(papers).hasSizeGreaterThanOrEqualTo(5);
        assertThat(wrong).isEmpty();
    }

    /** All text of a file; of a document, of all its parts. */
    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith("x")) {
            return Files.readString(file);
        }
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString().replaceAll("<[^>]*>", "");
    }
}
