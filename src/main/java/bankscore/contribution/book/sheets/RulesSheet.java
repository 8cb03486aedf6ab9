package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.say.FormName;
import bankscore.contribution.say.MethodSentence;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Definition;
import bankscore.rule.Parameter;
import bankscore.rule.Source;
import bankscore.rule.say.DefinitionText;
import bankscore.rule.say.FormulaText;

/** 规则与口径: every parameter of the scheme, what implements which clause, and how open points are read. */
public final class RulesSheet {

    private static final Book.Part PART = Book.Part.RULES;

    private static final int VALUE = 2;

    private final Book book;
    private final Scheme scheme;
    private final Grid grid;

    private RulesSheet(Book book) {
        this.book = book;
        this.scheme = book.assessment().scheme();
        this.grid = book.grid(PART, 8, 44, 36, 8, 16, 70).fixedWidths();
    }

    public static void fill(Book book) {
        new RulesSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), "").headerEnds();
        document();
        readings();
        clauses();
        parameters();
        grid.finish(0, false);
    }

    private void document() {
        Source source = scheme.source();
        grid.note(book.text(PART, "scheme", "title", scheme.title(), "id", scheme.id()));
        grid.note(book.text(
                PART,
                "document",
                "document",
                source.document(),
                "number",
                source.number().isEmpty() ? book.words().text("book.none") : source.number(),
                "issued",
                source.issued()
                        .map(Object::toString)
                        .orElseGet(() -> book.words().text("book.none"))));
        grid.note(book.text(
                PART,
                "force",
                "from",
                scheme.from(),
                "to",
                scheme.to().map(Object::toString).orElseGet(() -> book.text(PART, "force.open")),
                "clauses",
                String.join("、", source.clauses())));
        grid.note(book.text(PART, "marks"));
    }

    private void readings() {
        grid.next();
        grid.section(book.text(PART, "readings"));
        head("reading.code", "reading.question", "reading.setting", "mark", "clause", "reading.answer");
        for (OpenPoints.Reading reading : new OpenPoints(book).all()) {
            grid.next()
                    .text(0, reading.code(), CellLook.CENTERED)
                    .text(1, reading.question(), CellLook.TEXT)
                    .text(
                            2,
                            reading.setting().isEmpty() ? book.words().text("book.none") : reading.setting(),
                            CellLook.TEXT)
                    .text(3, book.mark(reading.mark()), CellLook.CENTERED)
                    .text(4, String.join("、", scheme.source().clauses()), CellLook.CENTERED)
                    .text(5, reading.answer(), CellLook.TEXT);
        }
    }

    private void clauses() {
        MethodSentence methods = new MethodSentence(book.words(), scheme);
        DefinitionText definitions = new DefinitionText(FormulaText.named(book.words(), book::name), book.words());
        grid.next();
        grid.section(book.text(PART, "clauses"));
        head("number", "clause.name", "clause.path", "mark", "clause", "clause.how");
        int number = 0;
        for (Item item : scheme.items()) {
            number++;
            clause(number, item.name(), item.path(), book.mark(item.mark()), item.clause(), methods.of(item));
        }
        for (Definition definition : scheme.definitions().all()) {
            number++;
            clause(
                    number,
                    definition.name(),
                    definition.path(),
                    book.mark(definition.mark()),
                    definition.clause(),
                    definitions.of(definition));
        }
        clause(
                number + 1,
                book.text(PART, "allocation"),
                "allocation",
                book.mark(scheme.allocation().mark()),
                scheme.allocation().clause(),
                FormName.of(scheme.allocation().form(), book.words()));
        for (Source.NotComputed each : scheme.source().notComputed()) {
            number++;
            clause(
                    number + 1,
                    book.text(PART, "notComputed"),
                    "not_computed",
                    book.words().text("book.none"),
                    each.clause(),
                    book.text(PART, "notComputed.how"));
        }
    }

    private void clause(int number, String name, String path, String mark, String clause, String how) {
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(1, name, CellLook.TEXT)
                .text(2, path, CellLook.TEXT)
                .text(3, mark, CellLook.CENTERED)
                .text(4, clause, CellLook.CENTERED)
                .text(5, how, CellLook.TEXT);
    }

    private void parameters() {
        grid.next();
        grid.section(book.text(PART, "parameters"));
        head("line", "path", "value", "mark", "clause", "belongs");
        for (Parameter parameter : scheme.parameters()) {
            grid.next().number(0, parameter.line(), CellLook.SEQUENCE).text(1, parameter.path(), CellLook.TEXT);
            if (parameter.exact().isPresent()) {
                grid.number(VALUE, parameter.exact().get(), CellLook.MONEY.shown(format(parameter)));
                book.addresses().note(BookAddress.PARAMETER, parameter.path(), "", grid.at(VALUE));
            } else {
                grid.text(VALUE, parameter.value(), CellLook.TEXT);
            }
            grid.text(3, book.mark(parameter.mark()), CellLook.CENTERED)
                    .text(4, parameter.clause(), CellLook.CENTERED)
                    .text(5, belongs(parameter.path()), CellLook.TEXT);
        }
    }

    /** A percentage with as many decimals as are written. */
    private static String format(Parameter parameter) {
        int decimals = parameter.decimals();
        return parameter.isPercent() ? "0" + (decimals > 0 ? "." + "0".repeat(decimals) : "") + "%" : "General";
    }

    private void head(String... keys) {
        grid.next().heads(0, book.texts(PART, keys));
    }

    /** The Chinese name of the item or value that a path belongs to. */
    private String belongs(String path) {
        int end = path.indexOf('.');
        String section = end < 0 ? path : path.substring(0, end);
        String rest = end < 0 ? "" : path.substring(end + 1);
        int next = rest.indexOf('.');
        String id = next < 0 ? rest : rest.substring(0, next);
        String name = scheme.items().stream()
                .filter(item -> section.equals("items") && item.id().equals(id))
                .map(Item::name)
                .findFirst()
                .or(() -> scheme.definitions().all().stream()
                        .filter(definition ->
                                !section.equals("items") && definition.id().equals(id))
                        .map(Definition::name)
                        .findFirst())
                .orElse("");
        String group = book.words().find(PART.key() + ".section." + section).orElse("");
        return group.isEmpty() || name.isEmpty()
                ? group + name
                : book.text(PART, "belongsTo", "section", group, "name", name);
    }
}
