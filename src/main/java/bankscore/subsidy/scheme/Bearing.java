package bankscore.subsidy.scheme;

import bankscore.exact.Fraction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who bears a granted amount: levels of government and, among {@link #own()}, those whose part is nobody's subsidy. */
public sealed interface Bearing {

    /** The level that bears the difference, so that the parts add up to the amount. */
    String rest();

    /** The levels whose part is no payment, such as the insured. */
    List<String> own();

    /**
     * Shares that the subsidy itself names.
     *
     * @param levels 1 for 100 %, adding up to 1, in the order of the file
     */
    record Shares(Map<String, Fraction> levels, String rest, List<String> own) implements Bearing {
        public Shares {
            levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
            own = List.copyOf(own);
        }
    }

    /** The shares of a table by words ({@link bankscore.rule.Table.ByWord}), in percent. */
    record OfTable(String table, String rest, List<String> own) implements Bearing {
        public OfTable {
            own = List.copyOf(own);
        }
    }
}
