package bankscore.intake;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.finding.Code;
import java.util.List;
import java.util.Optional;

/**
 * A column of a dataset: what its heading may be and what its cells must hold.
 *
 * @param head what it is called and known by
 * @param kind what a cell holds
 * @param empty what an empty cell is
 * @param amount what a figure may be; of no account in a column without figures
 * @param choice the words of a {@link Kind#CHOICE}
 * @param days what a {@link Kind#DATE} may be
 * @param ties what its figures have to do with other columns
 * @param unique whether one label is expected only once per subject, such as a unit that rates each bank once (policy D9)
 */
public record Column(
        Head head, Kind kind, Empty empty, Amount amount, Choice choice, Days days, Ties ties, boolean unique) {

    /** Of the id alone: a record's own would go through all that the column says. */
    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** The name in formulas, such as {@code loans_opening}; never renamed or reused. */
    public String id() {
        return head.id();
    }

    /** The heading as the templates print it. */
    public String name() {
        return head.name();
    }

    /** All accepted headings, the name among them. */
    public List<String> headings() {
        return head.headings();
    }

    /** Whether a header row must hold it for the dataset to be recognised. */
    public boolean identifying() {
        return head.identifying();
    }

    /** Whether an empty cell in a data row is an error even if no rule uses the column. */
    public boolean required() {
        return empty.required();
    }

    /** Whether what the last published period used counts where the figure was not sent (scheme.md#late). */
    public boolean takesPrevious() {
        return empty.previous();
    }

    /**
     * Whether a figure of an earlier period may stand for one that was not sent: a balance of any, a running total, an
     * opening figure and one of last year only of the same year, in which it is about the same time.
     */
    public boolean takesFrom(Period earlier, Period now) {
        return takesPrevious() && (takesOverYears() || earlier.year() == now.year());
    }

    /** Whether its figures are balances at their own period's end, which mean the same in the next year. */
    public boolean takesOverYears() {
        return amount.flow() == Flow.STOCK
                && ties.opens().isEmpty()
                && ties.samePeriod().isEmpty();
    }

    /** Whether a figure that a rule uses may be missing: an earlier period or the rule tells what it is then. */
    public boolean spared() {
        return empty.spared() || ties.follows().isPresent();
    }

    /** Whether templates ask for it. */
    public boolean asked() {
        return head.asked();
    }

    /** The allowed words of a {@link Kind#CHOICE}; none in any other column. */
    public List<String> choices() {
        return choice.words();
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
        /** The name of the fund that a subject bids for; a row is about both. */
        FUND,
        /** Free text. */
        TEXT,
        /** Who answers for the row. */
        PERSON,
        /** Several names separated by 、 or ;. */
        NAMES,
        /** An amount of money, converted to the unit that its dataset keeps: 元 of claims, else 万元. */
        MONEY,
        /** A plain number. */
        NUMBER,
        /** A number in percent: {@code 78.5%} and a %-formatted 0.785 both are 78.5. */
        PERCENT,
        /** A date. */
        DATE,
        /** A name or code that a register of parties may know; whoever it does not know goes by the text. */
        PARTY,
        /** A number of a policy, a contract or an invoice: kept as text with its leading zeros. */
        REFERENCE,
        /** A bank account, likewise. */
        ACCOUNT,
        /** A 统一社会信用代码 with its check character. */
        CREDIT_CODE,
        /** A 公民身份号码 with its check digit. */
        RESIDENT_ID,
        /** One of {@link Column#choices}. */
        CHOICE;

        public boolean isNumeric() {
            return this == MONEY || this == NUMBER || this == PERCENT;
        }

        /** Whether it is a row's other key beside the subject: free text that names a fund, an item or a unit. */
        public boolean isLabel() {
            return this == LABEL || this == FUND;
        }

        /** Whether its words may tell subjects apart: whom a rule groups, or lays conditions on. */
        public boolean isWords() {
            return this == TEXT || this == CHOICE || this == LABEL;
        }

        /** Whether it is a row of digits that a spreadsheet would cut as a number. */
        public boolean isLongNumber() {
            return this == REFERENCE || this == ACCOUNT || this == CREDIT_CODE || this == RESIDENT_ID;
        }
    }

    /** What a column tells of a subject of the register, or of a written reason; a row of these has no other meaning. */
    public enum Role {
        /** The subject's stable key; or the code of the finding that a reason is for. */
        CODE,
        NAME,
        SHORT_NAME,
        ALIASES,
        /** What kind of subject it is. */
        KIND,
        /** Since when it exists. */
        OPENED,
        /** Whether the rule judges it; the second of the column's choices says no. */
        ASSESSED,
        /** The first day the row is valid. */
        VALID_FROM,
        /** The last day it is valid. */
        VALID_TO,
        /** The file of the finding that a reason is for. */
        FILE,
        /** Its cell. */
        CELL,
        /** Why the figure is right as it is. */
        REASON,
        /** Who says so. */
        BY
    }

    /**
     * What a column is called and known by.
     *
     * @param headings all accepted headings, the name among them
     * @param role what it tells, in a register or among written reasons
     * @param asked whether templates ask for it; a column that is only taken where it comes is no part of their version
     */
    public record Head(
            String id, String name, List<String> headings, boolean identifying, Optional<Role> role, boolean asked) {

        public Head {
            headings = List.copyOf(headings);
        }

        /** A column that templates ask for. */
        public Head(String id, String name, List<String> headings, boolean identifying, Optional<Role> role) {
            this(id, name, headings, identifying, role, true);
        }
    }

    /**
     * What an empty cell is.
     *
     * @param required whether it is an error in a data row even if no rule uses the column; a figure that the rule uses is
     *     required anyway
     * @param standIn what it counts as; absent: it is missing
     * @param neededWhen the word of another column of the row that makes it an error, such as 其他 for the points of a
     *     fault; where another word stands, the cell may be empty
     * @param spared whether the figure may be missing though a rule uses it: the rule then says what it is otherwise
     * @param previous whether what the last published period used counts where the figure was not sent
     */
    public record Empty(
            boolean required, Optional<String> standIn, Optional<Need> neededWhen, boolean spared, boolean previous) {

        /** Of a figure that must be there where a rule uses it. */
        public Empty(boolean required, Optional<String> standIn, Optional<Need> neededWhen) {
            this(required, standIn, neededWhen, false, false);
        }
    }

    /**
     * What makes an otherwise optional cell necessary.
     *
     * @param column the id of the column that holds the word
     * @param word the word
     */
    public record Need(String column, String word) {}

    /**
     * What a figure may be.
     *
     * @param flow what time it is about
     * @param negative what a negative number is
     * @param range the allowed range, such as 0 to 5 for a rating
     * @param usual the usual range; outside it the figure is to be verified
     * @param wholeFen whether the amount is paid out and so cannot be finer than one fen
     * @param percentSign whether a plain number may carry a percent sign, as a published figure does: {@code 77.15%} and a
     *     %-formatted 0.7715 count as 77.15
     * @param whole whether it counts something and so is a whole number
     * @param scale how the figures of a whole sheet tell on which scale they were given; only with a range
     * @param kept the unit that money is kept in, and taken for where nothing states one
     */
    public record Amount(
            Flow flow,
            Negative negative,
            Optional<Range> range,
            Optional<Range> usual,
            boolean wholeFen,
            boolean percentSign,
            boolean whole,
            Optional<Scale> scale,
            Unit kept) {

        /** A figure that counts nothing and has no scale. */
        public Amount(
                Flow flow,
                Negative negative,
                Optional<Range> range,
                Optional<Range> usual,
                boolean wholeFen,
                boolean percentSign) {
            this(flow, negative, range, usual, wholeFen, percentSign, false, Optional.empty(), Unit.WAN);
        }

        /** The same for a sum of figures, which may be what a single figure may not. */
        public Amount ofSums() {
            return new Amount(
                    flow,
                    Negative.ALLOWED,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    percentSign,
                    false,
                    Optional.empty(),
                    kept);
        }

        /** The same for a figure of which it is told elsewhere between what it must lie. */
        public Amount within(Range other) {
            return new Amount(flow, negative, Optional.of(other), usual, wholeFen, percentSign, whole, scale, kept);
        }

        /** Whether a plain small number may be a fraction where percent is meant: of a line of claims nobody knows here. */
        public boolean mayBeFraction() {
            return percentSign && kept == Unit.WAN;
        }

        /** The same for a figure of which it is told elsewhere whether it is in percent. */
        public Amount inPercent(boolean percent) {
            return new Amount(flow, negative, range, usual, wholeFen, percent, whole, scale, kept);
        }
    }

    /**
     * How the figures of a sheet tell on which scale they were given.
     *
     * @param least how many figures a sheet must have to tell anything
     * @param allUpTo if none is above this, they were given on a smaller scale
     * @param mostAbove if more than so many percent are above the range, they were given on a larger scale
     * @param apart how far their mean may lie from that of the other sheets
     */
    public record Scale(int least, Fraction allUpTo, Fraction mostAbove, Fraction apart) {}

    /** What time a figure is about. */
    public enum Flow {
        /** A balance at the period's end. */
        STOCK,
        /** Cumulative in the year. */
        YTD,
        /** The same in every quarter of the year, or last year's: a year's target, a figure of the same period. */
        YEAR
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

    /** A closed range. */
    public record Range(Fraction from, Fraction to) {

        public boolean contains(Fraction value) {
            return !value.isLess(from) && !value.isGreater(to);
        }
    }

    /**
     * The words of a choice.
     *
     * @param refused the code of an empty cell and of any other word, if it is a finding of its own; else it is that of any
     *     required cell and of any unknown word
     */
    public record Choice(List<String> words, Optional<Code> refused) {

        public Choice {
            words = List.copyOf(words);
        }
    }

    /**
     * What a date may be.
     *
     * @param withinYear whether rows dated outside the year up to the period's end do not count
     * @param byPeriodEnd whether a later date than the period's end is to be verified, though its row counts
     */
    public record Days(boolean withinYear, boolean byPeriodEnd) {}

    /**
     * What a column has to do with other columns, by their ids, and with registers.
     *
     * @param partOf the column of the same row that this one is a part of, such as loans
     * @param opens the column whose closing balance of last year this opening balance repeats
     * @param until the column of the same row with the day on which the figure falls due; later nothing of it is left
     * @param register the dataset of the register that may know a {@link Kind#PARTY}; that must know a {@link Kind#SUBJECT},
     *     absent where it is {@link Dataset.Rows#REGISTER}
     * @param codeIn the column of the same row that may hold the party's code in that register
     * @param follows the column whose figure of the period before it repeats, where it is empty or was not sent
     * @param samePeriod the column whose figure of the same period of last year it repeats
     */
    public record Ties(
            Optional<String> partOf,
            Optional<String> opens,
            Optional<String> until,
            Optional<String> register,
            Optional<String> codeIn,
            Optional<String> follows,
            Optional<String> samePeriod) {

        /** Of a column that names no party. */
        public Ties(Optional<String> partOf, Optional<String> opens, Optional<String> until) {
            this(partOf, opens, until, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
