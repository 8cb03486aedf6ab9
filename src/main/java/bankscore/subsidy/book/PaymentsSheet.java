package bankscore.subsidy.book;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions.Payment;
import bankscore.subsidy.decide.Decisions.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 拨付清单: who is paid how much into which account, by subsidy; below it what is to come back. */
final class PaymentsSheet {

    private static final Book.Part PART = Book.Part.PAYMENTS;
    private static final int FIRST = 4;

    private final Book book;
    private final List<String> subsidies;
    private final Grid grid;

    private PaymentsSheet(Book book) {
        this.book = book;
        this.subsidies = book.report().decisions().totals().stream()
                .filter(total -> total.claims() > 0)
                .map(Total::subsidy)
                .toList();
        this.grid = book.grid(
                PART,
                IntStream.concat(
                                IntStream.of(6, 34, 28, 26),
                                IntStream.range(0, columns()).map(column -> 18))
                        .toArray());
    }

    /** One for each subsidy where there are several, and the amount. */
    private int columns() {
        return subsidies.size() > 1 ? subsidies.size() + 1 : 1;
    }

    static void fill(Book book) {
        new PaymentsSheet(book).fill();
    }

    /** What tells payees apart: key and account. */
    static String key(Decision.Party payee) {
        return payee.key() + "|" + payee.account();
    }

    private void fill() {
        grid.titled(book.title(PART), book.words().text("book.unit"));
        heads();
        grid.headerEnds();
        List<Payment> payments = book.report().decisions().payments();
        List<Payment> recoveries = book.report().decisions().recoveries();
        if (book.report().paysMany()) {
            grid.next().across(0, grid.columns() - 1, book.text(PART, "many"), CellLook.TEXT);
        } else {
            rows(payments, "sum");
        }
        if (payments.isEmpty()) {
            grid.next().across(0, grid.columns() - 1, book.text(PART, "none"), CellLook.TEXT);
        }
        if (!recoveries.isEmpty()) {
            grid.section(book.text(PART, "recoveries"));
            heads();
            rows(recoveries, "recovered");
        }
        grid.notes(notes(recoveries));
        grid.signature();
        grid.counted().finish(2, false);
    }

    private List<String> notes(List<Payment> recoveries) {
        List<String> notes = new ArrayList<>(List.of(book.text(
                PART,
                "note",
                "count",
                book.report().decisions().payments().size(),
                "amount",
                PrintedNumber.yuan(sum(book.report().decisions().payments())))));
        if (!recoveries.isEmpty()) {
            notes.add(book.text(PART, "note.recoveries"));
        }
        return notes;
    }

    private static Money sum(List<Payment> payments) {
        return Money.sum(payments.stream().map(Payment::amount).toList());
    }

    private void heads() {
        grid.next().headerCells(0, book.texts(PART, "number", "payee", "branch", "account"));
        if (subsidies.size() > 1) {
            for (int i = 0; i < subsidies.size(); i++) {
                grid.headerCell(FIRST + i, book.subsidy(subsidies.get(i)));
            }
        }
        grid.headerCell(grid.columns() - 1, book.text(PART, "amount"));
    }

    private void rows(List<Payment> payments, String sum) {
        if (payments.isEmpty()) {
            return;
        }
        int first = grid.row() + 1;
        int number = 0;
        for (Payment payment : payments) {
            row(++number, payment);
            if (number > payments.size() - Book.WITH_SUM) {
                grid.keptWithNext();
            }
        }
        int last = grid.row();
        grid.next().blanks(0, FIRST - 1, CellLook.TEXT.strong()).text(1, book.text(PART, sum), CellLook.TEXT.strong());
        for (int column = FIRST; column < grid.columns(); column++) {
            int subsidy = column - FIRST;
            Money total = column == grid.columns() - 1
                    ? sum(payments)
                    : Money.sum(payments.stream()
                            .map(each -> of(each, subsidies.get(subsidy)))
                            .toList());
            grid.formula(
                    column,
                    "SUM(" + Addresses.column(column, first, last) + ")",
                    Book.yuan(total),
                    Book.AMOUNT.strong());
        }
    }

    private static Money of(Payment payment, String subsidy) {
        return payment.bySubsidy().getOrDefault(subsidy, Money.ZERO);
    }

    private void row(int number, Payment payment) {
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(1, payment.name(), CellLook.TEXT)
                .text(2, payment.branch(), CellLook.TEXT)
                .text(3, payment.account(), CellLook.CENTERED);
        int last = grid.columns() - 1;
        if (subsidies.size() == 1) {
            amount(last, cells(Stream.of(subsidies.get(0)), payment), payment.amount());
            return;
        }
        for (int i = 0; i < subsidies.size(); i++) {
            Money part = of(payment, subsidies.get(i));
            if (part.isZero()) {
                grid.blank(FIRST + i, Book.AMOUNT);
            } else {
                amount(FIRST + i, cells(Stream.of(subsidies.get(i)), payment), part);
            }
        }
        grid.formula(
                last,
                "SUM(" + grid.at(FIRST).local() + ":" + grid.at(last - 1).local() + ")",
                Book.yuan(payment.amount()),
                Book.AMOUNT);
    }

    /** The lines' cells that a payment is made of, if they are not too scattered. */
    private Optional<String> cells(Stream<String> of, Payment payment) {
        String key = payment.payee() + "|" + payment.account();
        List<Addresses.Address> cells = of.flatMap(
                        subsidy -> book.addresses().all(BookAddress.PAID, subsidy, key).stream())
                .toList();
        return Addresses.arguments(cells).map(arguments -> "SUM(" + arguments + ")");
    }

    private void amount(int column, Optional<String> formula, Money amount) {
        if (formula.isPresent()) {
            grid.formula(column, formula.get(), Book.yuan(amount), Book.AMOUNT);
        } else {
            grid.number(column, Book.yuan(amount), Book.AMOUNT);
        }
    }
}
