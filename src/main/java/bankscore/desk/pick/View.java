package bankscore.desk.pick;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An answer as a page shows it: the same text and tables, with how each cell lies.
 *
 * @param subtitle empty if there is none
 */
public record View(String title, String subtitle, List<Part> parts) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9,.]*…?\\p{Sc}?[%分元万家笔名位]{0,2}|[-—]");

    private static final Pattern NOTHING = Pattern.compile("[-—]?");

    /** Longer texts break. */
    private static final int SHORT = 24;

    /** What every page shows of an answer. */
    public static View of(Answer answer) {
        return new View(
                answer.title(),
                answer.subtitle(),
                answer.sections().stream()
                        .map(section -> new Part(
                                section.heading(),
                                section.pieces().stream().map(View::block).toList()))
                        .toList());
    }

    /** The same with what its paragraphs say in plain signs called by names. */
    public View named(Map<String, String> names) {
        return new View(
                title,
                replaced(subtitle, names),
                parts.stream()
                        .map(part -> new Part(
                                part.heading(),
                                part.blocks().stream()
                                        .map(block -> new Block(
                                                replaced(block.text(), names),
                                                block.head(),
                                                block.rows(),
                                                block.entry()))
                                        .toList()))
                        .toList());
    }

    /** A sentence with what it says in plain signs called by names. */
    public static String replaced(String text, Map<String, String> names) {
        String named = text;
        for (Map.Entry<String, String> each : names.entrySet()) {
            named = named.replaceAll(
                    "(?<![\\w.])" + Pattern.quote(each.getKey()) + "(?![\\w.\\[])",
                    Matcher.quoteReplacement(each.getValue()));
        }
        return named;
    }

    /** A part under its heading. */
    public record Part(String heading, List<Block> blocks) {}

    /**
     * What stands in a part: of the three one.
     *
     * @param text a paragraph; empty if it is none
     * @param head of a table; empty if it is none
     * @param entry one item with its argument; none if it is none
     */
    public record Block(String text, List<Cell> head, List<List<Cell>> rows, List<Piece.Entry> entry) {}

    /** A cell and how it lies. */
    public record Cell(String text, String layout) {}

    private static Block block(Piece piece) {
        if (piece instanceof Piece.Table table) {
            List<List<Cell>> rows = table.rows().stream()
                    .map(row -> IntStream.range(0, row.size())
                            .mapToObj(at -> cell(row.get(at), isOfWords(table, at)))
                            .toList())
                    .toList();
            return new Block("", head(table.head(), rows), rows, List.of());
        }
        if (piece instanceof Piece.Entry entry) {
            return new Block("", List.of(), List.of(), List.of(entry));
        }
        return new Block(piece instanceof Piece.Line line ? line.text() : "", List.of(), List.of(), List.of());
    }

    /** A heading lies as the cells below it do. */
    private static List<Cell> head(List<String> names, List<List<Cell>> rows) {
        return IntStream.range(0, names.size())
                .mapToObj(at -> new Cell(
                        names.get(at),
                        !rows.isEmpty()
                                        && rows.stream()
                                                .allMatch(row -> at < row.size()
                                                        && row.get(at).layout().equals("number"))
                                ? "number"
                                : "short"))
                .toList();
    }

    /** Whether a column has no number at all: what says that nothing is there lies as words do then. */
    private static boolean isOfWords(Piece.Table table, int column) {
        return table.rows().stream()
                .filter(row -> column < row.size())
                .map(row -> row.get(column))
                .filter(text -> !NOTHING.matcher(text).matches())
                .noneMatch(text -> NUMBER.matcher(text).matches());
    }

    private static Cell cell(String text, boolean ofWords) {
        boolean number = !ofWords && NUMBER.matcher(text).matches();
        return new Cell(text, number ? "number" : text.length() <= SHORT ? "short" : "long");
    }
}
