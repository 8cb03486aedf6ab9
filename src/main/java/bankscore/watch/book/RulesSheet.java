package bankscore.watch.book;

import bankscore.finding.Words;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Source;
import bankscore.rule.say.RuleClause;
import bankscore.watch.say.RuleText;
import bankscore.watch.scheme.WatchScheme;
import java.util.List;

/** 规则与口径: what is measured and looked for, what follows, what is assumed, and every parameter with clause and mark. */
final class RulesSheet {

    private static final Book.Part PART = Book.Part.RULES;
    private static final int VALUE = 2;

    private final Book book;
    private final WatchScheme rule;
    private final RuleText text;
    private final Grid grid;
    private int number;

    private RulesSheet(Book book) {
        this.book = book;
        this.rule = book.report().rule();
        this.text = new RuleText(book.report(), book.words());
        this.grid = book.grid(PART, 8, 44, 24, 8, 18, 70).fixedWidths();
    }

    static void fill(Book book) {
        new RulesSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), "").headerEnds();
        document();
        lines("assumptions", text.uncertain());
        if (number == 0) {
            grid.next().across(0, grid.columns() - 1, book.text(PART, "assumptions.none"), CellLook.TEXT);
        }
        lines("rules", text.all());
        List<RuleClause> others = rule.source().notComputed().stream()
                .map(each -> new RuleClause(book.text(PART, "notComputed.name"), each.clause(), Mark.TEXT, each.why()))
                .toList();
        if (!others.isEmpty()) {
            lines("notComputed", others);
        }
        parameters();
        grid.finish(0, false);
    }

    private void document() {
        Source source = rule.source();
        Words words = book.words();
        String none = words.text("book.none");
        grid.note(book.text(PART, "scheme", "title", rule.title(), "id", rule.id()));
        grid.note(book.text(
                PART,
                "document",
                "document",
                source.document(),
                "number",
                source.number().isEmpty() ? none : source.number(),
                "issued",
                source.issued().map(words::date).orElse(none)));
        grid.note(book.text(
                PART,
                "force",
                "from",
                words.date(rule.from()),
                "to",
                rule.to().map(words::date).orElseGet(() -> book.text(PART, "force.open")),
                "clauses",
                String.join("、", source.clauses())));
        grid.note(book.text(PART, "marks"));
    }

    private void lines(String section, List<RuleClause> lines) {
        grid.next();
        grid.section(book.text(PART, section));
        number = 0;
        for (RuleClause line : lines) {
            if (number == 0) {
                grid.next().heads(0, book.texts(PART, "number", "name", "clause", "mark"));
                grid.across(4, grid.columns() - 1, book.text(PART, "how"), CellLook.HEADER);
            }
            grid.next()
                    .number(0, ++number, CellLook.SEQUENCE)
                    .text(1, line.name(), CellLook.TEXT)
                    .text(2, line.clause(), CellLook.CENTERED)
                    .text(3, book.mark(line.mark()), CellLook.CENTERED)
                    .across(4, grid.columns() - 1, line.text(), CellLook.TEXT);
        }
    }

    private void parameters() {
        grid.next();
        grid.section(book.text(PART, "parameters"));
        grid.next().heads(0, book.texts(PART, "line", "path", "value", "mark", "clause", "belongs"));
        for (Parameter parameter : rule.parameters()) {
            grid.next().number(0, parameter.line(), CellLook.SEQUENCE).text(1, parameter.path(), CellLook.TEXT);
            if (parameter.exact().isPresent()) {
                int decimals = parameter.decimals();
                String format = parameter.isPercent()
                        ? "0" + (decimals > 0 ? "." + "0".repeat(decimals) : "") + "%"
                        : "General";
                grid.number(VALUE, parameter.exact().get(), CellLook.MONEY.shown(format));
                book.addresses().note(BookAddress.PARAMETER, parameter.path(), "", grid.at(VALUE));
            } else {
                grid.text(VALUE, parameter.value(), CellLook.TEXT);
            }
            grid.text(3, book.mark(parameter.mark()), CellLook.CENTERED)
                    .text(4, parameter.clause(), CellLook.CENTERED)
                    .text(5, text.belongs(parameter), CellLook.TEXT);
        }
    }
}
