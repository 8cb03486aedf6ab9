package bankscore.rule;

import java.util.Set;

/**
 * The columns that formulas may name.
 *
 * @param perBank ids of per-bank figures
 * @param ofRecords {@code dataset.column} of records
 */
public record FormulaColumns(Set<String> perBank, Set<String> ofRecords) {

    public FormulaColumns {
        perBank = Set.copyOf(perBank);
        ofRecords = Set.copyOf(ofRecords);
    }
}
