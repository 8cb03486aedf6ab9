package bankscore.rule.line;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import java.time.LocalDate;
import java.util.Optional;

/** What conditions, formulas and tables ask of one line of claims, or of one subject. */
public interface Line {

    /** The day that picks the year of a cap and the row of a register; absent where its cell is empty. */
    Optional<LocalDate> day();

    /** The figure of a column; of a line of claims money is in 元. Absent where the cell is empty. */
    Optional<Fraction> amount(String column);

    /** What an earlier period published of a measure or benchmark; absent where it did not, and of lines. */
    default Optional<Fraction> published(Period at, String id) {
        return Optional.empty();
    }

    /** The day of a column; absent where the cell is empty. */
    Optional<LocalDate> day(String column);

    /** What a column says to a reader, of a party its register's name; empty where the cell is empty. */
    String text(String column);

    /** By what lines are grouped and registers asked: of a party its code, of anything else what it says. */
    String key(String column);
}
