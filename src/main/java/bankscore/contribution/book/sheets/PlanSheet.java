package bankscore.contribution.book.sheets;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.book.cells.PlanColumns;
import bankscore.contribution.book.cells.PrintedCells;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.NoPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Risk;
import bankscore.contribution.say.PlacingSentence;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 资金调拨方案 as leaders read it: a page for each fund, by rank, in 万元 with two decimals that add up. Every amount is a
 * formula over the exact one on 调拨测算, where a click on the bank leads.
 */
public final class PlanSheet {

    private static final Book.Part PART = Book.Part.PLAN;

    /** So many lines below a fund's headings fill its page. */
    private static final int LINES_OF_A_PAGE = 28;
    /** What lies below the banks of every fund: 合计, 未安排, 资金池. */
    private static final int LINES_BELOW = 3;

    /** After every bank. */
    private static final String LAST_ORDER = "10^5-1";

    private static final int TIGHT = 90;
    private static final CellLook AMOUNT = CellLook.POINTS;

    private final Book book;
    private final PlanColumns columns;
    private final Grid grid;
    private final int heldSteps;
    private final int targetSteps;

    private PlanSheet(Book book) {
        this.book = book;
        this.columns = new PlanColumns(book.report().placement().adjusted(), false);
        this.grid = (columns.adjusted()
                        ? book.grid(PART, 6, 22, 11, 16, 14, 16, 16, 16, 16, 26)
                        : book.grid(PART, 6, 24, 11, 18, 18, 18, 18, 18, 28))
                .fixedWidths();
        this.heldSteps = grid.beside(18, 18);
        this.targetSteps = grid.beside(18, 18);
    }

    public static void fill(Book book) {
        new PlanSheet(book).fill();
    }

    /**
     * The banks that a risk puts under an action, apart from those listed already: without a plan, or without money, they
     * have no line that says so, but the instruction stands (D15).
     */
    static String banksUnder(Book book, AllocationRule.Safety action, List<String> listed) {
        AllocationRule rule = book.assessment().scheme().allocation();
        List<String> withdrawn = codes(book, rule, AllocationRule.Safety.WITHDRAW_NOW);
        List<String> names = new ArrayList<>();
        for (String code : codes(book, rule, action)) {
            boolean outranked = action == AllocationRule.Safety.FREEZE && withdrawn.contains(code);
            if (!listed.contains(code) && !outranked) {
                names.add(book.label(code));
            }
        }
        return String.join("、", names);
    }

    private static List<String> codes(Book book, AllocationRule rule, AllocationRule.Safety action) {
        return book.report().quarter().risks().stream()
                .filter(risk -> rule.safety().get(risk.disposal()) == action)
                .map(Risk::bank)
                .distinct()
                .toList();
    }

    /** Why nothing is placed. */
    static String none(Book book) {
        String reason =
                book.report().placement() instanceof NoPlan none ? none.reason().name() : "unfunded";
        return book.text(PART, "none." + reason.toLowerCase(Locale.ROOT));
    }

    /** The lines of a sheet that has no fund to show. */
    static void nothing(Book book, Grid grid) {
        grid.next().across(0, grid.columns() - 1, none(book), CellLook.TEXT);
        String withdrawn = banksUnder(book, AllocationRule.Safety.WITHDRAW_NOW, List.of());
        if (!withdrawn.isEmpty()) {
            String text = book.text(Book.Part.SUMMARY, "withdrawals.others", "banks", withdrawn);
            grid.next().across(0, grid.columns() - 1, text, CellLook.TEXT.strong());
        }
    }

    /** A title, with the mark of a plan that is not carried out. */
    static String title(Book book, Book.Part part) {
        String title = book.title(part);
        return book.report().placement().indicative() ? book.text(PART, "title.indicative", "title", title) : title;
    }

    /** The mark of a line in words; empty if there is none. */
    static String note(Book book, PlanRow row) {
        return book.words().text("note." + row.note().name());
    }

