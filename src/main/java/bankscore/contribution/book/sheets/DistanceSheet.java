package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.book.cells.ComparedBanks;
import bankscore.contribution.book.cells.ItemCells;
import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Better;
import bankscore.contribution.method.Linear;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.MinMax;
import bankscore.contribution.method.Rank;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.method.RatioToReference;
import bankscore.contribution.method.ShareOfTotal;
import bankscore.contribution.method.Value;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Steps;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Definition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * 差一点: how far each bank is from the next band, step and rank, for every item whose points move in leaps and for the
 * total, a table each, by rank. All of it is formulas: nothing here is a result of the engine.
 */
public final class DistanceSheet {

    private static final Book.Part PART = Book.Part.DISTANCE;
    private static final int BANK = 1;
    private static final int FIRST = 2;
    private static final int MOST_COLUMNS = 5;

    /** A longer table goes on below its head on the next page. */
    private static final int ROWS_OF_A_PAGE = 36;

    private static final int TIGHT = 90;

    private final Book book;
    private final ComparedBanks populations;
    private final ComparedBanks once;
    private final List<Group> groups = new ArrayList<>();
    /** The banks' cells of each kind, by rank: as many as there are banks, which every bank refers to. */
    private final Map<BookAddress, Optional<String>> scored = new EnumMap<>(BookAddress.class);

    private final Grid grid;
    private final String none;

    /**
     * What is shown of one item, or of the total.
     *
     * @param columns their keys in the words
     */
    private record Group(String name, List<String> columns, Consumer<ScoreCard> filling) {}

    /** The columns of a method whose points move in leaps, and what fills those after the value itself. */
    private record Leap(List<String> columns, Consumer<Row> filling) {}

    /** One bank's value of an item in its row; {@code own} is the cell of the value. */
    private record Row(Item item, ItemCells cells, ScoreCard card, String own, int column, CellLook look) {}

    private DistanceSheet(Book book) {
        this.book = book;
        this.populations = new ComparedBanks(book);
        this.once = new ComparedBanks(book.whole());
        this.none = "\"" + book.words().text("book.none") + "\"";
        for (Item item : book.assessment().scheme().items()) {
            item.method().read(new Leaps()).ifPresent(leap -> {
                groups.add(new Group(item.name(), leap.columns(), card -> item(item, leap, card)));
            });
        }
        groups.add(new Group(book.text(PART, "group.total"), List.of("total", "rank", "ahead", "behind"), this::total));
        int[] widest = new int[FIRST + MOST_COLUMNS];
        java.util.Arrays.fill(widest, 17);
        widest[0] = 6;
        widest[BANK] = 22;
        this.grid = book.grid(PART, widest).portrait().fixedWidths();
    }

    public static void fill(Book book) {
        new DistanceSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.headerEnds();
        groups.forEach(this::table);
        grid.note(book.text(PART, "note.bands"));
        grid.note(book.text(PART, "note.steps"));
        grid.note(book.text(PART, "note.total"));
        grid.signature();
        grid.stretched(TIGHT).counted().finish(0, false);
    }

    /** A table stays on a page; of a longer one each part does. */
    private void table(Group group) {
        List<ScoreCard> ranked = book.assessment().ranked();
        for (int i = 0; i < ranked.size(); i++) {
            if (i % ROWS_OF_A_PAGE == 0) {
                String key = i == 0 ? "table" : "table.more";
                grid.section(book.text(PART, key, "name", group.name())).keptWithNext();
                grid.next()
                        .heads(0, book.texts(PART, "number", "bank"))
                        .heads(FIRST, book.texts(PART, group.columns().toArray(String[]::new)))
                        .keptWithNext();
            }
            ScoreCard card = ranked.get(i);
            grid.next()
                    .number(0, i + 1, CellLook.SEQUENCE)
                    .text(BANK, card.bank().label(), CellLook.TEXT);
            group.filling().accept(card);
            if ((i + 1) % ROWS_OF_A_PAGE != 0 && i < ranked.size() - 1) {
                grid.keptWithNext();
            }
        }
    }

    private void item(Item item, Leap leap, ScoreCard card) {
        Optional<Addresses.Address> value = book.addresses()
                .find(BookAddress.MEASURE, item.measure(), card.bank().code());
        if (value.isEmpty() || !item.appliesTo(card.bank().kind())) {
            none(FIRST, leap.columns().size());
            return;
        }
        CellLook look = book.assessment()
                .scheme()
                .measure(item.measure())
                .flatMap(Definition.Measure::rounding)
                .map(to -> CellLook.POINTS.decimals(to.decimals()))
                .orElse(CellLook.MONEY);
        grid.helper(FIRST, value.get().absolute(), look);
        leap.filling()
                .accept(new Row(
                        item, new ItemCells(book, item), card, grid.at(FIRST).local(), FIRST + 1, look));
    }

