package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.ScoreColumns;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.ScoreCard;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** The charts over 得分汇总: of all banks, or of the best where there are too many to read. */
final class ScoreChart {

    private static final Book.Part PART = Book.Part.SCORES;
    private static final int CHART_ROWS = 20;

    private ScoreChart() {}

    /** Whether the charts show the best banks only. */
    static boolean isCut(Book book) {
        return book.assessment().cards().size() > Charts.MOST_BANKS;
    }

    /** The banks that the charts show: all by rank, or the best. */
    static List<ScoreCard> charted(Book book) {
        return isCut(book)
                ? book.assessment().ranked().subList(0, Charts.BEST_BANKS)
                : book.assessment().ranked();
    }

    /** A chart's title, which says so if it shows the best banks only. */
    static String cut(Book book, String title) {
        return isCut(book) ? book.text(PART, "chart.cut", "title", title, "count", Charts.BEST_BANKS) : title;
    }

    /** The item points of every bank, stacked: where its total comes from. */
    static void points(Book book, SXSSFSheet on, Charts.Area area, String title) {
        List<ScoreCard> cards = book.assessment().cards();
        List<Item> items = book.assessment().scheme().items();
        if (cards.isEmpty() || items.isEmpty()) {
            return;
        }
        List<Charts.Series> series = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            series.add(
                    new Charts.Series(items.get(i).name(), isCut(book) ? chart(book) + 2 + i : ScoreColumns.FIRST + i));
        }
        Charts.bars(
                book.drawing(on),
                area,
                new Charts.Titles(cut(book, title), book.text(PART, "bank"), book.text(PART, "chart.points")),
                bars(book, series, true));
    }

    /** The printed shares of all banks. */
    static void shares(Book book, Grid grid) {
        if (book.assessment().cards().isEmpty()) {
            return;
        }
        int items = book.assessment().scheme().items().size();
        int top = grid.row() + 1;
        grid.chart(CHART_ROWS);
        Charts.bars(
                book.drawing(grid.sheet()),
                new Charts.Area(1, top, grid.columns() - 1, grid.row() + 1),
                new Charts.Titles(
                        cut(book, book.text(PART, "chart.shares")),
                        book.text(PART, "bank"),
                        book.text(PART, "percent")),
                bars(
                        book,
                        List.of(new Charts.Series(
                                book.text(PART, "percent"),
                                isCut(book) ? chart(book) + 2 + items : ScoreColumns.percent(items))),
                        false));
    }

    private static Charts.Bars bars(Book book, List<Charts.Series> series, boolean stacked) {
        int count = charted(book).size();
        int names = isCut(book) ? chart(book) + 1 : ScoreColumns.BANK;
        int top = Grid.headRows(book) + ScoreColumns.HEADINGS;
        return new Charts.Bars(book.sheet(PART), top, top + count - 1, names, series, stacked, stacked);
    }

    private static int chart(Book book) {
        return ScoreColumns.chart(book.assessment().scheme().items().size());
    }
}
