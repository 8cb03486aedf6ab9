package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.execution.ExecutedFund;
import bankscore.contribution.execution.ExecutedRow;
import bankscore.contribution.execution.Execution;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.say.ExecutionSentence;
import bankscore.exact.Money;
import bankscore.facts.register.Register;
import bankscore.office.Approval;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** 执行明细: bank by bank what became of the approved plan, by the balances of the period's end (D23). */
public final class ExecutedRowsSheet {

    private static final Book.Part PART = Book.Part.EXECUTED_ROWS;

    private static final int BEFORE = 1;
    private static final int TARGET = 2;
    private static final int CHANGE = 3;
    private static final int DUE = 4;
    private static final int DUE_HOLDING = 5;
    private static final int HELD = 6;
    private static final int DEVIATION = 7;
    private static final int CARRIED = 8;
    private static final int OTHER = 9;
    private static final int OPEN = 10;
    private static final int STATE = 11;
    private static final int PLACE = 12;

    private final Book book;
    private final Grid grid;
    private final ExecutionSentence sentence;

    private ExecutedRowsSheet(Book book, Execution execution) {
        this.book = book;
        this.sentence = new ExecutionSentence(book.report(), execution, book.words());
        this.grid = book.grid(PART, 28, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 18, 50);
    }

    /** Writes it; a book without a plan in force has no such sheet. */
    public static void fill(Book book) {
        book.report().execution().ifPresent(execution -> new ExecutedRowsSheet(book, execution).fill(execution));
    }

    private void fill(Execution execution) {
        grid.titled(
                book.text(PART, "title", "jurisdiction", book.report().run().jurisdiction()),
                book.text(Book.Part.PLAN, "unit"));
        grid.repeatsTitleOnly();
        for (Approval approval : execution.approvals()) {
            grid.note(book.text(
                    PART,
                    "approval",
                    "period",
                    approval.period(),
                    "revision",
                    approval.revision(),
                    "document",
                    approval.document(),
                    "date",
                    book.words().date(approval.date()),
                    "day",
                    book.words().date(execution.asOf())));
        }
        if (!sentence.withdrawals().isEmpty()) {
            grid.next().across(0, grid.columns() - 1, sentence.withdrawals(), CellLook.PLAIN_BOLD);
        }
        grid.note(sentence.progress());
        execution.funds().forEach(this::fund);
        if (!execution.unseen().isEmpty()) {
            grid.note(book.text(PART, "unseen", "funds", String.join("、", execution.unseen())));
        }
        for (Execution.Added added : execution.added()) {
            grid.note(book.text(PART, "added", "fund", added.fund(), "held", added.held()));
        }
        grid.note(book.text(PART, "note.carried"));
        grid.note(book.text(PART, "note.unknown"));
        grid.signature();
        grid.finish(1, false);
    }

    private void fund(ExecutedFund fund) {
        grid.section(fund.fund());
        String[] heads = book.texts(
                PART,
                "bank",
                "before",
                "target",
                "change",
                "due",
                "due_holding",
                "held",
                "deviation",
                "carried",
                "other",
                "open",
                "state",
                "place");
        grid.next().heads(0, heads);
        int first = grid.row() + 1;
        fund.rows().forEach(row -> row(fund.fund(), row));
        int last = grid.row();
        grid.next().text(0, book.text(PART, "sum"), CellLook.CENTERED.strong());
        sum(BEFORE, fund, first, last, ExecutedRow::before);
        sum(TARGET, fund, first, last, ExecutedRow::target);
        sum(CHANGE, fund, first, last, ExecutedRow::change);
        sum(DUE, fund, first, last, ExecutedRow::due);
        sum(DUE_HOLDING, fund, first, last, ExecutedRow::dueHolding);
        sum(HELD, fund, first, last, ExecutedRow::held);
        sum(DEVIATION, fund, first, last, ExecutedRow::deviation);
        sum(CARRIED, fund, first, last, ExecutedRow::carried);
        sum(OTHER, fund, first, last, ExecutedRow::other);
        sum(OPEN, fund, first, last, ExecutedRow::open);
        grid.blanks(STATE, PLACE, CellLook.TEXT);
        for (ExecutedFund.Other other : fund.others()) {
            grid.note(book.text(
                    PART, other.outside() ? "outside" : "unplanned", "bank", other.name(), "held", other.held()));
        }
    }

    private void row(String fund, ExecutedRow row) {
        grid.next().text(0, sentence.label(row), CellLook.TEXT);
        value(BEFORE, row.before());
        value(TARGET, row.target());
        formula(CHANGE, at(TARGET) + "-" + at(BEFORE), row.change());
        value(DUE, row.due());
        formula(DUE_HOLDING, at(BEFORE) + "+" + at(DUE), row.dueHolding());
        List<String> cells = held(fund, row);
        if (cells.isEmpty()) {
            value(HELD, row.held());
        } else {
            formula(HELD, String.join("+", cells), row.held());
        }
        formula(DEVIATION, at(HELD) + "-" + at(DUE_HOLDING), row.deviation());
        String moved = at(HELD) + "-" + at(BEFORE);
        formula(
                CARRIED,
                "IF(" + at(CHANGE) + "<0,MAX(MIN(" + moved + ",0)," + at(CHANGE) + "),MIN(MAX(" + moved + ",0),"
                        + at(CHANGE) + "))",
                row.carried());
        formula(OTHER, moved + "-" + at(CARRIED), row.other());
        formula(
                OPEN,
                "MAX(IF(" + at(CHANGE) + "<0," + at(CARRIED) + "-" + at(DUE) + "," + at(DUE) + "-" + at(CARRIED)
                        + "),0)",
                row.open());
        grid.text(STATE, sentence.state(row), CellLook.CENTERED);
        grid.text(PLACE, sentence.places(row), CellLook.TEXT);
        note(BookAddress.EXECUTED_CHANGE, fund, CHANGE);
        note(BookAddress.EXECUTED_CARRIED, fund, CARRIED);
        note(BookAddress.EXECUTED_OPEN, fund, OPEN);
        note(BookAddress.EXECUTED_HELD, fund, HELD);
    }

    /** The cells of 基础数据 that say what a bank holds, whichever way the sheet writes the fund. */
    private List<String> held(String fund, ExecutedRow row) {
        if (row.gone()) {
            return List.of();
        }
        List<String> cells = new ArrayList<>();
        book.report().quarter().holdings().stream()
                .filter(each -> Register.key(each.fund()).equals(Register.key(fund)))
                .map(Holding::fund)
                .distinct()
                .forEach(name -> cells.addAll(book.addresses().absolutes(BookAddress.HELD, name, row.code())));
        return cells;
    }

    private void note(BookAddress kind, String fund, int column) {
        book.addresses().note(kind, fund, "", grid.at(column));
    }

    private void value(int column, Money amount) {
        grid.money(column, amount, CellLook.MONEY);
    }

    private void formula(int column, String formula, Money amount) {
        grid.formula(column, "ROUND(" + formula + ",6)", Optional.of(amount.wan()), CellLook.MONEY);
    }

    private void sum(int column, ExecutedFund fund, int first, int last, Function<ExecutedRow, Money> amount) {
        grid.formula(
                column,
                "ROUND(SUM(" + Addresses.column(column, first, last) + "),6)",
                Optional.of(fund.sum(amount).wan()),
                CellLook.MONEY.strong());
    }

    private String at(int column) {
        return grid.at(column).local();
    }
}
