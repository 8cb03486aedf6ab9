package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.sheet.PlainText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A table of a rule: values by day or by words, exact. */
public sealed interface Table {

    String id();

    Mark mark();

    /**
     * Values from a day on: the last one on or before the day that is asked counts.
     *
     * @param unit {@code %} or empty
     * @param published the item of the published figures that gives the rows; absent: the rule itself does
     * @param rows of the rule itself, by day
     */
    record ByDay(String id, String unit, Optional<String> published, List<DayRow> rows, Mark mark) implements Table {
        public ByDay {
            rows = List.copyOf(rows);
        }
    }

    /** A value from a day on. */
    record DayRow(LocalDate day, Fraction value) {}

    /**
     * Values by words of a line's columns. The row with the most words that are not {@link #ANY} wins.
     *
     * @param by the columns that are looked at
     * @param levels what the values are, such as levels of government; empty: one value
     * @param rest the level that bears the difference; empty without levels
     * @param own the levels that are nobody's subsidy
     */
    record ByWord(
            String id,
            List<String> by,
            List<String> levels,
            String rest,
            List<String> own,
            List<WordRow> rows,
            Mark mark)
            implements Table {

        /** Stands for every word. */
        public static final String ANY = "*";

        public ByWord {
            by = List.copyOf(by);
            levels = List.copyOf(levels);
            own = List.copyOf(own);
            rows = List.copyOf(rows);
        }

        /** The same with its words as they are compared. */
        public ByWord compared() {
            return new ByWord(
                    id,
                    by,
                    levels,
                    rest,
                    own,
                    rows.stream()
                            .map(row -> new WordRow(
                                    row.words().stream().map(PlainText::closed).toList(), row.values()))
                            .toList(),
                    mark);
        }

        /** The row for some words as they are compared; empty if there is none. */
        public Optional<WordRow> row(List<String> words) {
            WordRow best = null;
            for (WordRow each : rows) {
                if (each.fits(words) && (best == null || each.exact() > best.exact())) {
                    best = each;
                }
            }
            return Optional.ofNullable(best);
        }
    }

    /**
     * A row by words.
     *
     * @param words one for each column that is looked at
     * @param values in percent where they are levels' shares
     */
    record WordRow(List<String> words, List<Fraction> values) {
        public WordRow {
            words = List.copyOf(words);
            values = List.copyOf(values);
        }

        boolean fits(List<String> asked) {
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).equals(ByWord.ANY) && !words.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether some words fit both rows though neither names more of them. */
        public boolean rivals(WordRow other) {
            for (int i = 0; i < words.size(); i++) {
                String own = PlainText.closed(words.get(i));
                String its = PlainText.closed(other.words.get(i));
                if (!own.equals(its) && !own.equals(ByWord.ANY) && !its.equals(ByWord.ANY)) {
                    return false;
                }
            }
            return exact() == other.exact();
        }

        /** How many words it names. */
        public long exact() {
            return words.stream().filter(word -> !word.equals(ByWord.ANY)).count();
        }
    }
}
