package bankscore.paper.book;

import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What had to be verified, for a leader's page: how much, how much of it is unexplained, and the first of it. */
public final class ReviewLines {

    private ReviewLines() {}

    /**
     * Writes them.
     *
     * @param shown how many are told one by one
     */
    public static void fill(BookFrame book, Grid grid, List<PrintedFinding> findings, int shown) {
        List<PrintedFinding> reviews = findings.stream()
                .filter(finding -> finding.level() == Level.REVIEW)
                .toList();
        grid.section(text(book, "warnings"));
        if (reviews.isEmpty()) {
            line(grid, text(book, "warnings.none"));
            return;
        }
        long unexplained =
                reviews.stream().filter(finding -> finding.reason().isEmpty()).count();
        line(grid, text(book, "warnings.count", "count", reviews.size(), "unexplained", unexplained));
        reviews.stream().limit(shown).forEach(finding -> line(grid, of(book, finding)));
    }

    private static String text(BookFrame book, String key, Object... namesAndValues) {
        return book.words().text("book.summary." + key, namesAndValues);
    }

    private static void line(Grid grid, String text) {
        grid.next().across(0, grid.columns() - 1, text, CellLook.PLAIN);
    }

    /** Whose line it is and which column, unless the message says so itself. */
    private static String of(BookFrame book, PrintedFinding finding) {
        String at = Stream.of(finding.subject(), finding.column())
                .filter(each -> !each.isEmpty() && !finding.found().contains(each))
                .distinct()
                .collect(Collectors.joining(book.words().text("letter.join")));
        return at.isEmpty()
                ? text(book, "warnings.one", "message", finding.found())
                : text(book, "warnings.at", "at", at, "message", finding.found());
    }
}
