package bankscore.facts;

import bankscore.sheet.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What was understood of one sheet, as it is read back to whoever sent it ({@code src/docs/output.md}, The read-back).
 *
 * @param sheet file and sheet
 * @param dataset the id of what it was taken for
 * @param name what users call that
 * @param unit the unit of its money; absent where it has none
 * @param period what it says of its period
 * @param content what stands in its rows; absent where they were not read because something else stops the run
 */
public record ReceivedSheet(
        Place sheet,
        String dataset,
        String name,
        Optional<Said> unit,
        Optional<Said> period,
        Optional<Content> content) {

    /**
     * What a sheet says, and where.
     *
     * @param at the cells; empty text where the sheet's name says it, absent where nothing does and the default counts
     */
    public record Said(String text, Optional<String> at) {}

    /**
     * What stands in the rows of a sheet.
     *
     * @param rows how many rows are data
     * @param subjects how many subjects of the register they name
     * @param ofRegister whether these are subjects of the one register whose subjects have a name for all of them
     * @param totals of the columns of money, from left to right
     */
    public record Content(long rows, long subjects, boolean ofRegister, List<Total> totals) {

        public Content {
            totals = List.copyOf(totals);
        }

        /** Of the subjects of that register. */
        public Content(long rows, long subjects, List<Total> totals) {
            this(rows, subjects, true, totals);
        }
    }

    /**
     * What a column of money adds up to: in 万元, of claims in 元.
     *
     * @param column its id
     * @param name what users call it
     * @param previous the same of the latest earlier published period; absent if there is nothing to set beside it
     * @param yuan whether it is in 元
     */
    public record Total(String column, String name, BigDecimal amount, Optional<BigDecimal> previous, boolean yuan) {

        /** In 万元. */
        public Total(String column, String name, BigDecimal amount, Optional<BigDecimal> previous) {
            this(column, name, amount, previous, false);
        }
    }
}
