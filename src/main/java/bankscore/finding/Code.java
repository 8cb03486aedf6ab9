package bankscore.finding;

import java.util.Arrays;
import java.util.Set;

/**
 * The stable codes of all findings; E for errors, W for what must be verified, N for notes.
 *
 * <p>A code is never renamed or reused. Its words are in {@code messages.properties} under {@code finding.<code>.title},
 * {@code .found}, {@code .expected} and {@code .action}.
 */
public enum Code {
    /** No spreadsheet in the period's folder. */
    E101(Stage.SETUP),
    /** A file cannot be read as a spreadsheet. */
    E102(Stage.SETUP),
    /** A file is encrypted. */
    E103(Stage.SETUP),
    /** A file carries macros. */
    E104(Stage.SETUP),
    /** A file's content is not what its name says. */
    E105(Stage.SETUP),
    /** A file is open in Excel or WPS. */
    E106(Stage.SETUP),
    /** A file is larger than the limits of a workbook. */
    E107(Stage.SETUP),
    /** A dataset that must be there is not. */
    E110(Stage.SETUP),
    /** A sheet matches two datasets equally well. */
    E111(Stage.SETUP),
    /** A column that the scheme uses is missing. */
    E112(Stage.SETUP),
    /** A stated unit is unknown. */
    E113(Stage.SETUP),
    /** A sheet states another period. */
    E114(Stage.SETUP),
    /** Two columns of one sheet carry the same heading. */
    E115(Stage.SETUP),
    /** A sheet that was meant for a dataset is not recognised as it. */
    E116(Stage.SETUP),
    /** A sheet that must have rows has headings only. */
    E117(Stage.SETUP),
    /** More errors in a file than are listed. */
    E120(Stage.CELL),

    /** Not a number. */
    E201(Stage.CELL),
    /** Digits are grouped wrongly. */
    E202(Stage.CELL),
    /** A percent in a column that is not in percent. */
    E203(Stage.CELL),
    /** A formula's result is an error such as #REF!. */
    E204(Stage.CELL),
    /** A formula has no cached value. */
    E205(Stage.CELL),
    /** A value is missing. */
    E206(Stage.CELL),
    /** Negative where that is impossible. */
    E207(Stage.CELL),
    /** Outside the allowed range, such as a rating outside 0 to 5. */
    E208(Stage.CELL),
    /** Not one of the allowed words, such as an unknown kind of fault. */
    E209(Stage.CELL),
    /** A fault of the kind 其他 without its points. */
    E210(Stage.CELL),
    /** Not a date. */
    E211(Stage.CELL),
    /** The action on a risk is empty or unknown. */
    E212(Stage.CELL),
    /** A name that begins like a formula. */
    E213(Stage.CELL),
    /** An amount finer than one fen. */
    E214(Stage.CELL),
    /** A number too large or with too many decimals to be a figure. */
    E215(Stage.CELL),
    /** A count that is no whole number. */
    E216(Stage.CELL),
    /** What a sheet says of its own figures does not follow from them. */
    E217(Stage.CELL),
    /** A name longer than any. */
    E219(Stage.CELL),
    /** A long number of which a spreadsheet has kept 15 digits. */
    E220(Stage.CELL),
    /** A code whose check character is wrong. */
    E221(Stage.CELL),
    /** What cells of one row say together cannot be. */
    E222(Stage.CELL),
    /** A name and a code of one row that are not the same party's. */
    E223(Stage.CELL),

    /** A name that is not in the roster. */
    E301(Stage.TABLE),
    /** A bank twice. */
    E302(Stage.TABLE),
    /** An assessed bank without a row. */
    E303(Stage.TABLE),
    /** A fund in holdings without a pool. */
    E304(Stage.TABLE),
    /** A pool is empty. */
    E305(Stage.TABLE),
    /** Unmatured deposits above what is held. */
    E306(Stage.TABLE),
    /** A total row differs from the sum. */
    E307(Stage.TABLE),
    /** A name or alias of one bank is also another bank's. */
    E308(Stage.TABLE),
    /** A whole column jumped by a power of ten: the unit is wrong. */
    E309(Stage.TABLE),
    /** A fund or item twice. */
    E310(Stage.TABLE),
    /** Fixed amounts add up to more than the pool. */
    E311(Stage.TABLE),
    /** No bank is left to be assessed. */
    E312(Stage.TABLE),
    /** An adjustment of a fund that has no pool. */
    E313(Stage.TABLE),
    /** The adjustments of a fund do not add up to zero. */
    E314(Stage.TABLE),
    /** An adjustment of a bank that may not take money: not in the plan, or its deposits are taken back. */
    E315(Stage.TABLE),
    /** An adjustment that leaves a bank with less than nothing, or less than the floor. */
    E316(Stage.TABLE),
    /** An adjustment that lifts a bank above its limit. */
    E317(Stage.TABLE),
    /** Adjustments without a plan that they could change. */
    E318(Stage.TABLE),
    /** A whole column beside another is off by a power of ten: the unit is wrong. */
    E319(Stage.TABLE),
    /** Two columns of a sheet have changed places. */
    E320(Stage.TABLE),
    /** All figures of a sheet were given on another scale. */
    E321(Stage.TABLE),
    /** A published figure that the rule needs has nearly the right name. */
    E322(Stage.TABLE),
    /** Figures of the year to date, or a whole sheet, that an earlier quarter published already. */
    E323(Stage.TABLE),
    /** Opening balances that are last quarter's closing ones. */
    E324(Stage.TABLE),
    /** Two columns stand in each other's place by what stood there last: E320 today. */
    E325(Stage.FORMER),
    /** A ledger of the year has less than it had last quarter. */
    E326(Stage.TABLE),
    /** A sheet says again what another one says, or is called a newer edition of it. */
    E330(Stage.TABLE),
    /** A quarter of the year that a figure of the year needs is not published, or does not know it. */
    E331(Stage.SCORE),

