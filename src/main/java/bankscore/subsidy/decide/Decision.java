package bankscore.subsidy.decide;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.Claim;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was decided of one line of claims.
 *
 * @param subsidy the id of the subsidy that took the line
 * @param line where it comes from
 * @param claimant whose line it is
 * @param payee who gets the money
 * @param day the day that picked the year of a cap and the row of a table
 * @param outcome how it ended
 * @param sums its figures; absent of a line that a condition refused
 * @param levels who bears what was granted, in the order of the rule; empty of a refused line
 */
public record Decision(
        String subsidy,
        Line line,
        Party claimant,
        Party payee,
        LocalDate day,
        Outcome outcome,
        Optional<Sums> sums,
        Map<String, Money> levels) {

    public Decision {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }

    /**
     * The line that was decided.
     *
     * @param sheet the number of its sheet
     * @param at the cell of its first identifying column
     * @param reference the text that tells it apart, such as the policy's number; empty if there is none
     * @param claim what it says
     */
    public record Line(int sheet, Place at, String reference, Claim claim) {}

    /**
     * Somebody, by key and name.
     *
     * @param account the account that the line names; empty for a claimant
     */
    public record Party(String key, String name, String account) {}

    /**
     * How a line ended.
     *
     * @param reason why it was refused or cut, as it is printed; empty if granted whole
     * @param clause the clause of the condition or cap that decided; empty if none did
     */
    public record Outcome(Kind kind, String reason, String clause) {

        /** Granted whole, cut, or refused. */
        public enum Kind {
            GRANTED,
            CUT,
            REFUSED
        }

        public boolean isRefused() {
            return kind == Kind.REFUSED;
        }
    }

    /**
     * The figures of a line that no condition refused.
     *
     * @param base in 元, exactly
     * @param rate 1 for 100 %
     * @param amount base × rate, rounded once
     * @param granted what is left of it after all caps
     * @param caps each cap in the order of the rule
     */
    public record Sums(Fraction base, Fraction rate, Money amount, Money granted, List<CapUse> caps) {
        public Sums {
            caps = List.copyOf(caps);
        }
    }

    /**
     * What a cap left to a line.
     *
     * @param cap its number in the rule's list, from 0
     * @param limit the limit itself
     * @param before what lines decided before, in this and in earlier periods, have used of it; of a share of another column
     *     what others gave already
     * @param earlier what each earlier period has used of that, the earliest first; the rest of it is this period's
     * @param left what was left before this line, not below 0; empty where the cap was lifted
     * @param lifted by whom it was lifted; empty if it was not
     */
    public record CapUse(
            int cap, Money limit, Money before, Map<Period, Money> earlier, Optional<Money> left, String lifted) {
        public CapUse {
            earlier = Collections.unmodifiableMap(new TreeMap<>(earlier));
        }

        /** What lines of this period that were decided before have used. */
        public Money here() {
            return before.minus(Money.sum(earlier.values()));
        }
    }

    /** What is paid or borne by the line; nothing of a refused one. */
    public Money granted() {
        return sums.map(Sums::granted).orElse(Money.ZERO);
    }

    /** The amount before caps; absent of a line that a condition refused. */
    public Optional<Money> amount() {
        return sums.map(Sums::amount);
    }
}