    /** The same, with the words that it is carried out though the rest is not (D15, D19). */
    static String carriedOut(Book book, PlanRow row, String note) {
        boolean real = book.report().placement().indicative() && row.isWithdrawn();
        return real ? book.text(PART, "note.real", "note", note) : note;
    }

    private void fill() {
        grid.titled(title(book, PART), book.text(PART, "unit"));
        List<FundPlan> funds = book.report().placement().funds();
        if (funds.isEmpty()) {
            grid.header(headings());
            nothing(book, grid);
        } else {
            grid.headerEnds();
            List<String> notes = notes(book, funds);
            for (int i = 0; i < funds.size(); i++) {
                if (i > 0) {
                    grid.breakPage();
                }
                PrintedFund printed = PrintedFund.of(funds.get(i), book.assessment());
                // The signature takes two lines more.
                fund(printed, i + 1, i < funds.size() - 1 ? 0 : notes.size() + 2);
            }
            notes.forEach(grid::note);
        }
        grid.signature();
        grid.stretched(TIGHT).counted().finish(PlanColumns.BANK + 1, false);
    }

    private String[] headings() {
        return book.texts(
                PART,
                "rank",
                "bank",
                "share",
                "current",
                columns.adjusted() ? "adjustment" : "",
                "target",
                "change",
                "now",
                "atMaturity",
                "note");
    }

    /** How the money is placed, which fund differs, how the amounts are printed. */
    private static List<String> notes(Book book, List<FundPlan> funds) {
        AllocationRule general = book.assessment().scheme().allocation();
        PlacingSentence placing =
                new PlacingSentence(book.words(), book.assessment().scheme());
        List<String> notes = new ArrayList<>();
        notes.add(
                general.isByTotalOnly()
                        ? book.text(PART, "note.shares")
                        : book.text(PART, "note.other", "how", placing.how(general)));
        for (FundPlan fund : funds) {
            String how = placing.how(fund.rule());
            if (!how.equals(placing.how(general))) {
                notes.add(book.text(PART, "note.differs", "fund", fund.pool().fund(), "how", how));
            }
        }
        notes.add(book.text(PART, "note.maturity"));
        notes.add(book.text(PART, "note.printed"));
        if (book.report().placement().indicative()) {
            notes.add(book.text(PART, "note.indicative"));
        }
        if (book.report().placement().adjusted()) {
            notes.add(book.text(PART, "note.adjusted"));
        }
        return notes;
    }

    /** A fund on its page, or on as many as it needs, each with its name and the headings. */
    private void fund(PrintedFund fund, int number, int notes) {
        FundPlan plan = fund.plan();
        String name = plan.pool().fund();
        int banks = fund.rows().size();
        int below = LINES_BELOW + plan.outside().size() + plan.adjustments().size() + notes;
        int lines = LINES_OF_A_PAGE - book.headLines().size();
        int pages = (banks + below + lines - 1) / lines;
        // Pages alike, so that the last one keeps some banks above the sums.
        int ofAPage = Math.max(1, (banks + below + pages - 1) / pages);
        int firstRow = grid.row() + 3;
        int lastRow = firstRow + banks - 1 + 2 * ((banks - 1) / ofAPage);
        PrintedCells held = new PrintedCells(grid, heldSteps, firstRow, lastRow);
        // What nobody may take is a part of the pool, two rows below the last bank.
        PrintedCells target = new PrintedCells(grid, targetSteps, firstRow, lastRow + 2);
        String pool = PrintedNumber.money(fund.pool());
        banner(name, number, pool, "fund");
        book.addresses().note(BookAddress.FUND, name, "", grid.at(0));
        grid.headerCells(heldSteps, book.texts(PART, "steps.held", "steps.held.key"))
                .headerCells(targetSteps, book.texts(PART, "steps.target", "steps.target.key"));
        grid.next().heads(0, headings());
        held.missing(exact(BookAddress.FUND_CURRENT, name, ""));
        target.missing(exact(BookAddress.FUND_TARGET, name, "") + "+" + exact(BookAddress.FUND_UNPLACED, name, ""));
        for (int i = 0; i < banks; i++) {
            if (i > 0 && i % ofAPage == 0) {
                grid.breakPage();
                banner(name, number, pool, "fund.more");
                grid.next().heads(0, headings());
            }
            bank(plan, fund.rows().get(i), i + 1, held, target);
        }
        sums(fund, firstRow, lastRow);
        below(fund, target);
    }

