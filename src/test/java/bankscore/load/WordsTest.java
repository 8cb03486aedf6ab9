package bankscore.load;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Code;
import bankscore.finding.Words;
import bankscore.rule.FormulaException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Pattern SENTENCE = Pattern.compile("\"[^\"]*[\\u4e00-\\u9fff]{2,}[，。！？][^\"]*\"");

    private final Words words = WordsLoader.load();

    @Test
    void every_code_has_its_words_and_every_word_its_code() {
        Set<String> expected = new TreeSet<>();
        for (Code code : Code.values()) {
            for (String part : List.of("title", "found", "expected", "action")) {
                expected.add("finding." + code.name() + "." + part);
            }
        }
        Set<String> there = words.keys().stream()
                .filter(key -> key.matches("finding\\.[EWN][0-9]+\\.[a-z]+"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).isEqualTo(expected);
    }

    @Test
    void titles_have_at_most_twenty_characters() {
        for (Code code : Code.values()) {
            assertThat(words.text("finding." + code.name() + ".title"))
                    .as(code.name())
                    .hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void every_refusal_of_configuration_has_its_words() throws IOException {
        Pattern refusal = Pattern.compile(
                "(?:refuse|refuseText|refuseUnknown|ConfigProblem)\\((?:[^()\"]|\\([^()]*\\))*\"([a-z_]+)\"");
        Set<String> missing = new TreeSet<>();
        for (Path source : sources("load")) {
            Matcher matcher = refusal.matcher(Files.readString(source));
            while (matcher.find()) {
                if (!matcher.group(1).endsWith("_") && !words.has("config." + matcher.group(1))) {
                    missing.add(source.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        for (FormulaException.Problem problem : FormulaException.Problem.values()) {
            assertThat(words.has("config.formula_" + problem.name().toLowerCase(Locale.ROOT)))
                    .as(problem.name())
                    .isTrue();
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_source_holds_a_sentence_for_users() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (Path source : sources("")) {
            List<String> lines = Files.readAllLines(source);
            for (String line : lines) {
                if (SENTENCE.matcher(line).find() && !line.strip().startsWith("*")) {
                    sentences.add(source.getFileName() + ": " + line.strip());
                }
            }
        }
        assertThat(sentences).as("words belong in the message files").isEmpty();
    }

    @Test
    void a_term_stands_once_and_papers_refer_to_it() throws IOException {
        Properties terms = properties("terms.properties");
        List<String> again = new ArrayList<>();
        for (String file : List.of(
                "report.properties", "paper.properties", "subsidy.properties", "watch.properties", "rule.properties")) {
            properties(file).forEach((key, value) -> {
                if (!value.toString().isEmpty() && terms.containsValue(value) && !isHomonym(key.toString())) {
                    again.add(key + "=" + value);
                }
            });
        }
        assertThat(again).as("refer to the term by @{its key}").isEmpty();
    }

    /** A column of a sender's sheet and a unit of one are named like a term, and are none. */
    private static boolean isHomonym(String key) {
        return key.startsWith("book.column.") || key.startsWith("book.unit.") || key.startsWith("template.kind.");
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> sources(String room) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/bankscore", room))) {
            return all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
