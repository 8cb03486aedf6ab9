package bankscore.sample;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in one cell of a form. */
sealed interface Entry {
    /** Nothing, in a bordered cell. */
    record Blank() implements Entry {}

    record Words(String text) implements Entry {}

    record Amount(BigDecimal value) implements Entry {}

    /** A live formula with the value that a spreadsheet program has stored beside it. */
    record Live(String formula, BigDecimal value) implements Entry {}

    record Day(LocalDate date) implements Entry {}

    static Entry blank() {
        return new Blank();
    }

    static Entry words(String text) {
        return text.isEmpty() ? blank() : new Words(text);
    }

    static Entry amount(BigDecimal value) {
        return new Amount(value);
    }

    static Entry count(int value) {
        return new Amount(BigDecimal.valueOf(value));
    }

    static Entry live(String formula, BigDecimal value) {
        return new Live(formula, value);
    }

    static Entry day(LocalDate date) {
        return new Day(date);
    }

    /** The number that counts in a sum; 0 for anything else. */
    default BigDecimal summand() {
        if (this instanceof Amount amount) {
            return amount.value();
        }
        return this instanceof Live live ? live.value() : BigDecimal.ZERO;
    }
}
