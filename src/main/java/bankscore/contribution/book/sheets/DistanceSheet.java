package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.ComparedBanks;
import bankscore.contribution.method.Method;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.ScoreCard;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Definition;
import bankscore.rule.Reference;
import bankscore.sheet.CellRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 差一点: how far each bank is from the next band, step and rank, for every item whose points move in leaps and for the
 * total. All of it is formulas: nothing here is a result of the engine.
 */
public final class DistanceSheet {

    private static final Book.Part PART = Book.Part.DISTANCE;
    private static final int BANK = 1;

    private final Book book;
    private final ComparedBanks populations;
    private final List<Group> groups = new ArrayList<>();
    private final Grid grid;
    private final String orders;
    private final String none;
    private final int sorted;

    /** What is shown of one item, or of the total: its columns' keys in the words. */
    private record Group(Optional<Item> item, List<String> columns) {}

    private DistanceSheet(Book book) {
        this.book = book;
        this.populations = new ComparedBanks(book);
        this.orders = Addresses.range(book.assessment().cards().stream()
                        .flatMap(card -> book
                                .addresses()
                                .find(Addresses.Kind.ORDER, "", card.bank().code())
                                .stream())
                        .toList())
                .orElse("");
        this.none = "\"" + book.words().text("book.none") + "\"";
        for (Item item : book.assessment().scheme().items()) {
            columns(item.method()).ifPresent(columns -> groups.add(new Group(Optional.of(item), columns)));
        }
        groups.add(new Group(Optional.empty(), List.of("total", "rank", "ahead", "behind")));
        int count = groups.stream().mapToInt(group -> group.columns().size()).sum();
        int[] widest = new int[BANK + 1 + count];
        java.util.Arrays.fill(widest, 13);
        widest[0] = 6;
        widest[BANK] = 24;
        this.grid = book.grid(PART, widest);
        this.sorted = grid.beside(12);
    }

    private static Optional<List<String>> columns(Method method) {
        if (method instanceof Method.Bands) {
            return Optional.of(List.of("value", "bound", "missing", "points"));
        }
        if (method instanceof Method.RankStep || method instanceof Method.RankTable) {
            return Optional.of(List.of("value", "place", "toBetter"));
        }
        return method instanceof Method.Linear linear && linear.steps() != Method.Steps.PRO_RATA
                ? Optional.of(List.of("value", "distance", "now", "up", "down"))
                : Optional.empty();
    }

    public static void fill(Book book) {
        new DistanceSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        headings();
        int first = grid.row() + 1;
        for (int i = 0; i < book.assessment().cards().size(); i++) {
            bank(book.assessment().cards().get(i), i + 1, first);
        }
        grid.note(book.text(PART, "note.bands"));
        grid.note(book.text(PART, "note.steps"));
        grid.note(book.text(PART, "note.total"));
        grid.signature();
        grid.finish(BANK + 1, false);
    }

    private void headings() {
        grid.next();
        grid.blanks(0, grid.columns() - 1, CellLook.HEADER);
        int column = BANK + 1;
        for (Group group : groups) {
            grid.across(
                    column,
                    column + group.columns().size() - 1,
                    group.item().map(Item::name).orElseGet(() -> book.text(PART, "group.total")),
                    CellLook.HEADER);
            column += group.columns().size();
        }
        grid.next().headerCell(0, book.text(PART, "number")).headerCell(BANK, book.text(PART, "bank"));
        column = BANK + 1;
        for (Group group : groups) {
            for (String key : group.columns()) {
                grid.headerCell(column++, book.text(PART, key));
            }
        }
        grid.headerCell(sorted, book.text(PART, "sorted"));
        grid.headerEnds();
    }

    private void bank(ScoreCard card, int number, int first) {
        grid.next().number(0, number, CellLook.SEQUENCE).text(BANK, card.bank().label(), CellLook.TEXT);
        int column = BANK + 1;
        for (Group group : groups) {
            if (group.item().isPresent()) {
                item(group.item().get(), card, column);
            } else {
                total(card, column, first);
            }
            column += group.columns().size();
        }
    }

