package bankscore.subsidy.book;

import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Decisions.Burden;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** 负担明细: what each level bears, by subsidy and place, held against the lines; where nobody is paid, how a loss is shared. */
final class BurdensSheet {

    private static final Book.Part PART = Book.Part.BURDENS;
    private static final int FIRST = 3;

    private final Book book;
    private final List<String> levels;
    private final Grid grid;

    private BurdensSheet(Book book) {
        this.book = book;
        Set<String> all = new LinkedHashSet<>();
        book.report()
                .scheme()
                .subsidies()
                .forEach(subsidy -> all.addAll(book.report().levels(subsidy)));
        this.levels = List.copyOf(all);
        this.grid = book.grid(
                PART,
                IntStream.concat(
                                IntStream.of(6, 30, 24),
                                IntStream.rangeClosed(0, levels.size()).map(level -> 18))
                        .toArray());
    }

    static void fill(Book book) {
        new BurdensSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.words().text("book.unit"));
        grid.next().headerCells(0, book.texts(PART, "number", "subsidy", "place"));
        for (int i = 0; i < levels.size(); i++) {
            grid.headerCell(FIRST + i, levels.get(i));
        }
        grid.headerCell(grid.columns() - 1, book.text(PART, "sum"));
        grid.headerEnds();
        Map<String, Map<String, Map<String, Money>>> burdens = new LinkedHashMap<>();
        for (Burden each : book.report().decisions().burdens()) {
            burdens.computeIfAbsent(each.subsidy(), subsidy -> new LinkedHashMap<>())
                    .computeIfAbsent(each.place(), place -> new LinkedHashMap<>())
                    .merge(each.level(), each.amount(), Money::plus);
        }
        List<Integer> subtotals = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, Map<String, Map<String, Money>>> subsidy : burdens.entrySet()) {
            int first = grid.row() + 1;
            for (Map.Entry<String, Map<String, Money>> place :
                    subsidy.getValue().entrySet()) {
                grid.next()
                        .number(0, ++number, CellLook.SEQUENCE)
                        .text(1, book.subsidy(subsidy.getKey()), CellLook.TEXT)
                        .text(
                                2,
                                place.getKey().isEmpty() ? book.words().text("book.none") : place.getKey(),
                                CellLook.TEXT);
                amounts(place.getValue());
            }
            subtotals.add(grid.row() + 1);
            subtotal(
                    book.text(PART, "subtotal"),
                    first,
                    grid.row(),
                    sums(subsidy.getValue().values().stream().toList()));
        }
        Map<String, Money> all = book.report().decisions().totals().stream()
                .flatMap(total -> total.levels().entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Money::plus));
        total(subtotals, all);
        control(all);
        grid.note(book.text(PART, book.isShared() ? "note.shared" : "note"));
        grid.signature();
        grid.counted().finish(2, false);
    }

    private Map<String, Money> sums(List<Map<String, Money>> places) {
        return levels.stream()
                .collect(Collectors.toMap(
                        level -> level,
                        level -> Money.sum(places.stream()
                                .map(place -> place.getOrDefault(level, Money.ZERO))
                                .toList())));
    }

    private void amounts(Map<String, Money> amounts) {
        for (int i = 0; i < levels.size(); i++) {
            Money amount = amounts.get(levels.get(i));
            if (amount == null) {
                grid.blank(FIRST + i, Book.AMOUNT);
            } else {
                grid.number(FIRST + i, Book.yuan(amount), Book.AMOUNT);
            }
        }
        across(amounts, Book.AMOUNT);
    }

    private void across(Map<String, Money> amounts, CellLook look) {
        int last = grid.columns() - 1;
        grid.formula(
                last,
                "SUM(" + grid.at(FIRST).local() + ":" + grid.at(last - 1).local() + ")",
                Book.yuan(Money.sum(amounts.values())),
                look);
    }

    private void strong(String name) {
        grid.next().blanks(0, FIRST - 1, CellLook.TEXT.strong()).text(1, name, CellLook.TEXT.strong());
    }

    private void subtotal(String name, int first, int last, Map<String, Money> amounts) {
        strong(name);
        for (int i = 0; i < levels.size(); i++) {
            int column = FIRST + i;
            grid.formula(
                    column,
                    "SUM(" + Addresses.column(column, first, last) + ")",
                    Book.yuan(amounts.getOrDefault(levels.get(i), Money.ZERO)),
                    Book.AMOUNT.strong());
        }
        across(amounts, Book.AMOUNT.strong());
    }

    private void total(List<Integer> subtotals, Map<String, Money> all) {
        if (subtotals.isEmpty()) {
            return;
        }
        strong(book.text(PART, "sum"));
        for (int i = 0; i < levels.size(); i++) {
            int column = FIRST + i;
            grid.formula(
                    column,
                    subtotals.stream().map(row -> Addresses.fixed(column, row)).collect(Collectors.joining("+")),
                    Book.yuan(all.getOrDefault(levels.get(i), Money.ZERO)),
                    Book.AMOUNT.strong());
        }
        across(all, Book.AMOUNT.strong());
    }

    /** The same sums over the lines, so that a figure that is changed there shows here. */
    private void control(Map<String, Money> all) {
        List<Decisions.Total> totals = book.report().decisions().totals();
        if (!book.has(Book.Part.LINES) || totals.isEmpty()) {
            return;
        }
        strong(book.text(PART, "control"));
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            String sums = totals.stream()
                    .flatMap(total ->
                            Addresses.arguments(book.addresses().all(BookAddress.LEVEL, total.subsidy(), level))
                                    .stream())
                    .map(cells -> "SUM(" + cells + ")")
                    .collect(Collectors.joining("+"));
            if (sums.isEmpty()) {
                grid.number(FIRST + i, Book.yuan(all.getOrDefault(level, Money.ZERO)), Book.AMOUNT);
            } else {
                grid.formula(FIRST + i, sums, Book.yuan(all.getOrDefault(level, Money.ZERO)), Book.AMOUNT);
            }
        }
        across(all, Book.AMOUNT);
    }
}
