package bankscore.facts;

import bankscore.sheet.CellRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a sheet of claims, such as a policy whose premium is to be subsidised.
 *
 * @param dataset the id of its dataset
 * @param row the row in its sheet, from 0
 * @param cells what its filled cells say, by column id; an empty cell has no entry
 */
public record Claim(String dataset, int row, Map<String, Entry> cells) {

    public Claim {
        cells = Cells.copyOf(cells);
    }

    /** What a filled cell says. */
    public sealed interface Entry {

        /** The column of the cell in its sheet, from 0. */
        int column();

        /** What it says as a text: a day as ISO, a figure with all its digits, of a party its key. */
        String text();
    }

    /** Words, or a reference kept with its leading zeros. */
    public record Words(int column, String text) implements Entry {}

    /** A day. */
    public record Day(int column, LocalDate day) implements Entry {
        @Override
        public String text() {
            return day.toString();
        }
    }

    /** A figure: money in 元, a number, or percent. */
    public record Amount(int column, BigDecimal value) implements Entry {
        @Override
        public String text() {
            return value.toPlainString();
        }
    }

    /**
     * Somebody of a register, or who would be.
     *
     * @param key the code of the register; unresolved, the credit code of the line, else the name as it is compared
     * @param name the register's name, else the text
     * @param known whether the register has them
     */
    public record Party(int column, String key, String name, boolean known) implements Entry {
        @Override
        public String text() {
            return key;
        }
    }

    /** What a cell says as a text; empty text where it is empty. */
    public String text(String id) {
        Entry entry = cells.get(id);
        return entry == null ? "" : entry.text();
    }

    /** What readers call what a cell says: of a party its name. */
    public String name(String id) {
        return cells.get(id) instanceof Party party ? party.name() : text(id);
    }

    public Optional<LocalDate> day(String id) {
        return cells.get(id) instanceof Day day ? Optional.of(day.day()) : Optional.empty();
    }

    public Optional<BigDecimal> amount(String id) {
        return cells.get(id) instanceof Amount amount ? Optional.of(amount.value()) : Optional.empty();
    }

    public Optional<Party> party(String id) {
        return cells.get(id) instanceof Party party ? Optional.of(party) : Optional.empty();
    }

    /** The cell of a column; empty where it is empty. */
    public Optional<CellRef> at(String id) {
        return Optional.ofNullable(cells.get(id)).map(entry -> new CellRef(row, entry.column()));
    }
}
