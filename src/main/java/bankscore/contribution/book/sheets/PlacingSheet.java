package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.book.cells.PlanColumns;
import bankscore.contribution.book.cells.PlanFormulas;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Placement;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 调拨测算: the plan to the fen with its calculation, one block per fund in the order of the pools, its banks in roster order;
 * for audit. Its words are those of the plan that leaders read.
 */
public final class PlacingSheet {

    private static final Book.Part PART = Book.Part.PLAN;

    private final Book book;
    private final PlanColumns columns;
    private final Grid grid;
    private final int steps;

    private PlacingSheet(Book book) {
        this.book = book;
        this.columns = new PlanColumns(book.report().placement().adjusted(), true);
        this.grid = columns.adjusted()
                ? book.grid(Book.Part.PLACING, 7, 28, 12, 24, 24, 24, 24, 24, 24, 24, 34)
                : book.grid(Book.Part.PLACING, 7, 28, 12, 24, 24, 24, 24, 24, 34);
        this.steps = grid.beside(14, 20, 20, 20, 20, 20, 12, 14, 20, 8, 8, 14, 12, 20, 20);
    }

    public static void fill(Book book) {
        new PlacingSheet(book).fill();
    }

    private void fill() {
        Placement placement = book.report().placement();
        grid.titled(PlanSheet.title(book, Book.Part.PLACING), book.text(PART, "unit"));
        grid.header(headings());
        if (placement instanceof Plan) {
            int column = steps;
            for (PlanFormulas.Step step : PlanFormulas.Step.values()) {
                String key = "steps." + step.name().toLowerCase(Locale.ROOT);
                grid.headerCell(column++, book.text(PART, key));
            }
        }
        if (placement.funds().isEmpty()) {
            grid.fixedWidths();
            PlanSheet.nothing(book, grid);
        } else {
            boolean fitsPages =
                    placement.funds().stream().allMatch(fund -> fund.rows().size() <= Grid.ROWS_OF_A_PAGE);
            if (fitsPages) {
                grid.repeatsTitleOnly();
            }
            for (int i = 0; i < placement.funds().size(); i++) {
                if (i > 0) {
                    grid.breakPage();
                    if (fitsPages) {
                        grid.next();
                        String[] headings = headings();
                        for (int column = 0; column < headings.length; column++) {
                            grid.headerCell(column, headings[column]);
                        }
                    }
                }
                fund(placement.funds().get(i), i + 1);
            }
            grid.note(book.text(Book.Part.PLACING, "note"));
        }
        grid.signature();
        grid.finish(PlanColumns.BANK + 1, false);
    }

    private String[] headings() {
        return book.texts(
                PART,
                "number",
                "bank",
                "share",
                "current",
                columns.adjusted() ? "computed" : "",
                columns.adjusted() ? "adjustment" : "",
                "target",
                "change",
                "now",
                "atMaturity",
                "note");
    }

    private void fund(FundPlan fund, int number) {
        grid.next()
                .across(
                        0,
                        grid.columns() - 1,
                        book.text(
                                PART,
                                "fund",
                                "number",
                                number,
                                "fund",
                                fund.pool().fund(),
                                "pool",
                                Grid.grouped(fund.pool().amount().wan())),
                        CellLook.BANNER);
        Addresses<BookAddress> addresses = book.addresses();
        String name = fund.pool().fund();
        int firstRow = grid.row() + 1;
        int lastRow = grid.row() + fund.rows().size();
        PlanFormulas formulas = new PlanFormulas(book.of(name), fund, columns, firstRow, steps);
        Map<String, ScoreCard> cards = book.assessment().of(name).cardsByCode();
        for (int i = 0; i < fund.rows().size(); i++) {
            PlanRow row = fund.rows().get(i);
            bank(fund, row, Optional.ofNullable(cards.get(row.bank().code())), i + 1, formulas);
        }
        grid.next().blank(0, CellLook.TEXT).text(PlanColumns.BANK, book.text(PART, "sum"), CellLook.CENTERED.strong());
        grid.blank(PlanColumns.SHARE, CellLook.TEXT);
        sum(PlanColumns.CURRENT, firstRow, lastRow, fund.current());
        addresses.note(BookAddress.FUND_CURRENT, name, "", grid.at(PlanColumns.CURRENT));
        if (columns.adjusted()) {
            sum(columns.computed(), firstRow, lastRow, fund.computed());
            sum(columns.adjustment(), firstRow, lastRow, fund.target().minus(fund.computed()));
        }
        sum(columns.target(), firstRow, lastRow, fund.target());
        addresses.note(BookAddress.FUND_TARGET, name, "", grid.at(columns.target()));
        sum(columns.change(), firstRow, lastRow, fund.target().minus(fund.current()));
        sum(columns.now(), firstRow, lastRow, fund.now());
        sum(columns.atMaturity(), firstRow, lastRow, fund.atMaturity());
        grid.blank(columns.note(), CellLook.TEXT);
        formulas.sums(grid);
        last(book.text(PART, "unplaced"), columns.target(), fund.unplaced(), book.text(PART, "unplaced.note"));
        formulas.unplaced()
                .ifPresent(rest -> grid.formula(
                        columns.target(), rest, Grid.decimal(fund.unplaced().wan()), CellLook.MONEY));
        addresses.note(BookAddress.FUND_UNPLACED, name, "", grid.at(columns.target()));
        last(book.text(PART, "pool"), columns.target(), fund.pool().amount(), book.text(PART, "pool.note"));
        formulas.pool()
                .ifPresent(pool -> grid.formula(
                        columns.target(),
                        pool,
                        Grid.decimal(fund.pool().amount().wan()),
                        CellLook.MONEY));
        addresses.note(BookAddress.FUND_POOL, name, "", grid.at(columns.target()));
        addresses.find(BookAddress.POOL, name, "").ifPresent(cell -> grid.leadsTo(columns.target(), cell));
        for (FundPlan.Outside outside : fund.outside()) {
            last(
                    book.text(PART, "outside", "bank", outside.bank().label()),
                    PlanColumns.CURRENT,
                    outside.current(),
                    book.text(PART, "outside.note"));
            book.addresses().note(BookAddress.CURRENT, name, outside.bank().code(), grid.at(PlanColumns.CURRENT));
            outside(name, outside);
        }
        for (Adjustment adjustment : fund.adjustments()) {
            last(
                    book.text(PART, "adjusted", "bank", book.label(adjustment.bank())),
                    columns.adjustment(),
                    adjustment.amount(),
                    book.text(PART, "adjusted.note", "reason", adjustment.reason(), "approver", adjustment.approver()));
        }
        grid.next();
    }