    private void item(Item item, ScoreCard card, int column) {
        Optional<Addresses.Address> value = book.addresses()
                .find(Addresses.Kind.MEASURE, item.measure(), card.bank().code());
        int count = columns(item.method()).orElseThrow().size();
        if (value.isEmpty() || !item.appliesTo(card.bank().kind())) {
            for (int i = 0; i < count; i++) {
                grid.text(column + i, book.words().text("book.none"), CellLook.CENTERED);
            }
            return;
        }
        CellLook look = book.assessment()
                .scheme()
                .measure(item.measure())
                .flatMap(Definition.Measure::rounding)
                .map(to -> CellLook.POINTS.decimals(to.decimals()))
                .orElse(CellLook.POINTS);
        grid.helper(column, value.get().absolute(), look);
        String own = grid.at(column).local();
        if (item.method() instanceof Method.Bands bands) {
            bands(item, bands, own, column, look);
        } else if (item.method() instanceof Method.Linear linear) {
            steps(item, linear, card, own, column, look);
        } else {
            place(item, card, own, column, look);
        }
    }

    /** The first bound that the value has not reached, what is missing, and the points beyond it. */
    private void bands(Item item, Method.Bands method, String own, int column, CellLook look) {
        StringBuilder bound = new StringBuilder();
        StringBuilder points = new StringBuilder();
        int open = 0;
        for (int i = 0; i < method.bands().size(); i++) {
            Method.Band band = method.bands().get(i);
            if (band.from().isPresent()) {
                String path = "items." + item.id() + ".bands[" + i + "].";
                String from = book.parameter(path + "from", band.from().get());
                String test = "IF(" + own + (band.fromIncluded() ? "<" : "<=") + from + ",";
                bound.append(test).append(from).append(",");
                points.append(test)
                        .append(book.parameter(path + "points", band.points()))
                        .append(",");
                open++;
            }
        }
        String end = none + ")".repeat(open);
        grid.helper(column + 1, ifNumber(own, bound + end), look);
        String next = grid.at(column + 1).local();
        grid.helper(column + 2, ifNumber(next, "ROUND(" + next + "-" + own + ",6)"), look.strong());
        grid.helper(column + 3, ifNumber(own, points + end), CellLook.POINTS);
    }

    /** The distance to the reference, and how far the value may move up or down before the steps change. */
    private void steps(Item item, Method.Linear method, ScoreCard card, String own, int column, CellLook look) {
        String path = "items." + item.id() + ".linear.";
        Optional<String> reference = method.reference() instanceof Reference.Fixed fixed
                ? Optional.of(book.parameter(path + "reference", fixed.value()))
                : method.reference() instanceof Reference.Named named
                        ? book.addresses()
                                .find(Addresses.Kind.BENCHMARK, named.id(), "")
                                .or(() -> book.addresses()
                                        .find(
                                                Addresses.Kind.MEASURE,
                                                named.id(),
                                                card.bank().code()))
                                .map(Addresses.Address::absolute)
                        : Optional.empty();
        Optional<Addresses.Address> points = book.addresses()
                .find(Addresses.Kind.ITEM, item.id(), card.bank().code());
        if (reference.isEmpty() || points.isEmpty()) {
            for (int i = 1; i < 5; i++) {
                grid.text(column + i, book.words().text("book.none"), CellLook.CENTERED);
            }
            return;
        }
        grid.helper(
                column + 1,
                "IF(AND(ISNUMBER(" + own + "),ISNUMBER(" + reference.get() + ")),ROUND(" + own + "-" + reference.get()
                        + ",10)," + none + ")",
                look);
        String distance = grid.at(column + 1).local();
        grid.helper(column + 2, points.get().absolute(), CellLook.POINTS);
        String got = grid.at(column + 2).local();
        String per = book.parameter(path + "per", method.per());
        String exact = "ROUND(" + distance + "/" + per + ",10)";
        boolean whole = method.steps() == Method.Steps.WHOLE;
        String steps = (whole ? "ROUNDDOWN(" : "ROUNDUP(") + exact + ",0)";
        // Towards zero a step is left behind when its own bound is passed; away from it, when the next one is reached.
        String up = "(" + steps + "+IF(" + exact + (whole ? ">=0" : "<0") + ",1,IF(" + steps + "=0,"
                + (whole ? "1" : "0") + ",0)))*" + per + "-" + distance;
        String down = distance + "-(" + steps + "-IF(" + exact + (whole ? "<=0" : ">0") + ",1,IF(" + steps + "=0,"
                + (whole ? "1" : "0") + ",0)))*" + per;
        boolean rising = method.points().isPositive();
        String upEnd = limit(path, rising ? method.max() : method.min(), rising, got);
        String downEnd = limit(path, rising ? method.min() : method.max(), !rising, got);
        grid.helper(column + 3, ifNumber(distance, unless(upEnd, up)), look.strong());
        grid.helper(column + 4, ifNumber(distance, unless(downEnd, down)), look);
    }

