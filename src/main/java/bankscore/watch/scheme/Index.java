package bankscore.watch.scheme;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.rule.Mark;
import java.util.List;

/**
 * Several published figures as one number: the sum of weight × value ÷ value of the base period × base value.
 *
 * @param base the period in which it is the base value
 * @param parts their weights add up to 1
 */
public record Index(
        String id,
        String name,
        Period base,
        Fraction baseValue,
        List<Part> parts,
        Rounding rounding,
        String clause,
        Mark mark) {

    public Index {
        parts = List.copyOf(parts);
    }

    /**
     * A published figure of an index.
     *
     * @param published the item of the sheet of published figures
     * @param weight 1 for 100 %
     */
    public record Part(String published, Fraction weight) {}

    /** How parameters, findings and simulations call it. */
    public String path() {
        return "index." + id;
    }
}
