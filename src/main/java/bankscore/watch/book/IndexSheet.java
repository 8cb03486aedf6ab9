package bankscore.watch.book;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.LiveFormula;
import bankscore.watch.judge.IndexValue;
import bankscore.watch.scheme.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** 指数: of what each index is made today, its course so far, and a line for each. */
final class IndexSheet {

    private static final Book.Part PART = Book.Part.INDEX;

    /** More periods would not be readable on paper. */
    private static final int MOST_PERIODS = 8;

    private static final int NAME = 1;
    private static final int FIRST = 2;
    private static final int CHART_ROWS = 9;

    private final Book book;
    private final List<IndexValue> all;
    private final Grid grid;
    private final List<Addresses.Address> values = new ArrayList<>();

    private IndexSheet(Book book) {
        this.book = book;
        this.all = book.report().judgement().indices();
        this.grid = book.grid(PART, 7, 32, 13, 13, 13, 13, 13, 13, 13, 13).fixedWidths();
    }

    static void fill(Book book) {
        new IndexSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), "").headerEnds();
        all.forEach(this::parts);
        course();
        grid.signature();
        grid.counted().finish(0, false);
    }

    private void parts(IndexValue value) {
        Index index = value.index();
        grid.section(book.text(
                        PART,
                        "index",
                        "name",
                        index.name(),
                        "base",
                        quarter(index.base(), "base.period"),
                        "value",
                        Grid.grouped(index.baseValue()),
                        "mark",
                        book.mark(index.mark())))
                .keptWithNext();
        grid.next().heads(0, book.texts(PART, "number", "part", "weight", "value", "base", "points"));
        int first = grid.row() + 1;
        for (int i = 0; i < value.parts().size(); i++) {
            part(index, value.parts().get(i), i);
        }
        int last = grid.row();
        grid.next().blanks(0, FIRST + 2, CellLook.TEXT.strong()).text(NAME, index.name(), CellLook.TEXT.strong());
        CellLook look = Book.look(Optional.of(index.rounding())).strong();
        String sum = "SUM(" + Addresses.column(FIRST + 3, first, last) + ")";
        if (value.value().isPresent()) {
            grid.formula(
                    FIRST + 3,
                    LiveFormula.rounded(
                            sum,
                            index.rounding().mode(),
                            book.parameter(
                                    index.path() + ".round",
                                    Fraction.of(index.rounding().decimals()))),
                    value.value(),
                    look);
        } else {
            grid.number(FIRST + 3, value.value(), look);
        }
        values.add(grid.at(FIRST + 3));
        if (value.value().isEmpty()) {
            grid.note(book.text(PART, "none"));
        }
        grid.next();
    }

    private String quarter(Period period, String key) {
        return book.text(PART, key, "year", period.year(), "quarter", period.quarter());
    }

    private void part(Index index, IndexValue.PartValue part, int number) {
        String item = part.part().published();
        grid.next()
                .number(0, number + 1, CellLook.SEQUENCE)
                .text(NAME, item, CellLook.TEXT)
                .link(
                        book.addresses()
                                .find(BookAddress.PARAMETER, index.path() + ".parts[" + number + "].weight", ""),
                        FIRST,
                        Optional.of(part.part().weight()),
                        CellLook.POINTS.shown("0.##%"))
                .link(book.addresses().find(BookAddress.PUBLISHED, item, ""), FIRST + 1, part.value(), CellLook.MONEY)
                .link(
                        book.addresses().find(BookAddress.BASE, index.id(), item),
                        FIRST + 2,
                        part.base(),
                        CellLook.MONEY);
        Optional<Fraction> points = part.value()
                .flatMap(value -> part.base()
                        .filter(base -> !base.isZero())
                        .map(base -> part.part()
                                .weight()
                                .times(value)
                                .dividedBy(base)
                                .times(index.baseValue())));
        if (points.isPresent()) {
            grid.formula(
                    FIRST + 3,
                    grid.at(FIRST).local() + "*" + grid.at(FIRST + 1).local() + "/"
                            + grid.at(FIRST + 2).local() + "*"
                            + book.parameter(index.path() + ".base_value", index.baseValue()),
                    points,
                    CellLook.POINTS);
        } else {
            grid.number(FIRST + 3, points, CellLook.POINTS);
        }
    }

    /** Periods side by side, an index a row, and their lines. */
    private void course() {
        TreeSet<Period> known = new TreeSet<>(List.of(book.report().period()));
        all.forEach(value -> known.addAll(
                value.course().headMap(book.report().period(), false).keySet()));
        List<Period> periods = new ArrayList<>(known);
        List<Period> shown = periods.subList(Math.max(0, periods.size() - MOST_PERIODS), periods.size());
        grid.section(book.text(PART, "course")).keptWithNext();
        grid.next().heads(0, book.texts(PART, "number", "name"));
        int names = grid.row();
        for (int i = 0; i < shown.size(); i++) {
            grid.heads(FIRST + i, quarter(shown.get(i), "period"));
        }
        List<Charts.Line> lines = new ArrayList<>();
        for (int row = 0; row < all.size(); row++) {
            IndexValue value = all.get(row);
            grid.next()
                    .number(0, row + 1, CellLook.SEQUENCE)
                    .text(NAME, value.index().name(), CellLook.TEXT)
                    .blanks(FIRST, FIRST + shown.size() - 1, CellLook.POINTS);
            for (int i = 0; i < shown.size() - 1; i++) {
                Fraction then = value.course().get(shown.get(i));
                if (then != null) {
                    grid.number(FIRST + i, then, CellLook.POINTS);
                }
            }
            int last = FIRST + shown.size() - 1;
            if (value.value().isPresent()) {
                grid.formula(last, values.get(row).local(), value.value(), CellLook.POINTS.strong());
            }
            lines.add(new Charts.Line(value.index().name(), grid.row()));
        }
        grid.note(book.text(PART, "note"));
        if (all.stream().noneMatch(value -> isLine(value, shown))) {
            return;
        }
        int top = grid.row() + 1;
        grid.chartHere(CHART_ROWS);
        Charts.lines(
                book.drawing(grid.sheet()),
                grid.sheet(),
                new Charts.Area(0, top, grid.columns(), grid.row() + 1),
                book.text(PART, "chart"),
                names,
                FIRST,
                FIRST + shown.size() - 1,
                lines);
    }

    /** Two of some periods have a value: one point is no course. */
    private static boolean isLine(IndexValue value, List<Period> shown) {
        long earlier = shown.subList(0, shown.size() - 1).stream()
                .filter(value.course()::containsKey)
                .count();
        return earlier + value.value().stream().count() > 1;
    }
}
