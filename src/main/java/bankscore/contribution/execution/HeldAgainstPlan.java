package bankscore.contribution.execution;

import bankscore.contribution.Names;
import bankscore.contribution.execution.ExecutedFund.Other;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Quarter;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.facts.register.Register;
import bankscore.office.Approval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the balances of a quarter against the plans in force at its end (D23). All is sums and comparisons of exact amounts:
 * nothing is scaled, nothing is estimated, and nothing is close enough.
 */
public final class HeldAgainstPlan {

    private final List<ApprovedPlan> plans;
    private final Quarter quarter;
    private final Register register;
    private final LocalDate day;
    private final int lateMonths;

    private HeldAgainstPlan(List<ApprovedPlan> plans, Quarter quarter, int lateMonths) {
        this.plans = List.copyOf(plans);
        this.quarter = quarter;
        this.register = quarter.roster();
        this.day = quarter.period().end();
        this.lateMonths = lateMonths;
    }

    /**
     * What became of the plans.
     *
     * @param plans those in force at the quarter's end, as {@link Approval#inForce} orders them; none: nothing to say
     * @param lateMonths after how many months what is due and has not moved is to be verified
     */
    public static Optional<Execution> of(List<ApprovedPlan> plans, Quarter quarter, int lateMonths) {
        return plans.isEmpty()
                ? Optional.empty()
                : Optional.of(new HeldAgainstPlan(standing(plans), quarter, lateMonths).hold());
    }

    /** Of plans in force the last one that is no simulation, which takes the place of all before it, and those after it. */
    public static List<ApprovedPlan> standing(List<ApprovedPlan> plans) {
        for (int i = plans.size() - 1; i > 0; i--) {
            if (!plans.get(i).indicative()) {
                return plans.subList(i, plans.size());
            }
        }
        return plans;
    }

    /** A bank of the plan as the register has it now. */
    private record Bank(String code, String name, String label, boolean gone) {}

    /**
     * One end of a transfer.
     *
     * @param number of the transfer in the fund's list
     * @param arriving whether the money arrives at the bank
     */
    private record Leg(int number, boolean arriving, Money amount, Optional<LocalDate> due) {

        Money signed() {
            return arriving ? amount : amount.negate();
        }
    }

    /** A row of a plan with the day from which it counts. */
    private record Part(ApprovedPlan.Row row, LocalDate approved) {}

    /** A transfer of a plan with its due day. */
    private record Ordered(Transfer transfer, Approval approval, Optional<LocalDate> due) {}

    /** What is expected of one fund, by the banks of now. */
    private static final class Expected {
        private final String fund;
        private final Map<Bank, List<Part>> parts = new LinkedHashMap<>();
        private final Map<Bank, List<Leg>> legs = new LinkedHashMap<>();
        private final List<Ordered> transfers = new ArrayList<>();
        private final Set<Integer> replaced = new HashSet<>();
        private final Set<String> outside = new HashSet<>();

        private Expected(String fund) {
            this.fund = fund;
        }
    }

    private Execution hold() {
        Map<String, Expected> expected = expected();
        Map<String, String> held = new LinkedHashMap<>();
        quarter.holdings().forEach(each -> held.putIfAbsent(Register.key(each.fund()), each.fund()));
        List<ExecutedFund> funds = expected.entrySet().stream()
                .filter(each -> held.containsKey(each.getKey()))
                .map(each -> fund(each.getValue()))
                .toList();
        List<String> unseen = expected.entrySet().stream()
                .filter(each -> !held.containsKey(each.getKey()))
                .map(each -> each.getValue().fund)
                .toList();
        List<Execution.Added> added = isWhole()
                ? held.entrySet().stream()
                        .filter(each -> !expected.containsKey(each.getKey()) && !stays(each.getKey()))
                        .map(each -> new Execution.Added(
                                each.getValue(),
                                sum(quarter.holdings().stream()
                                        .filter(one -> Register.key(one.fund()).equals(each.getKey()))
                                        .toList())))
                        .toList()
                : List.of();
        List<Approval> approvals = plans.stream().map(ApprovedPlan::approval).toList();
        boolean sheet = quarter.facts().datasets().contains(Names.HOLDINGS);
        return new Execution(
                day,
                approvals,
                funds,
                unseen,
                added,
                new ExecutionFindings(quarter, approvals, lateMonths).of(funds, unseen, sheet));
    }

    /** Whether a plan is in force that is no simulation, which says of every bank what it is to hold. */
    private boolean isWhole() {
        return !plans.get(0).indicative();
    }

    /** Whether the plan only counts a fund and leaves it where it is. */
    private boolean stays(String fund) {
        return plans.get(0).funds().stream()
                .anyMatch(each -> !each.moves() && Register.key(each.name()).equals(fund));
    }

    /** The funds of the plans by their keys: the whole plan, with what monitoring quarters withdrew since (D19). */
    private Map<String, Expected> expected() {
        Map<String, Expected> funds = new LinkedHashMap<>();
        for (ApprovedPlan plan : plans) {
            for (ApprovedPlan.Fund fund : plan.funds()) {
                if (!plan.indicative() && fund.moves()) {
                    whole(plan, fund, funds);
                } else {
                    withdrawals(plan, fund, funds);
                }
            }
        }
        return funds;
    }

