package bankscore.rule;

import java.util.Set;

/**
 * The columns that formulas may name.
 *
 * @param perSubject ids of figures per subject
 * @param ofRecords {@code dataset.column} of records
 */
public record FormulaColumns(Set<String> perSubject, Set<String> ofRecords) {

    public FormulaColumns {
        perSubject = Set.copyOf(perSubject);
        ofRecords = Set.copyOf(ofRecords);
    }
}
