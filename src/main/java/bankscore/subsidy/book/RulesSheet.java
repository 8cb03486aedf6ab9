package bankscore.subsidy.book;

import bankscore.exact.Fraction;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Source;
import bankscore.rule.Table;
import bankscore.subsidy.say.CapSentence;
import bankscore.subsidy.say.Report;
import bankscore.subsidy.say.ShareText;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.List;
import java.util.stream.Stream;

/**
 * 规则与口径: what the rule computes and what it does not, its assumptions, its tables with the values that lines look up, and
 * every parameter with clause and mark.
 */
final class RulesSheet {

    private static final Book.Part PART = Book.Part.RULES;
    private static final int VALUE = 2;

    private final Book book;
    private final Report report;
    private final SubsidyScheme scheme;
    private final Grid grid;

    private RulesSheet(Book book) {
        this.book = book;
        this.report = book.report();
        this.scheme = report.scheme();
        this.grid = book.grid(PART, 8, 44, 24, 12, 16, 18, 18, 18, 18).fixedWidths();
    }

    static void fill(Book book) {
        new RulesSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), "").headerEnds();
        document();
        subsidies();
        assumptions();
        notComputed();
        scheme.tables().values().forEach(this::table);
        parameters();
        grid.finish(0, false);
    }

    private void document() {
        Source source = scheme.source();
        String none = book.words().text("book.none");
        grid.note(book.text(PART, "scheme", "title", scheme.title(), "id", scheme.id()));
        grid.note(book.text(
                PART,
                "document",
                "document",
                source.document(),
                "number",
                source.number().isEmpty() ? none : source.number(),
                "issued",
                source.issued().map(book.words()::date).orElse(none)));
        grid.note(book.text(
                PART,
                "force",
                "from",
                book.words().date(scheme.from()),
                "to",
                scheme.to().map(book.words()::date).orElseGet(() -> book.text(PART, "force.open")),
                "clauses",
                String.join("、", source.clauses())));
        grid.note(book.text(PART, "marks"));
    }

    private void section(String key) {
        grid.next();
        grid.section(book.text(PART, key));
    }

    /** A row of the tables of words: number, name, mark, clause, and what is said of it. */
    private void row(int number, String name, String mark, String clause, String text) {
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(1, name, CellLook.TEXT)
                .text(2, clause, CellLook.CENTERED)
                .text(3, mark, CellLook.CENTERED)
                .across(4, grid.columns() - 1, text, CellLook.TEXT);
    }

    private void heads(String name, String text) {
        grid.next()
                .heads(0, book.texts(PART, "number", name, "clause", "mark"))
                .across(4, grid.columns() - 1, book.text(PART, text), CellLook.HEADER);
    }

    private void subsidies() {
        section("subsidies");
        heads("subsidy", "how");
        CapSentence caps = new CapSentence(report.names(), book.words());
        ShareText shares = new ShareText(report.names(), book.words());
        int number = 0;
        for (Subsidy subsidy : scheme.subsidies()) {
            String how = book.text(
                    PART,
                    "how.text",
                    "formula",
                    shares.formula(subsidy, subsidy.amount().base()),
                    "rate",
                    shares.rate(subsidy),
                    "caps",
                    caps.all(subsidy),
                    "levels",
                    shares.bearing(subsidy));
            row(++number, subsidy.name(), book.mark(subsidy.mark()), subsidy.clause(), how);
        }
    }

    /** All that no public text says, so that it can be confirmed line by line. */
    private void assumptions() {
        List<Assumption> all = Stream.concat(
                        scheme.subsidies().stream().flatMap(subsidy -> of(subsidy)),
                        scheme.tables().values().stream()
                                .map(table -> new Assumption(
                                        book.text(PART, "table", "name", name(table.id())), table.mark(), "", "")))
                .filter(each -> each.mark() != Mark.TEXT)
                .toList();
        section("assumptions");
        if (all.isEmpty()) {
            grid.next().across(0, grid.columns() - 1, book.text(PART, "assumptions.none"), CellLook.TEXT);
            return;
        }
        heads("belongs", "how");
        int number = 0;
        for (Assumption each : all) {
            row(++number, each.name(), book.mark(each.mark()), each.clause(), each.text());
        }
    }

    private record Assumption(String name, Mark mark, String clause, String text) {}

    private Stream<Assumption> of(Subsidy subsidy) {
        CapSentence caps = new CapSentence(report.names(), book.words());
        return Stream.concat(
                subsidy.eligible().stream()
                        .map(each -> new Assumption(
                                subsidy.name(),
                                each.mark(),
                                each.clause(),
                                book.text(PART, "requirement", "reason", each.otherwise()))),
                subsidy.amount().caps().stream()
                        .map((Cap each) ->
                                new Assumption(subsidy.name(), each.mark(), each.clause(), caps.of(subsidy, each))));
    }

    private void notComputed() {
        section("notComputed");
        heads("notComputed.clause", "notComputed.why");
        int number = 0;
        for (Source.NotComputed each : scheme.source().notComputed()) {
            row(++number, each.clause(), book.words().text("book.none"), "", each.why());
        }
        if (number == 0) {
            grid.next().across(0, grid.columns() - 1, book.text(PART, "notComputed.none"), CellLook.TEXT);
        }
    }

    private String name(String table) {
        return new ShareText(report.names(), book.words()).table(table);
    }

    private void table(Table table) {
        grid.next();
        grid.section(book.text(PART, "table", "name", name(table.id())));
        if (table instanceof Table.ByDay byDay) {
            grid.next().heads(1, book.text(PART, "table.day"), book.text(PART, "table.value", "unit", byDay.unit()));
            for (Table.DayRow row : report.rows(byDay)) {
                grid.next().date(1, row.day(), CellLook.DATE).number(2, row.value(), CellLook.MONEY);
                book.addresses().note(BookAddress.TABLE_DAY, table.id(), "", grid.at(1));
                book.addresses().note(BookAddress.TABLE_VALUE, table.id(), "", grid.at(2));
            }
        } else if (table instanceof Table.ByWord byWord) {
            words(byWord);
        }
    }

    private void words(Table.ByWord table) {
        grid.next().heads(1, book.text(PART, "table.words"));
        List<String> levels = table.levels().isEmpty() ? List.of(book.text(PART, "table.single")) : table.levels();
        for (int i = 0; i < levels.size(); i++) {
            grid.heads(2 + i, levels.get(i));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            Table.WordRow each = table.rows().get(row);
            String said = String.join(
                    "、",
                    each.words().stream()
                            .map(word -> word.equals(Table.ByWord.ANY) ? book.text(PART, "table.any") : word)
                            .toList());
            grid.next().text(1, said, CellLook.TEXT);
            for (int i = 0; i < each.values().size(); i++) {
                grid.number(2 + i, each.values().get(i), CellLook.MONEY);
                book.addresses().note(BookAddress.TABLE_SHARE, table.id(), Integer.toString(row), grid.at(2 + i));
            }
        }
    }

    private void parameters() {
        section("parameters");
        grid.next()
                .heads(0, book.texts(PART, "line", "path", "value", "mark", "clause"))
                .across(5, grid.columns() - 1, book.text(PART, "belongs"), CellLook.HEADER);
        for (Parameter parameter : scheme.parameters()) {
            grid.next().number(0, parameter.line(), CellLook.SEQUENCE).text(1, parameter.path(), CellLook.TEXT);
            if (parameter.exact().isPresent()) {
                Fraction exact = parameter.exact().get();
                grid.number(VALUE, exact, CellLook.MONEY.shown(format(parameter)));
                book.addresses().note(BookAddress.PARAMETER, parameter.path(), "", grid.at(VALUE));
            } else {
                grid.text(VALUE, parameter.value(), CellLook.TEXT);
            }
            grid.text(3, book.mark(parameter.mark()), CellLook.CENTERED)
                    .text(4, parameter.clause(), CellLook.CENTERED)
                    .across(5, grid.columns() - 1, belongs(parameter), CellLook.TEXT);
        }
    }

    /** The subsidy whose parameter it is. */
    private String belongs(Parameter parameter) {
        return scheme.subsidies().stream()
                .filter(subsidy -> parameter.isWithin("subsidies." + subsidy.id()))
                .map(Subsidy::name)
                .findFirst()
                .orElse("");
    }

    /** A percentage with as many decimals as are written. */
    private static String format(Parameter parameter) {
        int decimals = parameter.decimals();
        return parameter.isPercent() ? "0" + (decimals > 0 ? "." + "0".repeat(decimals) : "") + "%" : "General";
    }
}