    /** Two subsidies of a rule take the same line. */
    E401(Stage.SCORE),
    /** What a subsidy needs of a line is not there. */
    E402(Stage.SCORE),
    /** A budget that a rule names is absent, or short where it must not be. */
    E403(Stage.SCORE),
    /** The number of a policy or contract twice in one file, with other amounts. */
    E404(Stage.SCORE),
    /** A check of the rule does not hold, and the rule calls that an error. */
    E405(Stage.SCORE),

    /** An optional dataset is absent. */
    W101(Stage.TABLE),
    /** Only one of holdings and pools is there: no plan. */
    W102(Stage.TABLE),
    /** A sheet was filled into a template of another version. */
    W103(Stage.CELL),
    /** A sheet that may be one of a dataset that other sheets hold is not recognised. */
    W104(Stage.SETUP),
    /** A dataset came in more sheets last time. */
    W105(Stage.SETUP),
    /** A sheet has headings only. */
    W106(Stage.TABLE),
    /** What a cell shows lies in another band than what it holds. */
    W107(Stage.SCORE),
    /** A group of columns states another unit than the sheet. */
    W108(Stage.SETUP),
    /** More to be verified in a file than is listed. */
    W120(Stage.CELL),
    /** Hidden rows, columns or sheets hold data. */
    W201(Stage.CELL),
    /** Percent and fraction mixed. */
    W202(Stage.CELL),
    /** Outside the usual range. */
    W203(Stage.CELL),
    /** A date after the period's end or outside the year. */
    W204(Stage.CELL),
    /** A part above its whole. */
    W205(Stage.CELL),
    /** Two ratings of one bank by one unit. */
    W206(Stage.CELL),
    /** Negative where that is unusual, such as a tax refund. */
    W207(Stage.CELL),
    /** One bank's figure jumped by a power of ten. */
    W208(Stage.CELL),
    /** A year-to-date figure smaller than last quarter's. */
    W209(Stage.CELL),
    /** An opening balance differs from last year's closing one. */
    W210(Stage.CELL),
    /** A row says again what an earlier one said, and both count. */
    W211(Stage.CELL),
    /** A published figure has a name that the scheme does not use, and one that it uses is not there. */
    W212(Stage.CELL),
    /** A figure beside another is far from what is usual. */
    W213(Stage.TABLE),
    /** The opening and the closing balances may have changed places. */
    W214(Stage.TABLE),
    /** A published ratio is far from that of the sums. */
    W215(Stage.TABLE),
    /** A published figure did not come and was computed. */
    W216(Stage.TABLE),
    /** The mean of one sheet is far from that of the others. */
    W217(Stage.TABLE),
    /** A whole column beside another is off, and either may be at fault. */
    W218(Stage.TABLE),
    /** Two columns of a sheet may have changed places. */
    W219(Stage.TABLE),
    /** Balances that are those of last quarter. */
    W220(Stage.CELL),
    /** The register tells something else of a subject than it did last. */
    W221(Stage.CELL),
    /** The mean of a sheet's ratings is far from last quarter's. */
    W222(Stage.CELL),
    /** Two columns hold the same, which they did not last quarter. */
    W223(Stage.CELL),
    /** What cells of one row say together is to be verified. */
    W224(Stage.CELL),
    /** A figure stands without its parts, where the sheet has columns of them. */
    W225(Stage.CELL),
    /** A figure that was not sent is that of an earlier period. */
    W226(Stage.TABLE),

    /** A written reason fits no finding. */
    W231(Stage.TABLE),

