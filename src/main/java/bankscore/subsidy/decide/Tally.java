package bankscore.subsidy.decide;

import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.rule.line.Gap;
import bankscore.subsidy.decide.seen.Ledger;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What decided lines add up to, and who is paid (subsidy.md#payments). */
final class Tally {

    private final Batch batch;
    private final Told told;
    private final Blanks blanks;
    private final Map<String, OfSubsidy> subsidies = new LinkedHashMap<>();
    /** What each account gets, by subsidy. */
    private final Ledger accounts;

    /**
     * Whose account it is.
     *
     * @param number empty where lines name none
     */
    private record Account(String payee, String number, String name, String branch) {

        static Account of(List<String> texts) {
            return new Account(texts.get(0), texts.get(1), texts.get(2), texts.get(3));
        }

        List<String> texts() {
            return List.of(payee, number, name, branch);
        }

        /** The same with what it lacks and another one knows. */
        Account filled(Account other) {
            return new Account(
                    payee, number, name.isEmpty() ? other.name : name, branch.isEmpty() ? other.branch : branch);
        }
    }

    /** What the lines of a subsidy come to. */
    private static final class OfSubsidy {

        private final Subsidy subsidy;
        private final int number;
        /** The accounts that it pays into. */
        private final BitSet accounts = new BitSet();

        private long claims;
        private long granted;
        private long cut;
        private long refused;
        private Money grantedSum = Money.ZERO;
        private Money cutSum = Money.ZERO;
        private Money paid = Money.ZERO;
        private final Reductions reductions;
        private final Map<String, Money> levels = new LinkedHashMap<>();
        private final Map<String, Map<String, Money>> places = new TreeMap<>();

        OfSubsidy(Subsidy subsidy, int number, List<String> levels, Batch.Reasons reasons) {
            this.subsidy = subsidy;
            this.number = number;
            this.reductions = new Reductions(subsidy, reasons);
            levels.forEach(level -> this.levels.put(level, Money.ZERO));
        }
    }

    Tally(Batch batch, Bearers bearers, Told told) {
        this.batch = batch;
        this.told = told;
        this.blanks = new Blanks(batch.layout());
        for (Subsidy subsidy : batch.scheme().subsidies()) {
            subsidies.put(
                    subsidy.id(),
                    new OfSubsidy(subsidy, subsidies.size(), bearers.levels(subsidy.bearing()), batch.reasons()));
        }
        this.accounts = new Ledger(4, subsidies.size());
    }

    /** Adds the next line in decided order. */
    void add(Decision decision) {
        OfSubsidy of = subsidies.get(decision.subsidy());
        if (of == null) {
            throw new IllegalArgumentException("no such subsidy: " + decision.subsidy());
        }
        of.claims++;
        of.reductions.add(decision);
        if (decision.outcome().isRefused()) {
            of.refused++;
            return;
        }
        Decision.Sums sums = decision.sums().orElseThrow();
        of.granted++;
        of.grantedSum = of.grantedSum.plus(sums.granted());
        if (decision.outcome().kind() == Decision.Outcome.Kind.CUT) {
            of.cut++;
            of.cutSum = of.cutSum.plus(sums.amount().minus(sums.granted()));
        }
        Map<String, Money> here = of.places.computeIfAbsent(place(decision), place -> new LinkedHashMap<>());
        Money own = Money.ZERO;
        for (Map.Entry<String, Money> level : decision.levels().entrySet()) {
            of.levels.merge(level.getKey(), level.getValue(), Money::plus);
            here.merge(level.getKey(), level.getValue(), Money::plus);
            own = of.subsidy.bearing().own().contains(level.getKey()) ? own.plus(level.getValue()) : own;
        }
        Money paid = sums.granted().minus(own);
        blanks.look(decision, of.subsidy.claims().reference(), paid.isPositive() && !isEstimate());
        pay(of, decision, paid);
    }

    /** Tells what was seen of all lines. */
    void close() {
        blanks.close(told);
    }

    private boolean isEstimate() {
        return batch.scheme().status() == SubsidyScheme.Status.ESTIMATE;
    }

    private void pay(OfSubsidy of, Decision decision, Money paid) {
        of.paid = of.paid.plus(paid);
        if (paid.isZero() || isEstimate()) {
            return;
        }
        Decision.Party payee = decision.payee();
        if (payee.key().isEmpty()) {
            told.gap(
                    new Gap.EmptyCell(of.subsidy.claims().payee()),
                    decision.line().sheet(),
                    decision.line().claim());
        }
        Account told = new Account(
                payee.key(),
                payee.account(),
                payee.name(),
                decision.line().claim().text(batch.layout().branch()));
        int account = accounts.account(List.of(payee.key(), payee.account()), told::texts);
        Account known = Account.of(accounts.texts(account));
        if (!known.filled(told).equals(known)) {
            accounts.tell(account, known.filled(told).texts());
        }
        accounts.add(account, of.number, paid);
        of.accounts.set(account);
    }

    private String place(Decision decision) {
        return batch.layout().places().stream()
                .map(column -> decision.line().claim().name(column))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> Optional.ofNullable(
                                batch.beside().registers().get(batch.layout().counties()))
                        .flatMap(counties -> counties.names().named(name))
                        .map(Subject::name)
                        .orElse(name))
                .orElse("");
    }

    List<Decisions.Total> totals() {
        List<Decisions.Total> totals = new ArrayList<>();
        subsidies.forEach((id, of) -> {
            totals.add(new Decisions.Total(
                    id,
                    of.claims,
                    new Decisions.Sum(of.granted, of.grantedSum),
                    new Decisions.Sum(of.cut, of.cutSum),
                    of.refused,
                    of.reductions.reasons(),
                    of.levels,
                    of.paid));
        });
        return totals;
    }

    List<Decisions.Burden> burdens() {
        List<Decisions.Burden> burdens = new ArrayList<>();
        subsidies.forEach((id, of) -> of.places.forEach((place, levels) ->
                levels.forEach((level, amount) -> burdens.add(new Decisions.Burden(id, place, level, amount)))));
        return burdens;
    }

    /**
     * Who gets how much, by key and account.
     *
     * @param sign 1: what is paid; -1: what is to come back
     */
    List<Decisions.Payment> payments(int sign) {
        Ledger ledger = accounts;
        Map<String, Paid> bySubsidy = new LinkedHashMap<>();
        subsidies.forEach((id, of) -> bySubsidy.put(id, new Paid(of.number, of.accounts)));
        // It knows the accounts and nothing else of the lines: papers are written where a million of them were tallied.
        IntFunction<Decisions.Payment> payment = account -> payment(ledger, bySubsidy, account);
        int[] paid = IntStream.range(0, ledger.size())
                .filter(account -> payment.apply(account).amount().signum() == sign)
                .mapToObj(account -> Map.entry(Account.of(ledger.texts(account)), account))
                .sorted(Comparator.comparing(
                        Map.Entry::getKey, Comparator.comparing(Account::payee).thenComparing(Account::number)))
                .mapToInt(Map.Entry::getValue)
                .toArray();
        return Ledger.list(paid, payment);
    }

    /** The number of a subsidy's sum in the ledger, and the accounts that it pays into. */
    private record Paid(int number, BitSet accounts) {}

    private static Decisions.Payment payment(Ledger ledger, Map<String, Paid> paid, int account) {
        Account whose = Account.of(ledger.texts(account));
        Map<String, Money> bySubsidy = new LinkedHashMap<>();
        paid.forEach((id, of) -> {
            if (of.accounts().get(account)) {
                bySubsidy.put(id, ledger.sum(account, of.number()));
            }
        });
        return new Decisions.Payment(
                whose.payee(), whose.name(), whose.branch(), whose.number(), Money.sum(bySubsidy.values()), bySubsidy);
    }
}