    private void banner(String name, int number, String pool, String key) {
        grid.next()
                .across(
                        0,
                        grid.columns() - 1,
                        book.text(PART, key, "number", number, "fund", name, "pool", pool),
                        CellLook.BANNER);
    }

    /** The exact amount, as a formula names it. */
    private String exact(BookAddress kind, String fund, String bank) {
        return book.addresses().absolute(kind, fund, bank).orElseThrow();
    }

    private void bank(FundPlan plan, PrintedFund.Row row, int line, PrintedCells held, PrintedCells target) {
        Addresses<BookAddress> addresses = book.addresses();
        String fund = plan.pool().fund();
        String code = row.exact().bank().code();
        boolean withdrawn = row.exact().isWithdrawn();
        CellLook amount = withdrawn ? AMOUNT.strong() : AMOUNT;
        CellLook text = withdrawn ? CellLook.TEXT.strong() : CellLook.TEXT;
        // Banks that are not assessed have no order; they stand after all that have one.
        Addresses<BookAddress> scored = book.of(fund).addresses();
        String order = scored.absolute(BookAddress.ORDER, "", code).orElse(String.valueOf(line));
        grid.next()
                .link(
                        scored.find(BookAddress.RANK, "", code),
                        0,
                        row.card().map(card -> Fraction.of(card.rank())),
                        CellLook.SEQUENCE)
                .text(PlanColumns.BANK, row.exact().bank().label(), text)
                .leadsTo(PlanColumns.BANK, addresses.first(BookAddress.EXACT, fund, code))
                .link(
                        scored.find(BookAddress.SHARE_PERCENT, "", code),
                        PlanColumns.SHARE,
                        row.card().map(card -> Fraction.of(card.sharePercent())),
                        AMOUNT.decimals(book.assessment().scheme().shareDecimals()));
        addresses.note(BookAddress.PLANNED, fund, code, grid.at(PlanColumns.BANK));
        held.amount(PlanColumns.CURRENT, exact(BookAddress.CURRENT, fund, code), order, row.current(), amount);
        addresses.note(BookAddress.PRINTED_CURRENT, fund, code, grid.at(PlanColumns.CURRENT));
        if (columns.adjusted()) {
            grid.formula(
                    columns.adjustment(),
                    exact(BookAddress.CHANGED, fund, code),
                    Grid.decimal(row.exact().adjustment().wan()),
                    withdrawn ? CellLook.MONEY.strong() : CellLook.MONEY);
        }
        target.amount(columns.target(), exact(BookAddress.TARGET, fund, code), order, row.target(), amount);
        String change = grid.at(columns.change()).local();
        String later = grid.at(columns.atMaturity()).local();
        difference(columns.change(), columns.target(), PlanColumns.CURRENT, row.change(), amount);
        // Of a fund that stays, only what is withdrawn moves, and now.
        String moved =
                plan.rule().moves() ? change : "IF(" + exact(BookAddress.NOW, fund, code) + "=0,0," + change + ")";
        grid.formula(
                columns.atMaturity(),
                "IF(" + exact(BookAddress.NOW, fund, code) + "=0," + moved + ",ROUND("
                        + exact(BookAddress.AT_MATURITY, fund, code) + ",2))",
                Grid.decimal(row.atMaturity().wan()),
                amount);
        grid.formula(
                columns.now(),
                "ROUND(" + moved + "-" + later + ",2)",
                Grid.decimal(row.now().wan()),
                amount);
        grid.text(columns.note(), remark(row), text);
    }