    /** A value lies exactly on a band's bound. */
    W301(Stage.SCORE),
    /** The best is more than 5 times the median. */
    W302(Stage.SCORE),
    /** A bank that is not assessed holds money. */
    W303(Stage.SCORE),
    /** A value lies below the first band. */
    W304(Stage.SCORE),
    /** All totals are zero: no plan. */
    W305(Stage.SCORE),
    /** A measure does not exist for a bank. */
    W306(Stage.SCORE),
    /** A reference is not above zero. */
    W307(Stage.SCORE),
    /** Money nobody may take. */
    W308(Stage.SCORE),
    /** A cell of the book did not recalculate to the engine's value: today a property of the book alone. */
    W309(Stage.FORMER),
    /** A fund for which the scheme has a rule of its own has no pool. */
    W310(Stage.SCORE),
    /** The version of the rule was chosen by hand and is not the one in force at the period's end. */
    W311(Stage.SETUP),
    /** A bank is to hold more public money than all its own deposits. */
    W312(Stage.SCORE),
    /** All banks are in one band. */
    W313(Stage.SCORE),
    /** A bank has no value in a quarter of the year: it is left out of the figure of the year. */
    W314(Stage.SCORE),
    /** Nobody bids for a fund, or a bank's bid lacks a table. */
    W315(Stage.SCORE),

    /** Money that the approved plan takes back is still there. */
    W321(Stage.SCORE),
    /** What the approved plan moves has been due for long and has not moved. */
    W322(Stage.SCORE),
    /** Money has moved against the approved plan. */
    W323(Stage.SCORE),
    /** An approved plan cannot be held against anything. */
    W324(Stage.SCORE),

    /** A line that no subsidy of the rule takes. */
    W401(Stage.SCORE),
    /** A claim of before the rule, or of another year. */
    W402(Stage.SCORE),
    /** A row that lifts a cap lifts none. */
    W403(Stage.SCORE),
    /** An earlier period was published again after this one. */
    W404(Stage.SCORE),
    /** A check of the rule does not hold. */
    W405(Stage.SCORE),
    /** A refund takes back more than was granted. */
    W406(Stage.SCORE),

    /** Nothing is known of a period between others: a count of periods in a row ends there. */
    W411(Stage.SCORE),
    /** Whether somebody is exempt cannot be told, or not for sure. */
    W412(Stage.SCORE),

    /** A sheet is not recognised. */
    N101(Stage.SETUP),
    /** A line that is no data. */
    N102(Stage.CELL),
    /** A row that is part of another (其中). */
    N103(Stage.CELL),
    /** A stray cell far from the table. */
    N104(Stage.CELL),
    /** The same file twice. */
    N105(Stage.SETUP),
    /** A file that is no spreadsheet. */
    N106(Stage.SETUP),
    /** A sheet that may be empty has headings only. */
    N107(Stage.TABLE),
    /** A lock file without the file that it locks. */
    N108(Stage.SETUP),
    /** A file without any content. */
    N109(Stage.SETUP),
    /** A character that nobody sees stands inside a name. */
    N111(Stage.CELL),
    /** A sheet of money does not say of which period it is. */
    N115(Stage.SETUP),
    /** More notes on a file than are listed. */
    N120(Stage.CELL),

    /** A word that a rule looks for and that no line has. */
    N401(Stage.SCORE),
    /** A check of the rule does not hold, and the rule calls that worth knowing. */
    N405(Stage.SCORE),

    /** Periods were judged by what offices report of them. */
    N411(Stage.SCORE);

    /** The codes that are left out of a sheet that this code accuses: it is the same cause, told once. */
    public Set<Code> covers() {
        return switch (this) {
            case E319 -> Set.of(W205, E306);
            case E320 -> Set.of(W205, E216, W213);
            case E321 -> Set.of(E208);
            case E326 -> Set.of(W106);
            default -> Set.of();
        };
    }

    /** When a finding can be known; findings of the setup come first and alone. */
    public enum Stage {
        /** Files, sheets, columns and units. */
        SETUP,
        /** One cell by itself. */
        CELL,
        /** Whole tables against each other, the roster and history. */
        TABLE,
        /** The scores and the plan. */
        SCORE,
        /** Never any more: only earlier versions found it, and what they stored and published stays readable. */
        FORMER
    }

    private final Stage stage;

    Code(Stage stage) {
        this.stage = stage;
    }

    /** How many rules what arrives is held against. */
    public static int rules() {
        return (int) Arrays.stream(values())
                .filter(code -> code.stage != Stage.FORMER)
                .count();
    }

    public Stage stage() {
        return stage;
    }

    /** The level, told by the code's first letter. */
    public Level level() {
        return switch (name().charAt(0)) {
            case 'E' -> Level.ERROR;
            case 'W' -> Level.REVIEW;
            default -> Level.HINT;
        };
    }
}
