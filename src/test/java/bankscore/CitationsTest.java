package bankscore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whoever follows a citation arrives: a document of {@code src/docs} ({@code output.md}), an anchor in it ({@code
 * output.md#numbers}), a decision ({@code D14}, the same as {@code decisions.md#D14}), a file that a document links to.
 *
 * <p>In Java a decision is what a comment names so, or a literal of the program that says nothing else; the address of a
 * cell stands as code, {@code D7}, and is none.
 */
class CitationsTest {

    private static final Path DOCS = Path.of("src", "docs");
    private static final Path DECISIONS = DOCS.resolve("decisions.md");

    private static final Pattern DOCUMENT = Pattern.compile("([A-Za-z][\\w./-]*\\.md)(?:#([\\w-]+))?(?![\\w])");
    private static final Pattern DECISION = Pattern.compile("(?<![A-Za-z0-9#])D([0-9]+)(?![A-Za-z0-9])");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    private static final Pattern FINDING = Pattern.compile("\\b[EWN][0-9]{3}\\b");

    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern ID = Pattern.compile("<a id=\"([^\"]+)\"></a>");
    private static final Pattern DECIDED = Pattern.compile(
            "<a id=\"(D[0-9]+)\"></a>\n#+ \\1 (?:(?!<a id).)*?\\*\\*Mark:\\*\\*\\s(\\w+)", Pattern.DOTALL);
    private static final Pattern PRINTED = Pattern.compile("reading\\.(D[0-9]+)\\.mark=(\\w+)");

    /** Literals and comments of Java, whichever begins first. */
    private static final Pattern JAVA = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\])++'" + "|//[^\n]*|/\\*.*?\\*/",
            Pattern.DOTALL);

    private static final Pattern AS_CODE = Pattern.compile("\\{@code [^}]*\\}");
    private static final Pattern LITERAL = Pattern.compile("\"D[0-9]+\"");
    private static final Pattern YAML_COMMENT = Pattern.compile("(?:^|\\s)#.*$", Pattern.MULTILINE);

    @Test
    void every_document_and_anchor_that_a_source_cites_is_there() throws IOException {
        assertThat(lost(CitationsTest::documents)).isEmpty();
    }

    @Test
    void every_decision_that_a_source_cites_is_decided() throws IOException {
        assertThat(lost(CitationsTest::decisions)).isEmpty();
    }

    @Test
    void every_link_of_a_document_leads_somewhere() throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path document : files(DOCS, ".md")) {
            lost.addAll(links(document, Files.readString(document)));
        }
        Path readme = Path.of("README.md");
        lost.addAll(links(readme, Files.readString(readme)));
        assertThat(lost).isEmpty();
    }

    @Test
    void every_finding_that_a_document_names_is_in_the_catalogue() throws IOException {
        Set<String> catalogue = new HashSet<>();
        found(FINDING, Files.readString(DOCS.resolve("codes.md"))).forEach(code -> catalogue.add(code.group()));
        List<String> named = new ArrayList<>();
        for (Path document : files(DOCS, ".md")) {
            found(FINDING, Files.readString(document)).forEach(code -> named.add(code.group()));
        }
        assertThat(catalogue).containsAll(named);
    }

    @Test
    void the_book_prints_each_decision_with_the_mark_that_the_document_gives_it() throws IOException {
        Map<String, String> decided = new TreeMap<>();
        for (MatchResult each : found(DECIDED, Files.readString(DECISIONS))) {
            decided.put(each.group(1), each.group(2).toUpperCase(Locale.ROOT));
        }
        Map<String, String> printed = new TreeMap<>();
        for (Path words : files(Path.of("src", "main", "resources"), ".properties")) {
            found(PRINTED, Files.readString(words)).forEach(each -> printed.put(each.group(1), each.group(2)));
        }
        assertThat(decided).hasSize(23).isEqualTo(printed);
    }

    @Test
    void a_citation_that_leads_nowhere_is_noticed() {
        Path source = Path.of("src", "main", "java", "A.java");
        String document = "output" + ".md";
        assertThat(documents(source, "// as " + document + "#numbers and config/" + document + " and no" + document))
                .containsExactly(source + ": config/" + document, source + ": no" + document);
        assertThat(documents(source, "// " + document + "#number"))
                .containsExactly(source + ": " + document + "#number");
        assertThat(decisions(source, "// D22, D" + 24 + ", {@code D25}\nx(\"D26\", \"in D27\"); /* D28–D29 */"))
                .containsExactly(source + ": D24", source + ": D26", source + ": D28", source + ": D29");
        assertThat(links(
                        DECISIONS, "[a](scheme" + ".md#methods) [b](scheme" + ".md#no) [c](#D1) [d](#D0) [e](../none)"))
                .containsExactly(DECISIONS + ": scheme" + ".md#no", DECISIONS + ": #D0", DECISIONS + ": ../none");
    }

    /** What all sources cite in vain, by what tells a source's lost citations. */
    private static List<String> lost(BiFunction<Path, String, List<String>> ofSource) throws IOException {
        List<String> lost = new ArrayList<>();
        for (Path folder : List.of(Path.of("src"), Path.of("config"), Path.of(".ci"))) {
            for (Path source : files(folder, "")) {
                boolean text = source.toString().matches(".*\\.(java|properties|sql|yaml|html|css|js|mjs|xml)")
                        || source.startsWith(".ci");
                if (text && !source.endsWith(CitationsTest.class.getSimpleName() + ".java")) {
                    lost.addAll(ofSource.apply(source, Files.readString(source)));
                }
            }
        }
        return lost;
    }

    private static List<String> documents(Path source, String text) {
        return found(DOCUMENT, text).stream()
                .filter(cited -> !isThere(document(cited.group(1)), cited.group(2)))
                .map(cited -> source + ": " + cited.group())
                .toList();
    }

    /** A name by itself is that of a page of {@code src/docs}; the others begin at the top. */
    private static Path document(String name) {
        return name.contains("/") || name.equals("README.md") ? Path.of(name) : DOCS.resolve(name);
    }

    private static List<String> decisions(Path source, String text) {
        Set<String> decided = anchors(DECISIONS);
        return found(DECISION, citing(source, text)).stream()
                .map(cited -> "D" + cited.group(1))
                .filter(cited -> !decided.contains(cited))
                .map(cited -> source + ": " + cited)
                .toList();
    }

    /** The part of a source in which a decision may be cited; of the fixtures, all letters with numbers are addresses. */
    private static String citing(Path source, String text) {
        if (source.toString().endsWith(".yaml")) {
            return joined(found(YAML_COMMENT, text));
        }
        if (!source.toString().endsWith(".java")) {
            return source.toString().matches(".*\\.(properties|sql)") ? text : "";
        }
        boolean program = source.startsWith(Path.of("src", "main"));
        return joined(found(JAVA, text).stream()
                .filter(part -> part.group().startsWith("/")
                        || (program && LITERAL.matcher(part.group()).matches()))
                .toList());
    }

    private static String joined(List<MatchResult> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part ->
                text.append(AS_CODE.matcher(part.group()).replaceAll("")).append('\n'));
        return text.toString();
    }

    private static List<String> links(Path document, String text) {
        return found(LINK, text).stream()
                .filter(link -> !link.group(1).contains(":"))
                .filter(link -> !isThere(
                        link.group(1).isEmpty()
                                ? document
                                : document.resolveSibling(link.group(1)).normalize(),
                        link.group(2)))
                .map(link ->
                        document + ": " + link.group().substring(2, link.group().length() - 1))
                .toList();
    }

    private static boolean isThere(Path file, @Nullable String anchor) {
        return Files.exists(file) && (anchor == null || anchors(file).contains(anchor));
    }

    /** The anchors of a page: those it sets, and its headings as they are shown on the web. */
    private static Set<String> anchors(Path page) {
        String text;
        try {
            text = Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> anchors = new HashSet<>();
        found(ID, text).forEach(id -> anchors.add(id.group(1)));
        found(HEADING, text)
                .forEach(heading -> anchors.add(heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-')));
        return anchors;
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
