package bankscore.contribution.book.sheets;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.execution.ExecutedRow;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.execution.Execution.InFund;
import bankscore.contribution.judge.PrintedProgress;
import bankscore.contribution.say.ExecutionSentence;
import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** 执行情况: whether what was approved has happened, on one page for leaders (D23); 执行明细 has the banks to the fen. */
public final class ExecutionSheet {

    private static final Book.Part PART = Book.Part.EXECUTION;

    /** More lines would make the page too small to read; the rest is counted. */
    private static final int SHOWN = 14;

    private static final int FUND = 1;
    private static final int DIRECTION = 2;
    private static final int PLANNED = 3;
    private static final int MOVED = 4;
    private static final int OPEN = 5;
    private static final int NOT_DUE = 6;
    private static final int HELD = 6;
    private static final int PERCENT = 7;
    private static final int STATE = 7;
    private static final int LAST = 8;

    private final Book book;
    private final Grid grid;
    private final Execution execution;
    private final ExecutionSentence sentence;

    private ExecutionSheet(Book book, Execution execution) {
        this.book = book;
        this.execution = execution;
        this.sentence = new ExecutionSentence(book.report(), execution, book.words());
        this.grid = book.grid(PART, 16, 16, 7, 15, 15, 15, 15, 17, 55).fixedWidths();
    }

    /** Writes it; a book without a plan in force has no such sheet. */
    public static void fill(Book book) {
        book.report().execution().ifPresent(execution -> new ExecutionSheet(book, execution).fill());
    }

    private void fill() {
        grid.titled(
                book.text(PART, "title", "jurisdiction", book.report().run().jurisdiction()),
                book.text(Book.Part.PLAN, "unit"));
        if (!sentence.withdrawals().isEmpty()) {
            line(sentence.withdrawals(), CellLook.PLAIN_BOLD);
        }
        line(sentence.progress(), CellLook.PLAIN_BOLD);
        sentence.exceptions().forEach(each -> line(each, CellLook.PLAIN));
        List<PrintedProgress> lines = PrintedProgress.of(execution);
        if (!lines.isEmpty()) {
            funds(lines);
        }
        banks();
        for (Execution.Added added : execution.added()) {
            line(
                    book.text(Book.Part.EXECUTED_ROWS, "added", "fund", added.fund(), "held", added.held()),
                    CellLook.PLAIN);
        }
        grid.notes(List.of(book.text(PART, "note.carried"), book.text(PART, "note.rounded")));
        grid.signature();
        grid.finish(0, true);
    }

    private void line(String text, CellLook look) {
        grid.next().across(0, LAST, text, look);
    }

    private void funds(List<PrintedProgress> lines) {
        grid.section(book.text(PART, "funds"));
        grid.next();
        grid.heads(
                0,
                book.texts(
                        PART, "fund", "fund", "direction", "planned", "moved", "open", "notDue", "percent", "count"));
        grid.over(0, FUND);
        int first = grid.row() + 1;
        for (PrintedProgress line : lines) {
            boolean sum = line.fund().isEmpty();
            CellLook text = sum ? CellLook.TEXT.strong() : CellLook.TEXT;
            CellLook look = sum ? CellLook.POINTS.strong() : CellLook.POINTS;
            grid.next()
                    .text(0, sum ? book.words().text("execution.sum") : line.fund(), text)
                    .leadsTo(0, book.addresses().first(BookAddress.EXECUTED_CHANGE, line.fund(), ""))
                    .over(0, FUND)
                    .text(DIRECTION, sentence.direction(line.out()), CellLook.CENTERED);
            List<PrintedProgress> parts = lines.stream()
                    .filter(each -> each.out() == line.out()
                            && (sum ? !each.fund().isEmpty() : each.fund().equals(line.fund())))
                    .toList();
            String planned = exact(parts, BookAddress.EXECUTED_CHANGE);
            String moved = exact(parts, BookAddress.EXECUTED_CARRIED);
            if (sum) {
                sum(PLANNED, first, lines, parts, line.planned(), look);
                sum(MOVED, first, lines, parts, line.moved(), look);
                sum(OPEN, first, lines, parts, line.open(), look);
            } else {
                String open = exact(parts, BookAddress.EXECUTED_OPEN);
                String left = "ROUND(" + at(PLANNED) + "-" + at(MOVED) + ",2)";
                amount(PLANNED, "ROUND(" + planned + ",2)", line.planned(), look);
                amount(MOVED, "ROUND(" + moved + ",2)", line.moved(), look);
                amount(
                        OPEN,
                        "IF(ROUND(" + planned + "-(" + moved + ")-(" + open + "),6)=0," + left + ",MIN(ROUND(" + open
                                + ",2)," + left + "))",
                        line.open(),
                        look);
            }
            amount(NOT_DUE, "ROUND(" + at(PLANNED) + "-" + at(MOVED) + "-" + at(OPEN) + ",2)", line.notDue(), look);
            grid.formula(
                    PERCENT,
                    "ROUNDDOWN(ROUND((" + moved + ")/(" + planned + ")*100,10),2)",
                    Optional.of(line.percent()),
                    look);
            grid.text(LAST, sum ? "" : count(line), CellLook.CENTERED);
        }
    }