    private void none(int column, int count) {
        for (int i = 0; i < count; i++) {
            grid.text(column + i, book.words().text("book.none"), CellLook.CENTERED);
        }
    }

    /** What is shown of each method, in the order of {@code scheme.md#methods}; nothing where points move with the value. */
    private final class Leaps implements Method.Reader<Optional<Leap>> {

        @Override
        public Optional<Leap> bands(Bands method) {
            return leap(row -> toNextBand(method, row), "bound", "missing", "points");
        }

        @Override
        public Optional<Leap> ratioToBest(RatioToBest method) {
            return Optional.empty();
        }

        @Override
        public Optional<Leap> ratioToReference(RatioToReference method) {
            return Optional.empty();
        }

        @Override
        public Optional<Leap> shareOfTotal(ShareOfTotal method) {
            return Optional.empty();
        }

        @Override
        public Optional<Leap> rankStep(Rank.Step method) {
            return rank(method);
        }

        @Override
        public Optional<Leap> rankTable(Rank.Table method) {
            return rank(method);
        }

        private Optional<Leap> rank(Rank method) {
            return leap(row -> toNextPlace(method.better() == Better.HIGHER, row), "place", "toBetter");
        }

        @Override
        public Optional<Leap> linear(Linear method) {
            return method.steps() == Steps.PRO_RATA
                    ? Optional.empty()
                    : leap(row -> toNextStep(method, row), "distance", "now", "up", "down");
        }

        @Override
        public Optional<Leap> minMax(MinMax method) {
            return Optional.empty();
        }

        @Override
        public Optional<Leap> value(Value method) {
            return Optional.empty();
        }

        private static Optional<Leap> leap(Consumer<Row> filling, String... columns) {
            return Optional.of(new Leap(
                    Stream.concat(Stream.of("value"), Stream.of(columns)).toList(), filling));
        }
    }

    /** The first bound that the value has not reached, what is missing, and the points beyond it. */
    private void toNextBand(Bands method, Row row) {
        StringBuilder bound = new StringBuilder();
        StringBuilder points = new StringBuilder();
        int open = 0;
        for (int i = 0; i < method.bands().size(); i++) {
            Bands.Band band = method.bands().get(i);
            if (band.from().isPresent()) {
                String from = row.cells().parameter(Bands.from(i));
                String test = "IF(" + row.own() + (band.fromIncluded() ? "<" : "<=") + from + ",";
                bound.append(test).append(from).append(",");
                points.append(test)
                        .append(row.cells().parameter(Bands.points(i)))
                        .append(",");
                open++;
            }
        }
        String end = none + ")".repeat(open);
        grid.helper(row.column(), ifNumber(row.own(), bound + end), row.look());
        String next = grid.at(row.column()).local();
        grid.helper(
                row.column() + 1,
                ifNumber(next, something(next + "-" + row.own())),
                row.look().evenIfSmall());
        grid.helper(row.column() + 2, ifNumber(row.own(), points + end), CellLook.POINTS);
    }

    /** The distance to the reference, and how far the value may move up or down before the steps change. */
    private void toNextStep(Linear method, Row row) {
        Optional<String> reference = row.cells()
                .reference(Linear.REFERENCE, method.against(), row.card().bank(), statistic -> Optional.empty());
        Optional<Addresses.Address> points = book.addresses()
                .find(BookAddress.ITEM, row.item().id(), row.card().bank().code());
        if (reference.isEmpty() || points.isEmpty()) {
            none(row.column(), 4);
            return;
        }
        grid.helper(
                row.column(),
                "IF(AND(ISNUMBER(" + row.own() + "),ISNUMBER(" + reference.get() + ")),ROUND(" + row.own() + "-"
                        + reference.get() + ",10)," + none + ")",
                row.look());
        String distance = grid.at(row.column()).local();
        grid.helper(row.column() + 1, points.get().absolute(), CellLook.POINTS);
        String got = grid.at(row.column() + 1).local();
        String per = row.cells().parameter(Linear.PER);
        String exact = "ROUND(" + distance + "/" + per + ",10)";
        boolean whole = method.steps() == Steps.WHOLE;
        String steps = (whole ? "ROUNDDOWN(" : "ROUNDUP(") + exact + ",0)";
        // Towards zero a step is left behind when its own bound is passed; away from it, when the next one is reached.
        String up = "(" + steps + "+IF(" + exact + (whole ? ">=0" : "<0") + ",1,IF(" + steps + "=0,"
                + (whole ? "1" : "0") + ",0)))*" + per + "-" + distance;
        String down = distance + "-(" + steps + "-IF(" + exact + (whole ? "<=0" : ">0") + ",1,IF(" + steps + "=0,"
                + (whole ? "1" : "0") + ",0)))*" + per;
        String most = method.max()
                .map(max -> got + ">=" + row.cells().parameter(Linear.MAX))
                .orElse("");
        String least = method.min()
                .map(min -> got + "<=" + row.cells().parameter(Linear.MIN))
                .orElse("");
        boolean rising = method.points().isPositive();
        grid.helper(
                row.column() + 2,
                ifNumber(distance, unless(rising ? most : least, up)),
                row.look().evenIfSmall());
        grid.helper(
                row.column() + 3,
                ifNumber(distance, unless(rising ? least : most, down)),
                row.look().evenIfSmall());
    }