    /** Whether the points cannot move further; empty if nothing stops them. */
    private String limit(String path, Optional<bankscore.exact.Fraction> end, boolean most, String points) {
        return end.map(value -> points + (most ? ">=" : "<=") + book.parameter(path + (most ? "max" : "min"), value))
                .orElse("");
    }

    private String unless(String condition, String formula) {
        String rounded = "ROUND(" + formula + ",6)";
        return condition.isEmpty() ? rounded : "IF(" + condition + "," + none + "," + rounded + ")";
    }

    private void place(Item item, ScoreCard card, String own, int column, CellLook look) {
        boolean higher = item.method() instanceof Method.RankStep step
                ? step.better() == Method.Better.HIGHER
                : ((Method.RankTable) item.method()).better() == Method.Better.HIGHER;
        String all = populations.cells(item, card.bank()).orElse(own);
        grid.helper(
                column + 1,
                ifNumber(own, "RANK(" + own + "," + all + "," + (higher ? "0" : "1") + ")"),
                CellLook.SEQUENCE);
        String place = grid.at(column + 1).local();
        String better = (higher ? "LARGE(" : "SMALL(") + all + "," + place + "-1)";
        String missing = higher ? better + "-" + own : own + "-" + better;
        grid.helper(
                column + 2,
                ifNumber(place, "IF(" + place + "=1," + none + ",ROUND(" + missing + ",6))"),
                look.strong());
    }

    /** The total, its rank, what is missing to the next better total and the lead over the next lower one. */
    private void total(ScoreCard card, int column, int first) {
        String code = card.bank().code();
        Optional<Addresses.Address> total = book.addresses().find(Addresses.Kind.TOTAL, "", code);
        Optional<Addresses.Address> rank = book.addresses().find(Addresses.Kind.RANK, "", code);
        if (total.isEmpty() || rank.isEmpty()) {
            return;
        }
        int count = book.assessment().cards().size();
        String letters = "$" + CellRef.letters(column) + "$";
        String all = letters + (first + 1) + ":" + letters + (first + count);
        grid.helper(column, total.get().absolute(), CellLook.POINTS);
        grid.helper(column + 1, rank.get().absolute(), CellLook.SEQUENCE);
        String own = grid.at(column).local();
        String place = grid.at(column + 1).local();
        // The totals in order, each found once, so that the neighbours of a place are at hand.
        String line = String.valueOf(grid.row() - first + 1);
        grid.helper(sorted, "INDEX(" + all + ",MATCH(" + line + "," + orders + ",0))", CellLook.POINTS);
        String inOrder = "$" + CellRef.letters(sorted) + "$";
        String totals = inOrder + (first + 1) + ":" + inOrder + (first + count);
        grid.helper(
                column + 2,
                "IF(" + place + "=1," + none + ",ROUND(INDEX(" + totals + "," + place + "-1)-" + own + ",6))",
                CellLook.POINTS.strong());
        String below = place + "+COUNTIF(" + all + "," + own + ")";
        grid.helper(
                column + 3,
                "IF(" + below + ">" + count + "," + none + ",ROUND(" + own + "-INDEX(" + totals + "," + below + "),6))",
                CellLook.POINTS);
    }

    private String ifNumber(String cell, String formula) {
        return "IF(ISNUMBER(" + cell + ")," + formula + "," + none + ")";
    }
}
