package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.say.MethodSentence;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.MeasureValue;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 得分说明: one page for each bank by rank, an item with its clause, unrounded value and points, below it its figures with
 * their cells and how the points come of them.
 */
public final class LinesSheet {

    private static final Book.Part PART = Book.Part.LINES;
    private static final String UNROUNDED = "#,##0.00##########";
    private static final int TIGHT = 90;

    private final Book book;
    private final Grid grid;
    private final int beside;
    private final MethodSentence methods;
    private final Map<String, String> methodsOfItems = new HashMap<>();

    private LinesSheet(Book book) {
        this.book = book;
        // So wide that letters of 11 points become some of 9 on paper.
        this.grid = book.grid(PART, 26, 22, 17, 21, 16).portrait().fixedWidths();
        this.beside = grid.beside(200);
        this.methods = new MethodSentence(book.words(), book.assessment().scheme());
    }

    /** Fills the sheet. */
    public static void fill(Book book) {
        new LinesSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.header(book.texts(PART, "item", "basis", "value", "unrounded", "points"))
                .headerCell(beside, book.text(PART, "method"));
        grid.comment(1, book.text(PART, "note")).comment(3, book.text(PART, "fixed"));
        List<ScoreCard> ranked = book.assessment().ranked();
        for (int i = 0; i < ranked.size(); i++) {
            if (i > 0) {
                grid.breakPage();
            }
            bank(ranked.get(i));
        }
        grid.stretched(TIGHT).counted().finish(0, false);
    }

    private void bank(ScoreCard card) {
        String code = card.bank().code();
        Addresses<BookAddress> addresses = book.addresses();
        CellLook points = CellLook.BANNER.shown(book.text(
                PART,
                "format.total",
                "number",
                number(book.assessment().scheme().points().decimals())));
        CellLook percent = CellLook.BANNER.shown(book.text(
                PART,
                "format.share",
                "number",
                number(book.assessment().scheme().shareDecimals())));
        grid.next()
                .text(0, card.bank().label(), CellLook.BANNER.strong())
                .link(
                        addresses.find(BookAddress.RANK, "", code),
                        1,
                        Optional.of(Fraction.of(card.rank())),
                        CellLook.BANNER.shown(book.text(PART, "format.rank")))
                .link(
                        addresses.find(BookAddress.SHARE_PERCENT, "", code),
                        2,
                        Optional.of(Fraction.of(card.sharePercent())),
                        percent)
                .blank(3, CellLook.BANNER)
                .link(addresses.find(BookAddress.TOTAL, "", code), 4, Optional.of(card.total()), points)
                .keptWithNext();
        addresses.note(BookAddress.LINE, "", code, grid.at(0));
        addresses
                .find(BookAddress.SCORED, "", code)
                .ifPresent(from -> Grid.lead(
                        book, book.sheet(Book.Part.SCORES).getRow(from.row()).getCell(from.column()), grid.at(0)));
        grid.leadsTo(0, addresses.first(BookAddress.TOTAL, "", code));
        card.lines().forEach(line -> line(card, line));
    }

    /** A number format of so many decimals. */
    private static String number(int decimals) {
        return CellLook.POINTS.decimals(decimals).format();
    }

    /** An item in two rows that stay together: its numbers, then where they come from. */
    private void line(ScoreCard card, ScoreLine line) {
        Item item = line.item();
        MeasureValue measure = line.measure();
        String code = card.bank().code();
        CellLook value = measure.measure()
                .rounding()
                .map(to -> CellLook.POINTS.decimals(to.decimals()))
                .orElse(CellLook.MONEY);
        String basis = Stream.of(
                        item.clause(), book.mark(item.mark()), measure.measure().unit())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(book.text(PART, "basis.joint")));
        grid.next()
                .text(0, item.name(), CellLook.TEXT.strong())
                .text(1, basis, CellLook.CENTERED)
                .link(
                        book.addresses()
                                .find(BookAddress.MEASURE, measure.measure().id(), code),
                        2,
                        measure.value(),
                        value)
                .number(3, line.unrounded(), CellLook.MONEY.shown(UNROUNDED))
                .link(
                        book.addresses().find(BookAddress.ITEM, item.id(), code),
                        4,
                        Optional.of(line.points()),
                        CellLook.POINTS.decimals(line.rounding().decimals()).strong())
                .text(beside, methodsOfItems.computeIfAbsent(item.id(), id -> methods.of(item)), CellLook.TEXT);
        source(measure, code).ifPresent(cell -> grid.leadsTo(0, cell));
        grid.keptWithNext();
        String figures = figures(measure);
        String explained =
                book.text(PART, "explanation", "text", book.report().argument(book.assessment(), code, item.id()));
        String how = figures.isEmpty() ? explained : book.text(PART, "figures", "figures", figures) + "\n" + explained;
        grid.next().across(0, grid.columns() - 1, how, CellLook.TEXT);
    }

    /** The row of 基础数据 with the first of the figures; there stand its file, sheet and cell. */
    private Optional<Addresses.Address> source(MeasureValue measure, String bank) {
        Addresses<BookAddress> addresses = book.addresses();
        return measure.inputs().stream()
                .flatMap(input -> Stream.of(BookAddress.FIGURE, BookAddress.RECORD_COUNT, BookAddress.MEASURE)
                        .flatMap(kind -> addresses.all(kind, input.name(), bank).stream()))
                .findFirst();
    }

    /** What entered the measure, by sheet, each figure with its cell. */
    private String figures(MeasureValue measure) {
        Map<Place, List<String>> bySheet = new LinkedHashMap<>();
        for (MeasureValue.Input input : measure.inputs()) {
            String value = input.value()
                    .map(Grid::grouped)
                    .orElseGet(() -> book.words().text("book.none"));
            boolean derived = input.place().equals(Place.NONE);
            String key = input.rows() > 0 ? "figure.records" : derived ? "figure.derived" : "figure";
            bySheet.computeIfAbsent(input.place().sheetOnly(), sheet -> new ArrayList<>())
                    .add(book.text(
                            PART,
                            key,
                            "name",
                            book.column(input.name()),
                            "value",
                            value,
                            "rows",
                            input.rows(),
                            "cell",
                            input.place().cell()));
        }
        String joint = book.words().text("book.method.joint");
        return bySheet.entrySet().stream()
                .map(sheet -> {
                    String all = String.join(joint, sheet.getValue());
                    return sheet.getKey().equals(Place.NONE)
                            ? all
                            : book.text(PART, "figures.sheet", "place", sheet.getKey(), "figures", all);
                })
                .collect(Collectors.joining(joint));
    }
}
