package bankscore.rule.say;

import bankscore.answer.PrintedNumber;
import bankscore.finding.Words;
import bankscore.rule.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table of a rule as staff read it: one sentence a row.
 *
 * @param name what readers call a column by its id
 */
public record TableText(Words words, Function<String, String> name) {

    /** How the table is read. */
    public String head(Table table) {
        if (table instanceof Table.ByWord byWord) {
            return words.text(
                    "table.byWord",
                    "columns",
                    joined(byWord.by().stream().map(name).toList()));
        }
        Table.ByDay byDay = (Table.ByDay) table;
        return byDay.published()
                .map(item -> words.text("table.published", "item", item))
                .orElseGet(() -> words.text("table.byDay"));
    }

    /** Its rows, in the order of the file; none of one that is published. */
    public List<String> rows(Table table) {
        if (table instanceof Table.ByWord byWord) {
            return byWord.rows().stream().map(row -> row(byWord, row)).toList();
        }
        Table.ByDay byDay = (Table.ByDay) table;
        return byDay.rows().stream()
                .map(row -> words.text(
                        "table.day",
                        "day",
                        words.date(row.day()),
                        "value",
                        PrintedNumber.value(row.value()) + byDay.unit()))
                .toList();
    }

    /** Such as 水稻：中央40%、省25%、县35%. */
    private String row(Table.ByWord table, Table.WordRow row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            String value = PrintedNumber.value(row.values().get(i));
            values.add(
                    table.levels().isEmpty()
                            ? value
                            : words.text("table.level", "level", table.levels().get(i), "value", value));
        }
        String asked = row.words().stream()
                .map(word -> word.equals(Table.ByWord.ANY) ? words.text("table.any") : word)
                .collect(Collectors.joining(words.text("table.words")));
        return words.text("table.row", "words", asked, "values", joined(values));
    }

    private String joined(List<String> parts) {
        return String.join(words.text("condition.names"), parts);
    }
}