    private void whole(ApprovedPlan plan, ApprovedPlan.Fund fund, Map<String, Expected> funds) {
        Expected expected = funds.computeIfAbsent(Register.key(fund.name()), key -> new Expected(fund.name()));
        Map<String, Bank> banks = new LinkedHashMap<>();
        for (ApprovedPlan.Row row : fund.rows()) {
            Bank bank = now(row);
            banks.put(row.code(), bank);
            expected.parts
                    .computeIfAbsent(bank, any -> new ArrayList<>())
                    .add(new Part(row, plan.approval().date()));
        }
        for (ApprovedPlan.Row row : fund.outside()) {
            expected.outside.add(now(row).code());
        }
        for (Transfer transfer : fund.transfers()) {
            int number = expected.transfers.size();
            Optional<LocalDate> due = plan.due(transfer);
            expected.transfers.add(new Ordered(transfer, plan.approval(), due));
            Bank from = banks.get(transfer.from());
            Bank to = banks.get(transfer.to());
            // Between two banks that have become one, no balance shows anything.
            if (from != null && !from.equals(to)) {
                leg(expected, from, new Leg(number, false, transfer.amount(), due));
            }
            if (to != null && !to.equals(from)) {
                leg(expected, to, new Leg(number, true, transfer.amount(), due));
            }
        }
    }

    /** Of a monitoring quarter, or of a fund that stays, only withdrawals are orders. They take the place of whatever was ordered of the bank before. */
    private void withdrawals(ApprovedPlan plan, ApprovedPlan.Fund fund, Map<String, Expected> funds) {
        for (ApprovedPlan.Row row : fund.rows()) {
            if (row.isWithdrawn()) {
                Expected expected = funds.computeIfAbsent(Register.key(fund.name()), key -> new Expected(fund.name()));
                Bank bank = now(row);
                expected.parts.put(bank, List.of(new Part(row, plan.approval().date())));
                List<Leg> earlier = expected.legs.getOrDefault(bank, List.of());
                earlier.forEach(leg -> expected.replaced.add(leg.number()));
                expected.legs.remove(bank);
                if (row.before().isPositive()) {
                    Optional<LocalDate> due = Optional.of(plan.approval().date());
                    leg(expected, bank, new Leg(expected.transfers.size(), false, row.before(), due));
                    expected.transfers.add(new Ordered(
                            new Transfer(row.code(), Transfer.OUTSIDE, row.before(), false, Optional.empty()),
                            plan.approval(),
                            due));
                }
            }
        }
    }

    private static void leg(Expected expected, Bank bank, Leg leg) {
        expected.legs.computeIfAbsent(bank, any -> new ArrayList<>()).add(leg);
    }

    /** By name first, which an alias keeps when banks merge or codes are given anew; by code if it was renamed. */
    private Bank now(ApprovedPlan.Row row) {
        Optional<Subject> known = register.named(row.name()).or(() -> register.subject(row.code()));
        return known.map(bank -> new Bank(bank.code(), bank.name(), bank.label(), false))
                .orElseGet(() -> new Bank(row.code(), row.name(), row.name(), true));
    }

    private ExecutedFund fund(Expected expected) {
        List<Holding> all = quarter.holdings().stream()
                .filter(each -> Register.key(each.fund()).equals(Register.key(expected.fund)))
                .toList();
        MovedAmounts moved = new MovedAmounts(expected.transfers.stream()
                .map(each -> each.transfer().amount())
                .toList());
        List<ExecutedRow> rows = new ArrayList<>();
        expected.parts.forEach((bank, parts) -> {
            List<Leg> legs = expected.legs.getOrDefault(bank, List.of());
            ExecutedRow row = row(
                    bank,
                    parts,
                    legs,
                    all.stream()
                            .filter(each -> each.bank().equals(bank.code()) && !bank.gone())
                            .toList());
            rows.add(row);
            seen(row, legs, moved);
        });
        Set<String> planned = new HashSet<>();
        rows.forEach(row -> planned.add(row.code()));
        List<Other> others = new ArrayList<>();
        if (isWhole() && !stays(Register.key(expected.fund))) {
            for (Subject bank : register.subjects()) {
                List<Holding> its = all.stream()
                        .filter(each -> each.bank().equals(bank.code()))
                        .toList();
                if (!planned.contains(bank.code()) && sum(its).isPositive()) {
                    others.add(new Other(
                            bank.code(),
                            bank.name(),
                            sum(its),
                            expected.outside.contains(bank.code()),
                            its.stream().map(Holding::place).toList()));
                }
            }
        }
        return new ExecutedFund(expected.fund, rows, others, transfers(expected, moved));
    }