    private String count(PrintedProgress line) {
        long count = execution
                .rows()
                .filter(each -> each.fund().equals(line.fund())
                        && each.row().change().isNegative() == line.out()
                        && each.row().open().isPositive())
                .count();
        return book.text(PART, "count.value", "count", count);
    }

    /** The exact sum of an amount over the banks of these lines, without its sign. */
    private String exact(List<PrintedProgress> lines, BookAddress kind) {
        return lines.stream()
                .map(line -> "SUMIF(" + range(BookAddress.EXECUTED_CHANGE, line) + ",\"" + (line.out() ? "<" : ">")
                        + "0\"," + range(kind, line) + ")")
                .map(sum -> lines.get(0).out() && kind != BookAddress.EXECUTED_OPEN ? "-" + sum : sum)
                .collect(Collectors.joining("+"));
    }

    private String range(BookAddress kind, PrintedProgress line) {
        return Addresses.range(book.addresses().all(kind, line.fund(), "")).orElseThrow();
    }

    private void sum(
            int column,
            int first,
            List<PrintedProgress> lines,
            List<PrintedProgress> parts,
            Money printed,
            CellLook look) {
        String cells = parts.stream()
                .map(part -> Addresses.fixed(column, first + lines.indexOf(part)))
                .collect(Collectors.joining("+"));
        amount(column, "ROUND(" + cells + ",2)", printed, look);
    }

    private void amount(int column, String formula, Money printed, CellLook look) {
        grid.formula(column, formula, Optional.of(printed.wan()), look);
    }

    private void banks() {
        List<InFund> exceptions = execution.exceptions();
        grid.section(book.text(PART, exceptions.isEmpty() ? "banks.none" : "banks"));
        if (exceptions.isEmpty()) {
            return;
        }
        grid.next();
        grid.heads(
                0, book.texts(PART, "bank", "fund", "direction", "planned", "moved", "open", "held", "state", "place"));
        exceptions.stream().limit(SHOWN).forEach(this::bank);
        if (exceptions.size() > SHOWN) {
            List<InFund> rest = exceptions.subList(SHOWN, exceptions.size());
            Money open = Money.sum(rest.stream().map(each -> each.row().open()).toList());
            line(
                    book.text(
                            PART,
                            "more",
                            "count",
                            rest.size(),
                            "amount",
                            PrintedNumber.money(PrintedColumn.rounded(open))),
                    CellLook.PLAIN);
        }
    }

    private void bank(InFund each) {
        ExecutedRow row = each.row();
        CellLook text = row.notWithdrawn().isPositive() ? CellLook.TEXT.strong() : CellLook.TEXT;
        grid.next()
                .text(0, sentence.label(row), text)
                .leadsTo(0, Optional.of(cell(BookAddress.EXECUTED_CHANGE, each)))
                .text(FUND, each.fund(), text)
                .text(DIRECTION, sentence.direction(row), CellLook.CENTERED);
        printed(PLANNED, "ABS", BookAddress.EXECUTED_CHANGE, each, Execution.absolute(row.change()));
        printed(MOVED, "ABS", BookAddress.EXECUTED_CARRIED, each, Execution.absolute(row.carried()));
        printed(OPEN, "", BookAddress.EXECUTED_OPEN, each, row.open());
        printed(HELD, "", BookAddress.EXECUTED_HELD, each, row.held());
        grid.text(STATE, sentence.state(row), text);
        grid.text(LAST, sentence.places(row), CellLook.TEXT);
    }

    private void printed(int column, String function, BookAddress kind, InFund each, Money exact) {
        String cell = function + "(" + cell(kind, each).absolute() + ")";
        amount(column, "ROUND(" + cell + ",2)", PrintedColumn.rounded(exact), CellLook.POINTS);
    }

    private Addresses.Address cell(BookAddress kind, InFund each) {
        List<ExecutedRow> rows = execution.funds().stream()
                .filter(fund -> fund.fund().equals(each.fund()))
                .findFirst()
                .orElseThrow()
                .rows();
        return book.addresses().all(kind, each.fund(), "").get(rows.indexOf(each.row()));
    }

    private String at(int column) {
        return grid.at(column).local();
    }
}
