package bankscore.watch.book;

import bankscore.exact.Fraction;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Definition;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.Watched;
import bankscore.watch.say.RuleSentences;
import bankscore.watch.scheme.Group;
import java.util.Optional;

/** 点名清单: who is named, what for, with which figures, since when, by which clause, and what follows. */
final class NamedSheet {

    private static final Book.Part PART = Book.Part.NAMED;

    private final Book book;
    private final Grid grid;
    private final RuleSentences rule;
    private int number;

    private NamedSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 6, 10, 22, 22, 13, 13, 13, 10, 5, 7, 16, 12, 19);
        this.rule = new RuleSentences(book.report().rule(), book::called, book.words());
    }

    static void fill(Book book) {
        new NamedSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), "");
        grid.header(book.texts(
                PART, "number", "group", "name", "watch", "value", "bound", "gap", "unit", "grade", "running", "since",
                "clause", "degree"));
        for (JudgedGroup judged : book.report().judgement().groups()) {
            for (Watched subject : judged.subjects()) {
                subject.hits().forEach(look -> row(judged.group(), subject, look));
            }
        }
        if (number == 0) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, book.text(PART, "none"), CellLook.TEXT);
        }
        grid.note(book.text(PART, "note"));
        grid.signature();
        grid.counted().finish(3, false);
    }

    private void row(Group group, Watched subject, Look look) {
        String code = subject.subject().code();
        String key = group.id() + "." + look.watch().id();
        Definition.Measure measure = group.measure(look.watch().measure()).orElseThrow();
        CellLook shown = Book.look(measure.rounding());
        Optional<Addresses.Address> value =
                book.addresses().find(BookAddress.MEASURE, group.id() + "." + measure.id(), code);
        grid.next()
                .number(0, ++number, CellLook.SEQUENCE)
                .text(1, book.called(group), CellLook.CENTERED)
                .text(2, subject.subject().label(), CellLook.TEXT)
                .leadsTo(2, value)
                .text(3, look.watch().name(), CellLook.TEXT)
                .link(value, 4, look.value(), shown)
                .link(book.addresses().find(BookAddress.BOUND, key, code), 5, look.bound(), shown)
                .link(book.addresses().find(BookAddress.GAP, key, code), 6, look.gap(), shown)
                .text(7, rule.points(measure.unit()), CellLook.CENTERED)
                .number(8, look.grade(), CellLook.SEQUENCE)
                .link(
                        book.addresses().find(BookAddress.RUNNING, key, code),
                        9,
                        Optional.of(Fraction.of(look.running())),
                        CellLook.SEQUENCE)
                .text(
                        10,
                        book.words()
                                .quarter(look.met().get(look.met().size() - 1).period()),
                        CellLook.CENTERED)
                .text(11, book.report().rule().source().cited(look.watch().clause()), CellLook.CENTERED)
                .text(
                        12,
                        subject.degree()
                                .map(degree -> degree.name())
                                .orElseGet(() -> book.words().text("book.none")),
                        CellLook.CENTERED);
    }
}