    /** Its amount, live over what was reported. */
    private void outside(String fund, FundPlan.Outside outside) {
        List<String> held = book.addresses()
                .absolutes(BookAddress.HELD, fund, outside.bank().code());
        if (!held.isEmpty()) {
            String sum = String.join("+", held);
            grid.formula(
                    PlanColumns.CURRENT, sum, Grid.decimal(outside.current().wan()), CellLook.MONEY);
        }
    }

    private void bank(FundPlan fund, PlanRow row, Optional<ScoreCard> card, int number, PlanFormulas formulas) {
        String code = row.bank().code();
        String name = fund.pool().fund();
        Book scored = book.of(name);
        CellLook money = row.isWithdrawn() ? CellLook.MONEY.strong() : CellLook.MONEY;
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(PlanColumns.BANK, row.bank().label(), row.isWithdrawn() ? CellLook.TEXT.strong() : CellLook.TEXT)
                .leadsTo(PlanColumns.BANK, scored.addresses().first(BookAddress.TOTAL, "", code));
        book.addresses().note(BookAddress.EXACT, name, code, grid.at(PlanColumns.BANK));
        if (card.isPresent()) {
            CellLook look = CellLook.POINTS.decimals(book.assessment().scheme().shareDecimals());
            scored.addresses()
                    .absolute(BookAddress.SHARE_PERCENT, "", code)
                    .ifPresentOrElse(
                            cell -> grid.formula(
                                    PlanColumns.SHARE, cell, card.get().sharePercent(), look),
                            () -> grid.number(PlanColumns.SHARE, card.get().sharePercent(), look));
        } else {
            grid.text(PlanColumns.SHARE, book.words().text("book.none"), CellLook.CENTERED);
        }
        Optional<String> current = formulas.current(row);
        amount(PlanColumns.CURRENT, current, row.current(), money);
        if (current.isEmpty()) {
            grid.comment(PlanColumns.CURRENT, book.text(PART, "current.value"));
        }
        book.addresses().note(BookAddress.CURRENT, name, code, grid.at(PlanColumns.CURRENT));
        formulas.steps(grid, row);
        Optional<String> computed = formulas.computed(grid);
        amount(columns.computed(), computed, row.computed(), money);
        if (computed.isEmpty()) {
            grid.comment(columns.computed(), book.text(PART, "target.value"));
        }
        if (columns.adjusted()) {
            amount(columns.adjustment(), Optional.of(formulas.adjustment(row)), row.adjustment(), money);
            book.addresses().note(BookAddress.CHANGED, name, code, grid.at(columns.adjustment()));
            amount(columns.target(), Optional.of(formulas.target(grid)), row.target(), money);
        }
        book.addresses().note(BookAddress.TARGET, name, code, grid.at(columns.target()));
        amount(
                columns.change(),
                Optional.of(PlanFormulas.difference(grid, columns.target(), PlanColumns.CURRENT)),
                row.change(),
                money);
        book.addresses().note(BookAddress.CHANGE, name, code, grid.at(columns.change()));
        amount(columns.now(), Optional.of(formulas.now(grid, row)), row.now(), money);
        book.addresses().note(BookAddress.NOW, name, code, grid.at(columns.now()));
        amount(columns.atMaturity(), Optional.of(formulas.atMaturity(grid)), row.atMaturity(), money);
        book.addresses().note(BookAddress.AT_MATURITY, name, code, grid.at(columns.atMaturity()));
        String note =
                new PlacingSentence(book.words(), book.assessment().scheme()).note(PlanSheet.note(book, row), row);
        grid.text(
                columns.note(),
                PlanSheet.carriedOut(book, row, note),
                row.isWithdrawn() ? CellLook.TEXT.strong() : CellLook.TEXT);
    }

    private void amount(int column, Optional<String> formula, Money value, CellLook look) {
        if (formula.isPresent()) {
            grid.formula(column, formula.get(), Grid.decimal(value.wan()), look);
        } else {
            grid.money(column, value, look);
        }
    }

    private void sum(int column, int firstRow, int lastRow, Money value) {
        String letters = bankscore.sheet.CellRef.letters(column);
        grid.formula(
                column,
                "ROUND(SUM(" + letters + (firstRow + 1) + ":" + letters + (lastRow + 1) + "),6)",
                Grid.decimal(value.wan()),
                CellLook.MONEY.strong());
    }

    /** A line below the total: one amount in its column, and what it means. */
    private void last(String name, int column, Money amount, String note) {
        grid.next()
                .blanks(0, grid.columns() - 1, CellLook.TEXT)
                .text(PlanColumns.BANK, name, CellLook.TEXT)
                .money(column, amount, CellLook.MONEY)
                .text(columns.note(), note, CellLook.TEXT);
    }
}
