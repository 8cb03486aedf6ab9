package bankscore.paper.page;

import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.RunFacts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The parts that every page has, as text. Public because the templates' expressions call their accessors by name.
 */
public final class PageParts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private PageParts() {}

    /** Findings in words. */
    public static List<FindingView> findings(List<PrintedFinding> findings, Words words) {
        return findings.stream()
                .map(finding -> new FindingView(
                        words.text("level." + finding.level().name()),
                        finding.code().name(),
                        finding.place().toString(),
                        finding.subject(),
                        finding.column(),
                        finding.message(),
                        finding.reason()))
                .toList();
    }

    /**
     * How a revision came about.
     *
     * @param document by which the rule was made
     * @param scheme title and id of the rule
     */
    public static RunView run(String document, String scheme, RunFacts run, Words words) {
        return new RunView(
                List.of(
                        new Named(words.text("page.run.document"), document),
                        new Named(words.text("page.run.scheme"), scheme),
                        new Named(words.text("page.run.version"), run.version()),
                        new Named(words.text("page.run.started"), TIME.format(run.started()))),
                run.inputs().stream()
                        .map(input -> new Named(input.name(), input.sha256()))
                        .toList());
    }

    /**
     * What stands before the first section, and at the end once more.
     *
     * @param policy the content security policy: nothing from outside, and of what is inside only the style and script whose
     *     digests it names
     * @param approval the line about the government's approval; empty if no revision is approved
     */
    public record Head(
            String policy,
            String style,
            String script,
            String title,
            String status,
            String facts,
            String code,
            String approval) {}

    /** The few figures that are read first, and what has to be known about them. */
    public record Summary(List<Card> cards, List<String> notices) {}

    /** One of them; {@code exact} is the amount to the fen where the text rounds it, empty otherwise. */
    public record Card(String name, String text, String exact) {}

    /** How the revision came about, and its input files with their digests. */
    public record RunView(List<Named> facts, List<Named> inputs) {}

    /**
     * A table whose first columns are texts.
     *
     * @param texts how many columns are texts; the others are numbers
     * @param sum the last row; empty if there is none
     */
    public record TableView(List<String> heads, int texts, List<List<String>> rows, List<String> sum) {

        /** How the cells of a column lie. */
        public String layout(int column) {
            return column < texts ? "" : "number";
        }
    }

    /** A name with its text. */
    public record Named(String name, String text) {}

    /** A mark and what it means. */
    public record MarkView(String word, String name, String meaning) {}

    /** The bars, in units of the drawing; {@code cut} says which banks are left out, if any. */
    public record Chart(String viewBox, List<Bar> bars, String cut) {}

    /** One bar with its label on the left and its value on the right. */
    public record Bar(
            String kind,
            String label,
            String value,
            String title,
            String y,
            String textY,
            String width,
            String valueX) {}

    /** A finding. */
    public record FindingView(
            String level, String code, String place, String bank, String column, String message, String reason) {}
}
