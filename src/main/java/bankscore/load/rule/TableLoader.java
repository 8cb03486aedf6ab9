package bankscore.load.rule;

import bankscore.exact.Fraction;
import bankscore.load.schema.Shape;
import bankscore.load.schema.Shapes;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Mark;
import bankscore.rule.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code tables}: values by day, and values by words. */
public final class TableLoader {

    private static final String BY_DAY = "date";
    private static final Map<String, String> UNITS = Map.of("%", "%");
    private static final Keys DAYS = Keys.of("by", "published", "unit", "rows", "clause", "mark");
    private static final Keys WORDS = Keys.of("by", "levels", "rest", "own", "rows", "clause", "mark");
    /** All keys of tables. */
    public static final Keys KEYS =
            Keys.each(Keys.of("by", "published", "unit", "levels", "rest", "own", "rows", "clause", "mark"));

    /** What a table is: by its key of one of two forms. */
    public static final Shape SHAPE = place -> Shape.ordered(
            "if",
            Shape.ordered("properties", Map.of("by", Map.of("const", BY_DAY))),
            "then",
            place.mapping(DAYS, "days"),
            "else",
            place.mapping(WORDS, "words"));

    private TableLoader() {}

    /** What stands under the keys of tables. */
    public static Shapes shapes() {
        return new Shapes()
                .put(Shape.words(List.of(BY_DAY)), "days.by")
                .put(Shape.TEXT, "days.published")
                .put(Shape.words(UNITS.keySet()), "days.unit")
                .put(Shape.filled(Shape.row(Shape.DAY, Shape.NUMBER)), "days.rows")
                .need("days", "by")
                .one("days", "rows", "published")
                .put(Shape.TEXTS, "words.by", "words.levels", "words.own")
                .put(Shape.TEXT, "words.rest")
                .put(Shape.filled(Shape.filled(Shape.TEXT)), "words.rows")
                .need("words", "by", "rows")
                .beside("words", "rest", "levels")
                .beside("words", "own", "levels");
    }

    /** The tables by id, in the order of the file. */
    public static Map<String, Table> tables(YamlNode branch) {
        Map<String, Table> tables = new LinkedHashMap<>();
        branch.anyFields().all().forEach((id, table) -> {
            if (!RuleLoader.isId(id) || RuleLoader.isFunction(id)) {
                table.refuseText(id, "not_an_id");
            }
            table(id, table).ifPresent(read -> tables.put(id, read));
        });
        return tables;
    }

    private static Optional<Table> table(String id, YamlNode branch) {
        if (!branch.isMap()) {
            branch.refuse("not_a_map");
            return Optional.empty();
        }
        Optional<YamlNode> by = branch.anyFields().need("by");
        if (by.isPresent() && by.get().isScalar() && by.get().shown().equals(BY_DAY)) {
            return byDay(id, branch.fields(DAYS));
        }
        if (by.isPresent() && by.get().isList()) {
            return byWord(id, branch.fields(WORDS));
        }
        by.ifPresent(key -> key.refuse("not_a_table_key"));
        return Optional.empty();
    }

    private static Optional<Table> byDay(String id, Fields fields) {
        Optional<String> published = fields.get("published").flatMap(YamlNode::text);
        Optional<YamlNode> written = fields.get("rows");
        if (fields.has("published") == written.isPresent()) {
            fields.owner().refuseText(id, "rows_or_published");
        }
        List<Table.DayRow> rows = new ArrayList<>();
        Set<LocalDate> days = new HashSet<>();
        for (YamlNode row : written.map(YamlNode::filled).orElse(List.of())) {
            if (!row.isList() || row.list().size() != 2) {
                row.refuse("not_a_day_row");
                continue;
            }
            Optional<LocalDate> day = row.list().get(0).date();
            Optional<Fraction> value = row.list().get(1).number();
            if (day.isPresent() && !days.add(day.get())) {
                row.refuseText(day.get().toString(), "doubled_day");
            }
            day.ifPresent(from -> value.ifPresent(number -> rows.add(new Table.DayRow(from, number))));
        }
        String unit = fields.get("unit").flatMap(word -> word.choice(UNITS)).orElse("");
        clause(fields);
        return Optional.of(new Table.ByDay(id, unit, published, rows, RuleLoader.mark(fields)));
    }

