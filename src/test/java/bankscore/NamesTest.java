package bankscore;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.ConfigException;
import bankscore.load.dataset.DatasetLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Datasets and columns are named in {@code config/datasets} and in rules. What an application must know by itself stands
 * once, in its {@code Names}; the chassis knows none.
 */
class NamesTest {

    private static final Path SOURCES = Path.of("src/main/java/bankscore");

    /** What opens and closes, and what must not be looked into: literals and comments. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<block>\"\"\"[\\s\\S]*?\"\"\")|\"(?<text>(?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\\\n])+'"
                    + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/|(?<open>[({\\[])|(?<close>[)}\\]])");

    private static final Pattern CALLED = Pattern.compile("(?:(Map|Keys)\\.)?(\\w+)\\s*$");

    /** Calls whose texts are no ids of datasets or columns, though the same word may be one. */
    private static final Set<String> OTHER_WORDS = Set.of(
            // keys of sentences, and their placeholders
            "text",
            "texts",
            "say",
            "complain",
            "confirm",
            "misused",
            "line",
            "head",
            "card",
            "fact",
            "with",
            "Map.of",
            "Misaddressed",
            "computeIfPresent",
            // what a browser sends, and what a template shows
            "RequestParam",
            "PathVariable",
            "addAttribute",
            // keys of JSON
            "put",
            "putOrNull",
            "putArray",
            "path",
            "Fields",
            "may",
            // keys of YAML, and what is wrong with them
            "Keys.of",
            "fields",
            "need",
            "get",
            "has",
            "word",
            "number",
            "refuse",
            // columns of tables in the database
            "getString",
            "getLong",
            "getDate",
            "getBigDecimal",
            "getBoolean",
            // parameters of methods of scoring
            "parameter",
            "between",
            // options of the command line, attributes of XML
            "Parameters",
            "Option",
            "attribute");

    /** Words in lists of keys that only look like an id, by room. */
    private static final Map<String, Set<String>> HOMONYMS = Map.ofEntries(
            Map.entry("cli", Set.of("code", "due", "history", "period")),
            // placeholders of sentences, fields of forms
            Map.entry("desk", Set.of("code", "file", "name", "period", "reason", "subject")),
            Map.entry(
                    "contribution/book",
                    Set.of("adjustment", "bank", "code", "fund", "note", "points", "pool", "value")),
            Map.entry("contribution/papers", Set.of("adjustment", "amount", "bank", "due", "fund", "note", "pool")),
            Map.entry("contribution/say", Set.of("amount", "day", "fund", "item", "name", "points", "unit", "value")),
            Map.entry("paper/returns", Set.of("bank", "cell", "code", "file", "reason")),
            // words and keys of rules and cases: by the roster's order, a card's points, what has not fallen due
            Map.entry("contribution/allocation", Set.of("amount", "kind", "roster")),
            Map.entry(
                    "contribution/load",
                    Set.of("amount", "by", "fund", "kind", "name", "points", "roster", "source", "unmatured")),
            // a placeholder of a reason
            Map.entry("contribution/scheme", Set.of("fund")),
            // words of keys, such as a range of days that is the period
            Map.entry("load", Set.of("bank", "by", "day", "kind", "measure", "name", "period", "product", "unit")),
            // the code and period of a revision on its slip, and where they are kept
            Map.entry("paper/letter", Set.of("code", "period")),
            Map.entry("store", Set.of("counties", "history")),
            // a folder of counties, the step that runs them, headings of their report
            Map.entry("front", Set.of("counties")),
            Map.entry("province", Set.of("code", "counties", "county", "kind", "period", "value")),
            Map.entry("run/revisions", Set.of("code")),
            // placeholders of a measure's sentence
            Map.entry("rule/say", Set.of("name", "unit")),
            // sheets, and places of a letter and a page
            Map.entry("subsidy/book", Set.of("parameters", "recovered")),
            Map.entry("subsidy/papers", Set.of("account", "amount", "reason")),
            // keys of rules and cases
            Map.entry("subsidy/load", Set.of("amount")),
            Map.entry("watch/load", Set.of("by", "subjects")),
            Map.entry("watch/say", Set.of("by")),
            // headings, and figures of a target or an index
            Map.entry("watch/book", Set.of("name", "note", "period")),
            Map.entry("watch/papers", Set.of("name", "period", "subjects", "value")),
            // a run that goes on, and what it is of
            Map.entry("run", Set.of("period", "recovered")));

    @Test
    void no_source_but_names_holds_the_id_of_a_dataset_or_column() throws IOException, ConfigException {
        Set<String> ids = new HashSet<>();
        DatasetLoader.loadAll(Path.of("config/datasets")).forEach(dataset -> {
            ids.add(dataset.id());
            dataset.columns().forEach(column -> ids.add(column.id()));
        });
        Set<String> found = new TreeSet<>();
        for (Path source : sources()) {
            String name = SOURCES.relativize(source).toString().replace('\\', '/');
            for (String id : named(Files.readString(source), ids)) {
                if (HOMONYMS.entrySet().stream()
                        .noneMatch(room -> name.startsWith(room.getKey() + "/")
                                && room.getValue().contains(id))) {
                    found.add(name + ": " + id);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Names.java"))
                    .sorted()
                    .toList();
        }
    }

    /** The ids that a source holds as a text, but for those in calls that take other words. */
    private static List<String> named(String source, Set<String> ids) {
        Deque<String> open = new ArrayDeque<>();
        return TOKEN.matcher(source)
                .results()
                .flatMap(token -> named(source, token, ids, open).stream())
                .toList();
    }

    private static List<String> named(String source, MatchResult token, Set<String> ids, Deque<String> open) {
        String written = token.group();
        switch (written.charAt(0)) {
            case '(', '{', '[' -> open.push(written.equals("(") ? called(source.substring(0, token.start())) : written);
            case ')', '}', ']' -> open.pop();
            case '"' -> {
                String text = written.substring(1, written.length() - 1);
                boolean other = !open.isEmpty() && OTHER_WORDS.contains(open.peek());
                return ids.contains(text) && !other ? List.of(text) : List.of();
            }
            default -> {}
        }
        return List.of();
    }

    /** What is called with the bracket that opens behind a text. */
    private static String called(String before) {
        Matcher matcher = CALLED.matcher(before.substring(Math.max(0, before.length() - 100)));
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1) + "." + matcher.group(2);
    }
}