    private ExecutedRow row(Bank bank, List<Part> parts, List<Leg> legs, List<Holding> holdings) {
        Money before = Money.sum(parts.stream().map(part -> part.row().before()).toList());
        Money target = Money.sum(parts.stream().map(part -> part.row().target()).toList());
        Money change = target.minus(before);
        Money due = part(change, legs, 0);
        Money held = sum(holdings);
        Money carried = within(change, held.minus(before));
        boolean counts = parts.stream().allMatch(part -> part.approved().isBefore(day));
        boolean withdrawn =
                target.isZero() && parts.stream().anyMatch(part -> part.row().isWithdrawn());
        boolean frozen = parts.stream().allMatch(part -> part.row().note() == PlanRow.Note.FROZEN);
        boolean otherWay = change.isZero()
                ? frozen && held.compareTo(before) > 0
                : held.minus(before).signum() == -change.signum();
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> names.add(part.row().name()));
        return new ExecutedRow(
                bank.code(),
                bank.name(),
                names.equals(Set.of(bank.name())) ? List.of() : List.copyOf(names),
                bank.gone(),
                before,
                target,
                due,
                part(change, legs, lateMonths),
                held,
                carried,
                state(change, due, carried, held.minus(before), frozen || withdrawn),
                withdrawn,
                withdrawn && counts ? held : Money.ZERO,
                otherWay && counts,
                holdings.stream().map(Holding::place).toList());
    }

    /** The part of a change that has been due for some months, within the change: of a merged bank ends may cancel out. */
    private Money part(Money change, List<Leg> legs, int months) {
        return within(
                change,
                Money.sum(legs.stream()
                        .filter(leg -> leg.due()
                                .filter(since -> since.plusMonths(months).isBefore(day))
                                .isPresent())
                        .map(Leg::signed)
                        .toList()));
    }

    /** The amount as far as it lies between nothing and the change. */
    private static Money within(Money change, Money amount) {
        return change.isNegative()
                ? amount.min(Money.ZERO).max(change)
                : amount.max(Money.ZERO).min(change);
    }

    private static State state(Money change, Money due, Money carried, Money moved, boolean bounded) {
        if (change.isZero()) {
            return bounded && moved.isPositive() ? State.BEYOND : State.DONE;
        }
        if (carried.equals(change)) {
            return moved.equals(change) ? State.DONE : State.BEYOND;
        }
        if (due.isZero()) {
            return State.NOT_DUE;
        }
        if (within(due, carried).equals(due)) {
            return State.DONE;
        }
        return carried.isZero() ? State.NOT_DONE : State.PARTLY;
    }

    /**
     * What has moved at a bank went into what is due first, and only then into what is not. A bank with both kinds of ends
     * (merged banks only) shows the difference alone, and so nothing of either.
     */
    private void seen(ExecutedRow row, List<Leg> legs, MovedAmounts moved) {
        if (legs.stream().map(Leg::arriving).distinct().count() > 1) {
            return;
        }
        Money carried = Execution.absolute(row.carried());
        Money due = carried.min(Execution.absolute(row.due()));
        moved.add(numbers(legs, true), due);
        moved.add(numbers(legs, false), carried.minus(due));
    }

    private List<Integer> numbers(List<Leg> legs, boolean due) {
        return legs.stream()
                .filter(leg -> isDue(leg.due()) == due)
                .map(Leg::number)
                .toList();
    }

    private boolean isDue(Optional<LocalDate> since) {
        return since.filter(first -> first.isBefore(day)).isPresent();
    }

    private List<ExecutedTransfer> transfers(Expected expected, MovedAmounts moved) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> withdrawn = new HashSet<>();
        expected.parts.forEach((bank, parts) -> parts.forEach(part -> {
            names.put(part.row().code(), bank.label());
            if (part.row().isWithdrawn()) {
                withdrawn.add(part.row().code());
            }
        }));
        List<ExecutedTransfer> transfers = new ArrayList<>();
        for (int number = 0; number < expected.transfers.size(); number++) {
            Ordered each = expected.transfers.get(number);
            Optional<MovedAmounts.Range> range = moved.of(number);
            State state = range.map(known -> state(each, known)).orElse(State.UNKNOWN);
            // An order to bring money to a bank that it is to be taken back from since is none any more.
            if (state == State.DONE || !expected.replaced.contains(number)) {
                transfers.add(new ExecutedTransfer(
                        each.transfer(),
                        each.approval(),
                        names.getOrDefault(each.transfer().from(), ""),
                        names.getOrDefault(each.transfer().to(), ""),
                        withdrawn.contains(each.transfer().from()),
                        each.due(),
                        range.map(MovedAmounts.Range::least),
                        range.map(MovedAmounts.Range::most),
                        state));
            }
        }
        return transfers;
    }

    /** Only what is certain is said. */
    private State state(Ordered each, MovedAmounts.Range moved) {
        Money amount = each.transfer().amount();
        if (moved.least().equals(amount)) {
            return State.DONE;
        }
        if (!isDue(each.due())) {
            return State.NOT_DUE;
        }
        if (moved.most().isZero()) {
            return State.NOT_DONE;
        }
        return moved.least().isPositive() && moved.most().compareTo(amount) < 0 ? State.PARTLY : State.UNKNOWN;
    }

    private static Money sum(List<Holding> holdings) {
        return Money.sum(holdings.stream().map(Holding::held).toList());
    }
}
