package bankscore.front;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.finding.Words;
import bankscore.load.WordsLoader;
import bankscore.machine.FolderCopy;
import bankscore.run.RuleVersions;
import bankscore.run.questions.RuleProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule read clause by clause says what its file says, in words that nobody needs the file for. */
class RuleReadingTest {

    private static final Path CONFIG = Path.of("config");
    private static final Words WORDS = WordsLoader.load();

    /** What only a rule file is written in. */
    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z])[a-z]+(?:_[a-z]+)*(?![A-Za-z])");

    static Stream<String> rules() throws Exception {
        List<String> ids = new ArrayList<>();
        for (Path folder : List.of(CONFIG.resolve("schemes"), CONFIG.resolve("schemes/examples"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(".yaml"))
                        .map(name -> name.replaceFirst("[.]yaml$", ""))
                        .sorted()
                        .forEach(ids::add);
            }
        }
        return ids.stream();
    }

    private static Answer read(String id) throws Exception {
        RuleProof proof = Known.APPLICATIONS.prove(CONFIG, Optional.empty(), Optional.of(id), WORDS);
        assertThat(proof.differences()).isEmpty();
        return proof.read().get(0);
    }

    private static List<List<String>> rows(Answer answer, String heading) {
        return answer.sections().stream()
                .filter(section -> section.heading().equals(heading))
                .flatMap(section -> section.pieces().stream())
                .map(Piece.Table.class::cast)
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_key_of_its_file_is_left_to_the_reader(String id) throws Exception {
        Answer answer = read(id);

        assertThat(rows(answer, "条款")).isNotEmpty();
        List<String> keys = Stream.of("条款", "参数")
                .flatMap(heading -> rows(answer, heading).stream())
                .flatMap(List::stream)
                .filter(text -> KEY.matcher(text).find())
                .toList();
        assertThat(keys).isEmpty();
    }

    @Test
    void an_assessment_says_who_what_for_how_many_points_and_where_the_money_goes() throws Exception {
        Answer answer = read("shangrao-2022");

        assertThat(rows(answer, "条款"))
                .contains(
                        List.of("参加考核", "—", "假定", "开业满12个月的参加考核。"),
                        List.of(
                                "纳税情况",
                                "第三部分第（一）项第2点",
                                "原文",
                                "加分项，按“上缴税收”计分：分档：不到 500得 0 分；500 及以上不到 1000得 5 分；1000 及以上不到 3000得 10 分；"
                                        + "3000 及以上不到 5000得 15 分；5000 及以上不到 8000得 20 分；8000 及以上不到 10000得 25 分；10000 及以上得 30 分。"));
        assertThat(rows(answer, "参数")).contains(List.of("纳税情况 · 分档 · 第 6 项 · 分值", "25", "第三部分第（一）项第2点", "原文", "53"));
    }

    @Test
    void a_subsidy_says_what_is_granted_to_whom_and_up_to_what() throws Exception {
        assertThat(rows(read("jinhua-2024"), "条款"))
                .anySatisfy(row -> assertThat(row)
                        .startsWith("环境污染责任保险保费补助", "第一条", "原文")
                        .last()
                        .asString()
                        .contains("50%", "同一企业每年合计不超过10,000.00元"))
                .anySatisfy(row -> assertThat(row.get(3)).contains("不符合的不予补助：不在适用区域"));
    }

    @Test
    void two_versions_differ_in_a_sentence_and_in_a_number(@TempDir Path folder) throws Exception {
        FolderCopy.of(CONFIG, folder.resolve("config"));
        Path schemes = folder.resolve("config/schemes");
        Files.writeString(
                schemes.resolve("shangrao-2021.yaml"),
                Files.readString(schemes.resolve("shangrao-2022.yaml"))
                        .replace("scheme: shangrao-2022", "scheme: shangrao-2021")
                        .replace("{from: 8000, points: 25}", "{from: 8000, points: 24}"));

        Answer answer = new RuleVersions(Known.APPLICATIONS, folder.resolve("config"), WORDS)
                .changes("shangrao-2021", "shangrao-2022");

        assertThat(rows(answer, "条款的变化"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .startsWith("纳税情况")
                        .satisfies(said -> assertThat(said.get(1)).contains("得 24 分"))
                        .satisfies(said ->
                                assertThat(said.get(2)).contains("得 25 分").doesNotContain("得 24 分")));
        assertThat(rows(answer, "参数的变化")).contains(List.of("纳税情况 · 分档 · 第 6 项 · 分值", "24", "25"));
    }
}
