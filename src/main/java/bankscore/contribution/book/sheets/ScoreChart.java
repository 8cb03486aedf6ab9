package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.score.ScoreCard;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** The chart of the totals by rank, over the table of 图表: of all banks, or of both ends where they are too many to read. */
final class ScoreChart {

    private static final Book.Part PART = Book.Part.CHARTS;

    private ScoreChart() {}

    /** Whether charts show the first and the last banks only. */
    static boolean isCut(Book book) {
        return book.assessment().cards().size() > Charts.MOST_BARS;
    }

    /** The banks that charts show, by rank. */
    static List<ScoreCard> charted(Book book) {
        List<ScoreCard> ranked = book.assessment().ranked();
        return isCut(book)
                ? Stream.concat(
                                ranked.stream().limit(Charts.OF_EITHER_END),
                                ranked.stream().skip(ranked.size() - Charts.OF_EITHER_END))
                        .toList()
                : ranked;
    }

    /** A chart's title, which says so if it does not show all banks. */
    static String cut(Book book, String title) {
        return isCut(book) ? book.text(PART, "cut", "title", title, "count", Charts.OF_EITHER_END) : title;
    }

    /** Draws it. */
    static void totals(Book book, SXSSFSheet on, Charts.Area area) {
        List<Integer> rows = charted(book).stream()
                .flatMap(card -> book
                        .addresses()
                        .find(BookAddress.CHARTED, "", card.bank().code())
                        .stream())
                .map(Addresses.Address::row)
                .toList();
        if (!rows.isEmpty()) {
            Charts.bars(
                    book.drawing(on),
                    area,
                    cut(book, book.text(PART, "totals")),
                    new Charts.Bars(
                            book.sheet(PART),
                            rows.get(0),
                            rows.get(rows.size() - 1),
                            ChartsSheet.BANK,
                            List.of(new Charts.Series(
                                    book.text(Book.Part.SCORES, "total"), ChartsSheet.FIRST, Charts.Fill.GREY))),
                    CellLook.POINTS
                            .decimals(book.assessment().scheme().points().decimals())
                            .format());
        }
    }
}