    /** Nothing where the points cannot move further. */
    private String unless(String condition, String formula) {
        String rounded = "ROUND(" + formula + ",6)";
        return condition.isEmpty() ? rounded : "IF(" + condition + "," + none + "," + rounded + ")";
    }

    private void toNextPlace(boolean higher, Row row) {
        String own = row.own();
        String all = (row.item().fund().isPresent() ? populations : once)
                .cells(row.item(), row.card().bank())
                .orElse(own);
        grid.helper(
                row.column(),
                ifNumber(own, "RANK(" + own + "," + all + "," + (higher ? "0" : "1") + ")"),
                CellLook.SEQUENCE);
        String place = grid.at(row.column()).local();
        String better = (higher ? "LARGE(" : "SMALL(") + all + "," + place + "-1)";
        String missing = higher ? better + "-" + own : own + "-" + better;
        grid.helper(
                row.column() + 1,
                ifNumber(place, "IF(" + place + "=1," + none + "," + something(missing) + ")"),
                row.look().evenIfSmall());
    }

    /** The total, its rank, what is missing to the next better total and the lead over the next lower one. */
    private void total(ScoreCard card) {
        String code = card.bank().code();
        Optional<String> total = book.addresses().absolute(BookAddress.TOTAL, "", code);
        Optional<String> rank = book.addresses().absolute(BookAddress.RANK, "", code);
        Optional<String> totals = scored(BookAddress.TOTAL);
        Optional<String> orders = scored(BookAddress.ORDER);
        if (total.isEmpty()
                || rank.isEmpty()
                || totals.isEmpty()
                || orders.isEmpty()
                || book.assessment().scheme().scoring().groups().ranksWithin().isPresent()) {
            none(FIRST, 4);
            return;
        }
        grid.helper(FIRST, total.get(), CellLook.POINTS);
        grid.helper(FIRST + 1, rank.get(), CellLook.SEQUENCE);
        String own = grid.at(FIRST).local();
        String place = grid.at(FIRST + 1).local();
        // Among equal totals the roster settles the order, so that every number up to the last has its bank.
        String ofOrder = "INDEX(" + totals.get() + ",MATCH(%s," + orders.get() + ",0))";
        grid.helper(
                FIRST + 2,
                "IF(" + place + "=1," + none + ",ROUND(" + ofOrder.formatted(place + "-1") + "-" + own + ",6))",
                CellLook.POINTS);
        String below = place + "+COUNTIF(" + totals.get() + "," + own + ")";
        grid.helper(
                FIRST + 3,
                "IF(" + below + ">" + book.assessment().cards().size() + "," + none + ",ROUND(" + own + "-"
                        + ofOrder.formatted(below) + ",6))",
                CellLook.POINTS);
    }

    /** The banks' cells on 得分汇总, where they stand by rank. */
    private Optional<String> scored(BookAddress kind) {
        return scored.computeIfAbsent(
                kind,
                each -> Addresses.range(book.assessment().ranked().stream()
                        .flatMap(card ->
                                book.addresses().find(each, "", card.bank().code()).stream())
                        .toList()));
    }

    /** What is missing, rounded, and never nothing: who stands exactly on a bound that does not count must still pass it. */
    private static String something(String missing) {
        return "MAX(ROUND(" + missing + ",6),0.000001)";
    }

    private String ifNumber(String cell, String formula) {
        return "IF(ISNUMBER(" + cell + ")," + formula + "," + none + ")";
    }
}
