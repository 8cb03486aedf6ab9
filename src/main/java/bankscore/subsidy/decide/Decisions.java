package bankscore.subsidy.decide;

import bankscore.exact.Money;
import bankscore.finding.Finding;
import bankscore.finding.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that was decided of a period: the lines in their order, and what they add up to. Papers compute nothing.
 *
 * @param lines the decided lines
 * @param totals of each subsidy, in the order of the rule
 * @param burdens who bears how much, by subsidy, place and level
 * @param payments one for each payee and account, by key; none of an estimate
 * @param recoveries payees whose sum is negative: what is to come back
 * @param budgets each item that a cap names
 * @param checks what was looked at, by id, then by group
 * @param findings errors, and what is to be verified
 */
public record Decisions(
        Lines lines,
        List<Total> totals,
        List<Burden> burdens,
        List<Payment> payments,
        List<Payment> recoveries,
        List<BudgetUse> budgets,
        List<CheckValue> checks,
        List<Finding> findings) {

    public Decisions {
        totals = List.copyOf(totals);
        burdens = List.copyOf(burdens);
        payments = Collections.unmodifiableList(payments);
        recoveries = Collections.unmodifiableList(recoveries);
        budgets = List.copyOf(budgets);
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }

    /** The lines in decided order: by day, then by file, sheet and row. However many, few are in memory. */
    public interface Lines {

        long count();

        /** Gives each line. */
        void each(Consumer<Decision> to);
    }

    /**
     * What the lines of a subsidy come to.
     *
     * @param claims how many lines it took
     * @param granted the lines that were not refused
     * @param cut those of them that got less than their amount
     * @param refused the others
     * @param reasons why lines were refused or cut, in the order of the rule
     * @param levels who bears it, in the order of the rule
     * @param paid what is paid: granted less the levels that are nobody's subsidy
     */
    public record Total(
            String subsidy,
            long claims,
            Sum granted,
            Sum cut,
            long refused,
            List<Reason> reasons,
            Map<String, Money> levels,
            Money paid) {
        public Total {
            reasons = List.copyOf(reasons);
            levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        }
    }

    /**
     * Lines of a subsidy that were cut or refused for one reason.
     *
     * @param clause the clause of the condition or cap; empty if none is named
     * @param claimants how many different ones they are of
     * @param asked what they came to before caps; 0 where a condition refused them, for then nobody computed it
     * @param off what of it was not granted
     */
    public record Reason(String reason, String clause, long lines, long claimants, Money asked, Money off) {}

    /**
     * Lines and their money.
     *
     * @param amount of granted lines what was granted; of cut ones what was taken off
     */
    public record Sum(long count, Money amount) {}

    /**
     * What a level bears in a place.
     *
     * @param place the county or district of the lines; empty where lines name none
     */
    public record Burden(String subsidy, String place, String level, Money amount) {}

    /**
     * A payment.
     *
     * @param payee the key
     * @param account empty where lines name none
     * @param bySubsidy what it is made of, in the order of the rule
     */
    public record Payment(
            String payee, String name, String branch, String account, Money amount, Map<String, Money> bySubsidy) {
        public Payment {
            bySubsidy = Collections.unmodifiableMap(new LinkedHashMap<>(bySubsidy));
        }
    }

    /**
     * What became of a budget.
     *
     * @param before what earlier periods of the year granted from it
     * @param wanted what this period's lines would have taken
     * @param granted what they took
     */
    public record BudgetUse(String item, Money amount, Money before, Money wanted, Money granted) {}

    /**
     * A value that was looked at.
     *
     * @param group the group's key; empty of a check line by line that nothing breaks
     * @param value a number or a text
     * @param otherwise what is told where it does not hold
     */
    public record CheckValue(
            String id, String group, String name, String value, boolean holds, Level level, String otherwise) {}

    /** The total of a subsidy. */
    public Optional<Total> total(String subsidy) {
        return totals.stream().filter(each -> each.subsidy().equals(subsidy)).findFirst();
    }
}
