package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.say.MethodSentence;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.MeasureValue;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 得分说明: one line per bank and item with its figures, method, unrounded value, points and clause. */
public final class LinesSheet {

    private static final Book.Part PART = Book.Part.LINES;
    private static final String UNROUNDED = "#,##0.00##########";

    private final Book book;
    private final Grid grid;
    private final MethodSentence methods;

    private LinesSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 16, 20, 10, 7, 17, 7, 28, 18, 9, 40, 40);
        this.methods = new MethodSentence(book.words(), book.assessment().scheme());
    }

    public static void fill(Book book) {
        new LinesSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.header(book.texts(
                PART,
                "bank",
                "item",
                "clause",
                "mark",
                "value",
                "unit",
                "method",
                "unrounded",
                "points",
                "figures",
                "explanation"));
        grid.comment(7, book.text(PART, "fixed")).comment(10, book.text(PART, "fixed"));
        for (ScoreCard card : book.assessment().cards()) {
            for (ScoreLine line : card.lines()) {
                line(card, line);
            }
        }
        grid.note(book.text(PART, "note"));
        grid.signature();
        grid.finish(2, false);
    }

    private void line(ScoreCard card, ScoreLine line) {
        Item item = line.item();
        MeasureValue measure = line.measure();
        CellLook value = measure.measure()
                .rounding()
                .map(to -> CellLook.POINTS.decimals(to.decimals()))
                .orElse(CellLook.MONEY);
        grid.next();
        if (book.addresses().find(BookAddress.LINE, "", card.bank().code()).isEmpty()) {
            book.addresses().note(BookAddress.LINE, "", card.bank().code(), grid.at(0));
            book.addresses()
                    .find(BookAddress.SCORED, "", card.bank().code())
                    .ifPresent(from -> Grid.lead(
                            book,
                            book.sheet(Book.Part.SCORES).getRow(from.row()).getCell(from.column()),
                            grid.at(0)));
        }
        grid.text(0, card.bank().label(), CellLook.TEXT)
                .text(1, item.name(), CellLook.TEXT)
                .text(2, item.clause(), CellLook.CENTERED)
                .text(3, book.mark(item.mark()), CellLook.CENTERED)
                .link(
                        book.addresses()
                                .find(
                                        BookAddress.MEASURE,
                                        measure.measure().id(),
                                        card.bank().code()),
                        4,
                        measure.value(),
                        value)
                .text(5, measure.measure().unit(), CellLook.CENTERED)
                .text(6, methods.of(item), CellLook.TEXT)
                .number(7, line.unrounded(), CellLook.MONEY.shown(UNROUNDED))
                .link(
                        book.addresses()
                                .find(BookAddress.ITEM, item.id(), card.bank().code()),
                        8,
                        Optional.of(line.points()),
                        CellLook.POINTS.decimals(line.rounding().decimals()))
                .text(9, figures(measure), CellLook.TEXT)
                .text(10, book.report().argument(card.bank().code(), item.id()), CellLook.TEXT);
        grid.leadsTo(
                0, book.addresses().first(BookAddress.TOTAL, "", card.bank().code()));
        source(measure, card.bank().code()).ifPresent(cell -> grid.leadsTo(1, cell));
    }

    /** The row of 基础数据 with the first of the figures; there stand its file, sheet and cell. */
    private Optional<Addresses.Address> source(MeasureValue measure, String bank) {
        Addresses<BookAddress> addresses = book.addresses();
        return measure.inputs().stream()
                .flatMap(input -> Stream.of(BookAddress.FIGURE, BookAddress.RECORD_COUNT, BookAddress.MEASURE)
                        .flatMap(kind -> addresses.all(kind, input.name(), bank).stream()))
                .findFirst();
    }

    /** What entered the measure, a line each, with file, sheet and cell. */
    private String figures(MeasureValue measure) {
        List<String> lines = new ArrayList<>();
        for (MeasureValue.Input input : measure.inputs()) {
            String name = book.column(input.name());
            String value = input.value()
                    .map(Grid::grouped)
                    .orElseGet(() -> book.words().text("book.none"));
            boolean derived = input.place().equals(Place.NONE);
            String key = input.rows() > 0 ? "figure.records" : derived ? "figure.derived" : "figure";
            lines.add(book.text(
                    PART,
                    key,
                    "name",
                    name,
                    "value",
                    value,
                    "rows",
                    input.rows(),
                    "place",
                    input.place().toString()));
        }
        return String.join("\n", lines);
    }
}
