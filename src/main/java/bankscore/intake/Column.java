package bankscore.intake;

import bankscore.exact.Fraction;
import java.util.List;
import java.util.Optional;

/**
 * A column of a dataset: what its heading may be and what its cells must hold.
 *
 * @param id the name in formulas, such as {@code loans_opening}; never renamed or reused
 * @param name the heading as the templates print it
 * @param headings all accepted headings, the name among them
 * @param kind what a cell holds
 * @param identifying whether a header row must hold it for the dataset to be recognised
 * @param required whether an empty cell in a data row is an error even if no scheme uses the column; a figure that the
 *     scheme uses is required anyway
 * @param empty what an empty cell counts as; absent: it is missing
 * @param flow whether the figure is a balance at the period's end or cumulative in the year
 * @param negative what a negative number is
 * @param range the allowed range, such as 0 to 5 for a rating
 * @param usual the usual range; outside it the figure is to be verified
 * @param choices the allowed words of a {@link Kind#CHOICE}
 * @param partOf the column of the same row that this one is a part of, such as loans
 * @param opens the column whose closing balance of last year this opening balance repeats
 * @param withinYear whether rows dated outside the year up to the period's end do not count
 * @param wholeFen whether the amount is paid out and so cannot be finer than one fen
 * @param neededWhen the word of another column of the row that makes an empty cell an error, such as 其他 for the points
 *     of a fault; where another word stands, the cell may be empty
 * @param percentSign whether a plain number may carry a percent sign, as a published figure does: {@code 77.15%} and a
 *     %-formatted 0.7715 count as 77.15
 * @param unique whether one label is expected only once per subject, such as a unit that rates each subject once (D9)
 */
public record Column(
        String id,
        String name,
        List<String> headings,
        Kind kind,
        boolean identifying,
        boolean required,
        Optional<String> empty,
        Flow flow,
        Negative negative,
        Optional<Range> range,
        Optional<Range> usual,
        List<String> choices,
        Optional<String> partOf,
        Optional<String> opens,
        boolean withinYear,
        boolean wholeFen,
        Optional<Need> neededWhen,
        boolean percentSign,
        boolean unique) {

    public Column {
        headings = List.copyOf(headings);
        choices = List.copyOf(choices);
    }

    /** The same column for a sum of its figures, which may be what a single figure may not. */
    public Column ofSums() {
        return new Column(
                id,
                name,
                headings,
                kind,
                identifying,
                required,
                empty,
                flow,
                Negative.ALLOWED,
                Optional.empty(),
                Optional.empty(),
                choices,
                partOf,
                opens,
                withinYear,
                false,
                neededWhen,
                percentSign,
                unique);
    }

    /** The same column for a figure whose unit is told elsewhere, as a published figure's is by what it is used for. */
    public Column as(Kind other, boolean percent) {
        return new Column(
                id,
                name,
                headings,
                other,
                identifying,
                required,
                empty,
                flow,
                negative,
                range,
                usual,
                choices,
                partOf,
                opens,
                withinYear,
                wholeFen,
                neededWhen,
                percent,
                unique);
    }

    /** What a cell holds. */
    public enum Kind {
        /** A code of the register itself. */
        CODE,
        /** A name in the register itself. */
        NAME,
        /** A name or code that the register must know. */
        SUBJECT,
        /** A name of a fund or an item: a key that is free text. */
        LABEL,
        /** Free text. */
        TEXT,
        /** Who answers for the row. */
        PERSON,
        /** Several names separated by 、 or ;. */
        NAMES,
        /** An amount of money, converted to 万元. */
        MONEY,
        /** A plain number. */
        NUMBER,
        /** A number in percent: {@code 78.5%} and a %-formatted 0.785 both are 78.5. */
        PERCENT,
        /** A date. */
        DATE,
        /** One of {@link Column#choices}. */
        CHOICE;

        public boolean isNumeric() {
            return this == MONEY || this == NUMBER || this == PERCENT;
        }
    }

    /** Whether a figure is a balance at the period's end or cumulative in the year. */
    public enum Flow {
        STOCK,
        YTD
    }

    /** What a negative number is. */
    public enum Negative {
        /** Impossible. */
        ERROR,
        /** Possible but to be verified, such as a tax refund. */
        REVIEW,
        /** Ordinary. */
        ALLOWED
    }

    /**
     * What makes an otherwise optional cell necessary.
     *
     * @param column the id of the column that holds the word
     * @param word the word
     */
    public record Need(String column, String word) {}

    /** A closed range. */
    public record Range(Fraction from, Fraction to) {

        public boolean contains(Fraction value) {
            return !value.isLess(from) && !value.isGreater(to);
        }
    }
}
