package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.Map;

/** A named table of constants by word. */
public record ValueTable(String id, Map<String, Fraction> byWord, Mark mark) {

    public ValueTable {
        byWord = Map.copyOf(byWord);
    }

    /** How parameters call the constant of a word. */
    public String path(String word) {
        return "values." + id + "." + word;
    }
}
