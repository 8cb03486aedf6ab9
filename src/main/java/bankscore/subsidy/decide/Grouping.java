package bankscore.subsidy.decide;

import bankscore.rule.line.Line;
import bankscore.sheet.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The values by which lines are put together: a party's key, a day, a figure as a number, a text as it is compared. */
final class Grouping {

    private Grouping() {}

    /** What a column of a line is grouped by; empty where its cell is. */
    static String value(Line line, String column) {
        return line.amount(column)
                .map(Object::toString)
                .or(() -> line.day(column).map(LocalDate::toString))
                .orElseGet(() -> PlainText.closed(line.key(column)));
    }

    /** Some words and then the values of columns; empty where a cell is. */
    static List<String> values(List<String> words, Line line, List<String> columns) {
        List<String> values = new ArrayList<>(words);
        for (String column : columns) {
            String value = value(line, column);
            if (value.isEmpty()) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }
}