    private static Optional<Table> byWord(String id, Fields fields) {
        List<String> by = distinct(fields, "by");
        List<String> levels = distinct(fields, "levels");
        List<String> own = distinct(fields, "own");
        Optional<YamlNode> rest = fields.get("rest");
        if (levels.isEmpty()) {
            for (String key : List.of("rest", "own")) {
                fields.get(key).ifPresent(branch -> branch.refuseText(key, "only_with_levels"));
            }
        } else {
            rest.filter(level -> !levels.contains(level.shown())).ifPresent(level -> level.refuseUnknown(levels));
            fields.get("own").filter(YamlNode::isList).map(YamlNode::list).orElse(List.of()).stream()
                    .filter(level -> !levels.contains(level.shown()))
                    .forEach(level -> level.refuseUnknown(levels));
        }
        List<Table.WordRow> rows = rows(fields, by, levels);
        clause(fields);
        Mark mark = RuleLoader.mark(fields);
        String last = levels.isEmpty() ? "" : rest.map(YamlNode::shown).orElse(levels.get(levels.size() - 1));
        return by.isEmpty() ? Optional.empty() : Optional.of(new Table.ByWord(id, by, levels, last, own, rows, mark));
    }

    private static List<Table.WordRow> rows(Fields fields, List<String> by, List<String> levels) {
        List<Table.WordRow> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (YamlNode branch : fields.need("rows").map(YamlNode::filled).orElse(List.of())) {
            Optional<Table.WordRow> row = row(branch, by.size(), levels);
            if (row.isEmpty()) {
                continue;
            }
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).rivals(row.get())) {
                    branch.refuseText(String.join(", ", row.get().words()), "rows_rival", "line", lines.get(i));
                }
            }
            rows.add(row.get());
            lines.add(branch.line());
        }
        return rows;
    }

    private static Optional<Table.WordRow> row(YamlNode branch, int words, List<String> levels) {
        int values = Math.max(1, levels.size());
        if (!branch.isList() || branch.list().size() != words + values) {
            branch.refuse("not_a_word_row", "words", words, "values", values);
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        branch.list().subList(0, words).forEach(word -> word.text().ifPresent(texts::add));
        List<Fraction> numbers = new ArrayList<>();
        for (YamlNode value : branch.list().subList(words, words + values)) {
            Optional<Fraction> number = value.number();
            if (!levels.isEmpty() && number.filter(Fraction::isNegative).isPresent()) {
                value.refuse("negative");
            }
            number.ifPresent(numbers::add);
        }
        if (texts.size() < words || numbers.size() < values) {
            return Optional.empty();
        }
        Fraction sum = Fraction.sum(numbers);
        if (!levels.isEmpty() && !sum.equals(Fraction.HUNDRED)) {
            branch.refuseText(String.join(", ", texts), "row_not_hundred", "sum", sum);
        }
        return Optional.of(new Table.WordRow(texts, numbers));
    }

    private static List<String> distinct(Fields fields, String key) {
        List<String> words = new ArrayList<>();
        for (YamlNode each : fields.get(key).map(YamlNode::filled).orElse(List.of())) {
            Optional<String> word = each.text();
            if (word.isPresent() && words.contains(word.get())) {
                each.refuse("doubled_word");
            }
            word.ifPresent(words::add);
        }
        return words;
    }

    /** Where the document says so is told by the list of parameters. */
    private static void clause(Fields fields) {
        fields.get("clause").ifPresent(YamlNode::text);
    }
}
