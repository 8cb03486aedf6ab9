package bankscore.facts;

import bankscore.sheet.CellRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One figure of one row as it is staged: its keys, its value and its cell.
 *
 * <p>A row of a per-subject dataset gives one figure per numeric column; a record (a rating, a fault) gives one for its
 * number; a row without any numeric column (a risk) gives one without a value.
 *
 * @param dataset the dataset's id
 * @param column the column's id
 * @param at the figure's cell
 * @param subject the subject's code; empty where the row names no subject
 * @param label the row's other key: fund, item or budgetary unit; empty if there is none
 * @param choice the row's word: kind of fault, action on a risk; empty if there is none
 * @param day the row's date: of the fault, of maturity
 * @param value in 万元 for money, exactly; absent where the cell is empty and may be
 * @param note further text of the row, such as the kind of risk; empty if there is none
 * @param by who answers for the row, or what a row without a number says besides its note; empty if there is nothing
 * @param shown what the cell shows by its number format, likewise, if that is another number; not kept of records
 */
public record Fact(
        String dataset,
        String column,
        CellRef at,
        String subject,
        String label,
        String choice,
        Optional<LocalDate> day,
        Optional<BigDecimal> value,
        String note,
        String by,
        Optional<BigDecimal> shown) {

    /** A figure that is what its cell shows. */
    public Fact(
            String dataset,
            String column,
            CellRef at,
            String subject,
            String label,
            String choice,
            Optional<LocalDate> day,
            Optional<BigDecimal> value,
            String note,
            String by) {
        this(dataset, column, at, subject, label, choice, day, value, note, by, Optional.empty());
    }

    /** A figure that nobody in particular answers for. */
    public Fact(
            String dataset,
            String column,
            CellRef at,
            String subject,
            String label,
            String choice,
            Optional<LocalDate> day,
            Optional<BigDecimal> value,
            String note) {
        this(dataset, column, at, subject, label, choice, day, value, note, "");
    }
}