    /** What is special about a line, and whether an amount of it is not the exact one rounded by itself. */
    private String remark(PrintedFund.Row row) {
        String mark = new PlacingSentence(book.words(), book.assessment().scheme())
                .note(note(book, row.exact()), row.exact());
        String odd = row.odd() ? book.text(PART, "odd") : "";
        return Stream.of(carriedOut(book, row.exact(), mark), odd)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(book.words().text("book.method.joint")));
    }

    private void difference(int column, int from, int less, Money value, CellLook look) {
        grid.formula(
                column,
                "ROUND(" + grid.at(from).local() + "-" + grid.at(less).local() + ",2)",
                Grid.decimal(value.wan()),
                look);
    }

    private void sums(PrintedFund fund, int firstRow, int lastRow) {
        grid.next()
                .blanks(0, grid.columns() - 1, CellLook.TEXT)
                .text(PlanColumns.BANK, book.text(PART, "sum"), CellLook.CENTERED.strong());
        Map<Integer, Money> sums = new TreeMap<>(Map.of(
                PlanColumns.CURRENT,
                fund.current(),
                columns.target(),
                fund.target(),
                columns.change(),
                fund.change(),
                columns.now(),
                fund.now(),
                columns.atMaturity(),
                fund.atMaturity()));
        if (columns.adjusted()) {
            sums.put(columns.adjustment(), Money.ZERO);
        }
        sums.forEach((column, sum) -> grid.formula(
                column,
                "ROUND(SUM(" + Addresses.column(column, firstRow, lastRow) + "),6)",
                Grid.decimal(sum.wan()),
                AMOUNT.strong()));
    }

    /** 未安排 and 资金池 below the sums, then money outside the plan and what leaders changed. */
    private void below(PrintedFund fund, PrintedCells target) {
        String name = fund.plan().pool().fund();
        String sum = grid.at(columns.target()).local();
        line(book.text(PART, "unplaced"), book.text(PART, "unplaced.note"));
        target.amount(
                columns.target(), exact(BookAddress.FUND_UNPLACED, name, ""), LAST_ORDER, fund.unplaced(), AMOUNT);
        book.addresses().note(BookAddress.PRINTED_UNPLACED, name, "", grid.at(columns.target()));
        String unplaced = grid.at(columns.target()).local();
        line(book.text(PART, "pool"), book.text(PART, "pool.note"));
        grid.formula(
                        columns.target(),
                        "ROUND(" + sum + "+" + unplaced + ",2)",
                        Grid.decimal(fund.pool().wan()),
                        AMOUNT)
                .leadsTo(columns.target(), book.addresses().find(BookAddress.POOL, name, ""));
        for (FundPlan.Outside outside : fund.plan().outside()) {
            line(book.text(PART, "outside", "bank", outside.bank().label()), book.text(PART, "outside.note"));
            grid.formula(
                    PlanColumns.CURRENT,
                    "ROUND(" + exact(BookAddress.CURRENT, name, outside.bank().code()) + ",2)",
                    Grid.decimal(PrintedColumn.rounded(outside.current()).wan()),
                    AMOUNT);
        }
        for (Adjustment adjustment : fund.plan().adjustments()) {
            line(
                    book.text(PART, "adjusted", "bank", book.label(adjustment.bank())),
                    book.text(PART, "adjusted.note", "reason", adjustment.reason(), "approver", adjustment.approver()));
            grid.money(columns.adjustment(), adjustment.amount(), CellLook.MONEY);
        }
    }

    /** A line below the sums: its name and what it means; its amount follows. */
    private void line(String name, String note) {
        grid.next()
                .blanks(0, grid.columns() - 1, CellLook.TEXT)
                .text(PlanColumns.BANK, name, CellLook.TEXT)
                .text(columns.note(), note, CellLook.TEXT);
    }
}
