package bankscore.sample;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What stands in one cell of a form. */
sealed interface SampleEntry {
    /** Nothing, in a bordered cell. */
    record Blank() implements SampleEntry {}

    record Words(String text) implements SampleEntry {}

    record Amount(BigDecimal value) implements SampleEntry {}

    /** A live formula with the value that a spreadsheet program has stored beside it. */
    record Live(String formula, BigDecimal value) implements SampleEntry {}

    record Day(LocalDate date) implements SampleEntry {}

    static SampleEntry blank() {
        return new Blank();
    }

    static SampleEntry words(String text) {
        return text.isEmpty() ? blank() : new Words(text);
    }

    static SampleEntry amount(BigDecimal value) {
        return new Amount(value);
    }

    static SampleEntry count(int value) {
        return new Amount(BigDecimal.valueOf(value));
    }

    static SampleEntry live(String formula, BigDecimal value) {
        return new Live(formula, value);
    }

    static SampleEntry day(LocalDate date) {
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
