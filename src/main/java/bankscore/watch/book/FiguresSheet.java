package bankscore.watch.book;

import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.intake.ColumnWords;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.BenchmarkValue;
import bankscore.sheet.Place;
import bankscore.watch.judge.JudgedGroup;
import bankscore.watch.judge.Watched;
import bankscore.watch.scheme.Group;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;

/** 数据来源: every figure that entered, one a row, with the cell it came from; behind them the benchmarks. */
final class FiguresSheet {

    private static final Book.Part PART = Book.Part.FIGURES;
    private static final int VALUE = 4;

    private final Book book;
    private final Grid grid;
    private final int ids;
    private final Set<String> items = new HashSet<>();

    private FiguresSheet(Book book) {
        this.book = book;
        this.grid = book.grid(PART, 12, 14, 30, 26, 20, 10, 48, 24, 12);
        this.ids = grid.beside(28);
    }

    static void fill(Book book) {
        new FiguresSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), "");
        grid.header(book.texts(PART, "group", "code", "name", "column", "value", "unit", "file", "sheetName", "cell"))
                .headerCell(ids, book.text(PART, "id"));
        int header = grid.row();
        book.report().judgement().groups().forEach(this::group);
        book.report().judgement().benchmarks().stream()
                .filter(BenchmarkValue::published)
                .forEach(value -> item(value.benchmark().published().orElse(""), value.value(), "", value.place()));
        book.report()
                .judgement()
                .targets()
                .forEach(state -> item(
                        state.target().published(),
                        state.value(),
                        state.target().unit(),
                        state.place()));
        book.report()
                .judgement()
                .indices()
                .forEach(index -> index.parts().forEach(part -> {
                    item(part.part().published(), part.value(), "", part.place());
                    if (part.base().isPresent()) {
                        String name = book.text(
                                PART,
                                "base",
                                "item",
                                part.part().published(),
                                "period",
                                book.words().quarter(index.index().base()));
                        row(
                                "",
                                "",
                                "",
                                name,
                                part.base().get(),
                                "",
                                part.basePlace(),
                                index.index().path());
                        book.addresses()
                                .note(
                                        BookAddress.BASE,
                                        index.index().id(),
                                        part.part().published(),
                                        grid.at(VALUE));
                    }
                }));
        // With the ids, or who sorts would part them from their figures.
        grid.sheet().setAutoFilter(new CellRangeAddress(header, Math.max(header, grid.row()), 0, ids));
        benchmarks();
        grid.finish(3, false);
    }

    private void benchmarks() {
        if (book.report().judgement().benchmarks().isEmpty()) {
            return;
        }
        Cells cells = new Cells(book);
        grid.next();
        grid.section(book.text(PART, "benchmarks"));
        for (BenchmarkValue value : book.report().judgement().benchmarks()) {
            row(
                    "",
                    "",
                    book.text(PART, value.published() ? "published" : "computed"),
                    value.benchmark().name());
            CellLook look = Book.look(value.benchmark().rounding().filter(to -> !value.published()));
            cells.benchmark(value)
                    .ifPresentOrElse(
                            formula -> grid.formula(VALUE, formula, value.value(), look),
                            () -> grid.number(VALUE, value.value(), look));
            at(value.place());
            grid.text(ids, value.benchmark().id(), CellLook.TEXT);
            book.addresses().note(BookAddress.BENCHMARK, value.benchmark().id(), "", grid.at(VALUE));
        }
    }

    private void group(JudgedGroup judged) {
        Group group = judged.group();
        FactTable facts = book.report().input().facts().get(group.id());
        if (facts == null) {
            return;
        }
        for (Watched subject : judged.subjects()) {
            String code = subject.subject().code();
            for (String column : new TreeSet<>(facts.figures().keySet())) {
                facts.figure(column, code).ifPresent(figure -> figure(group, subject, figure));
            }
        }
    }

    private void figure(Group group, Watched subject, Figure figure) {
        String column = figure.column();
        row(
                book.called(group),
                subject.subject().code(),
                subject.subject().label(),
                book.report().name(group, column),
                figure.value(),
                Optional.ofNullable(book.report().columns().get(column))
                        .map(ColumnWords::unit)
                        .orElse(""),
                figure.place(),
                group.id() + "." + column);
        book.addresses()
                .note(
                        BookAddress.FIGURE,
                        group.id() + "." + column,
                        subject.subject().code(),
                        grid.at(VALUE));
    }

    /** A published figure; several may ask for it. */
    private void item(String item, Optional<Fraction> value, String unit, Place place) {
        if (value.isPresent() && items.add(item)) {
            row("", "", "", item, value.get(), unit, place, "");
            book.addresses().note(BookAddress.PUBLISHED, item, "", grid.at(VALUE));
        }
    }

    private void row(
            String group, String code, String name, String column, Fraction value, String unit, Place at, String id) {
        row(group, code, name, column);
        grid.number(VALUE, value, CellLook.MONEY).text(5, unit, CellLook.CENTERED);
        at(at);
        grid.text(ids, id, CellLook.TEXT);
    }

    private void row(String group, String code, String name, String column) {
        grid.next()
                .text(0, group, CellLook.CENTERED)
                .text(1, code, CellLook.CENTERED)
                .text(2, name, CellLook.TEXT)
                .text(3, column, CellLook.TEXT)
                .blank(5, CellLook.CENTERED);
    }

    private void at(Place place) {
        grid.text(6, place.file(), CellLook.TEXT)
                .text(7, place.sheet(), CellLook.TEXT)
                .text(8, place.cell(), CellLook.CENTERED);
    }
}
