package bankscore.subsidy.load;

import bankscore.exact.Money;
import bankscore.finding.Finding;
import bankscore.rule.worked.Expected;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All that was decided of a batch, as exact texts by the paths that cases use. */
final class CaseOutcome {

    private final Map<String, String> byPath = new TreeMap<>();

    private CaseOutcome() {}

    static Map<String, String> of(Decisions decisions, Map<CaseLine, String> labels) {
        CaseOutcome outcome = new CaseOutcome();
        decisions
                .lines()
                .each(line -> outcome.line(
                        "lines."
                                + labels.get(new CaseLine(
                                        line.line().claim().dataset(),
                                        line.line().claim().row())),
                        line));
        decisions.totals().forEach(outcome::total);
        decisions.payments().forEach(payment -> outcome.payment("payments.", payment));
        decisions.recoveries().forEach(payment -> outcome.payment("recoveries.", payment));
        for (Decisions.BudgetUse use : decisions.budgets()) {
            outcome.put("budgets." + use.item() + ".before", use.before());
            outcome.put("budgets." + use.item() + ".wanted", use.wanted());
            outcome.put("budgets." + use.item() + ".granted", use.granted());
        }
        for (Decisions.CheckValue check : decisions.checks()) {
            String path = "checks." + check.id() + (check.group().isEmpty() ? "" : "." + check.group());
            outcome.byPath.put(path + ".value", check.value());
            outcome.byPath.put(path + ".holds", Boolean.toString(check.holds()));
        }
        for (Finding finding : decisions.findings()) {
            outcome.byPath.merge(
                    Expected.FINDINGS + finding.code().name(),
                    "1",
                    (before, one) -> Integer.toString(Integer.parseInt(before) + 1));
        }
        return outcome.byPath;
    }

    private void line(String path, Decision line) {
        byPath.put(path + ".subsidy", line.subsidy());
        byPath.put(path + ".outcome", line.outcome().kind().name().toLowerCase(Locale.ROOT));
        byPath.put(path + ".reason", line.outcome().reason());
        byPath.put(
                path + ".base", line.sums().map(sums -> sums.base().toString()).orElse("null"));
        byPath.put(path + ".amount", line.amount().map(Money::yuan).orElse("null"));
        put(path + ".granted", line.granted());
        line.levels().forEach((level, part) -> put(path + ".levels." + level, part));
    }

    private void total(Decisions.Total total) {
        String path = "subsidies." + total.subsidy();
        byPath.put(path + ".claims", Long.toString(total.claims()));
        sum(path + ".granted", total.granted());
        sum(path + ".cut", total.cut());
        byPath.put(path + ".refused", Long.toString(total.refused()));
        put(path + ".paid", total.paid());
        total.levels().forEach((level, part) -> put(path + ".levels." + level, part));
    }

    private void sum(String path, Decisions.Sum sum) {
        byPath.put(path + ".count", Long.toString(sum.count()));
        put(path + ".amount", sum.amount());
    }

    private void payment(String path, Decisions.Payment payment) {
        put(path + payment.payee() + (payment.account().isEmpty() ? "" : "." + payment.account()), payment.amount());
    }

    private void put(String path, Money money) {
        byPath.put(path, money.yuan());
    }
}
