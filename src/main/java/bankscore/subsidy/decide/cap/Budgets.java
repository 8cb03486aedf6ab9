package bankscore.subsidy.decide.cap;

import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.sheet.Place;
import bankscore.subsidy.decide.Batch;
import bankscore.subsidy.decide.Decision;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Memory;
import bankscore.subsidy.decide.seen.Keys;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The budgets that a rule's caps name, each for the calendar year of the period, over all subsidies that name it
 * (subsidy.md#budgets).
 */
public final class Budgets {

    private final Period period;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<List<Cap.Budget>> caps;
    /** What each line was granted, in fen, in decided order; kept only where a budget may be shared out. */
    private final Keys.Sums granted = new Keys.Sums();

    private final boolean shares;
    private int lines;

    public Budgets(
            List<Subsidy> subsidies, Period period, Map<String, Batch.BudgetItem> sheet, Consumer<Finding> findings) {
        this.period = period;
        this.caps = subsidies.stream().map(Budgets::of).toList();
        subsidies.forEach(subsidy -> of(subsidy)
                .forEach(cap -> items.computeIfAbsent(cap.item(), name -> {
                    Batch.BudgetItem known = sheet.get(name);
                    if (known == null) {
                        findings.accept(Finding.of(Code.E403, Place.NONE)
                                .with(Finding.VARIANT, "absent")
                                .with("item", name)
                                .with("subsidy", subsidy.name()));
                    }
                    return new Item(
                            known == null ? new Batch.BudgetItem(Money.ZERO, Place.NONE) : known, known != null);
                })));
        this.shares = caps.stream().flatMap(List::stream).anyMatch(Budgets::isShared);
    }

    /** The items that a subsidy names, each once. */
    private static List<Cap.Budget> of(Subsidy subsidy) {
        Map<String, Cap.Budget> own = new LinkedHashMap<>();
        for (Cap cap : subsidy.amount().caps()) {
            if (cap instanceof Cap.Budget budget) {
                own.putIfAbsent(budget.item(), budget);
            }
        }
        return List.copyOf(own.values());
    }

    private static boolean isShared(Cap.Budget cap) {
        return cap.ifShort() == Cap.IfShort.PRO_RATA;
    }

    /** An item, with what was taken from it. */
    private static final class Item {

        private final Batch.BudgetItem sheet;
        private final boolean known;
        private Money before = Money.ZERO;
        private final Map<Period, Money> earlier = new TreeMap<>();
        private Money taken = Money.ZERO;
        private Money wanted = Money.ZERO;
        private boolean refuses;
        private int[] sharers = new int[0];
        private int sharing;

        Item(Batch.BudgetItem sheet, boolean known) {
            this.sheet = sheet;
            this.known = known;
        }

        Money left() {
            return sheet.amount().minus(before).minus(taken);
        }

        void share(int line) {
            if (sharing == sharers.length) {
                sharers = Arrays.copyOf(sharers, Math.max(64, 2 * sharing));
            }
            sharers[sharing++] = line;
        }
    }

    /** Counts what an earlier period granted, if it was of the same year. */
    public void remember(int subsidy, Memory.Granted line) {
        if (line.period().year() == period.year()) {
            for (Cap.Budget cap : caps.get(subsidy)) {
                Item item = item(cap);
                item.before = item.before.plus(line.granted());
                item.earlier.merge(line.period(), line.granted(), Money::plus);
            }
        }
    }

    private Item item(Cap.Budget cap) {
        Item item = items.get(cap.item());
        if (item == null) {
            throw new IllegalArgumentException("not among the rule's budgets: " + cap.item());
        }
        return item;
    }

    /** What a budget leaves to the next line that does not wait for its share. */
    Decision.CapUse use(int number, Cap.Budget cap) {
        Item item = item(cap);
        Money before = item.before.plus(item.taken);
        return new Decision.CapUse(
                number,
                item.sheet.amount(),
                before,
                item.earlier,
                Optional.of(item.left().max(Money.ZERO)),
                "");
    }

    /**
     * Counts the next line in decided order, whatever became of it.
     *
     * @param wanted what it would have got without budgets
     */
    public void next(int subsidy, Money wanted, Money amount) {
        for (Cap.Budget cap : caps.get(subsidy)) {
            Item item = item(cap);
            item.wanted = item.wanted.plus(wanted);
            if (isShared(cap) && amount.isPositive()) {
                item.share(lines);
            } else {
                item.taken = item.taken.plus(amount);
                item.refuses |= cap.ifShort() == Cap.IfShort.REFUSE;
            }
        }
        if (shares) {
            granted.set(lines, amount.fen().longValueExact());
        }
        lines++;
    }

    /** Shares out what is short, when all lines are decided, and tells of what may not be short. */
    public void close(Consumer<Finding> findings) {
        items.forEach((name, item) -> {
            long[] amounts = new long[item.sharing];
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = granted.get(item.sharers[i]);
            }
            long[] parts = ProRata.cut(amounts, item.left().fen().longValueExact());
            for (int i = 0; i < parts.length; i++) {
                granted.set(item.sharers[i], parts[i]);
            }
            if (item.known && item.refuses && item.left().isNegative()) {
                findings.accept(Finding.of(Code.E403, item.sheet.place())
                        .with(Finding.VARIANT, "short")
                        .with("item", name)
                        .with("amount", item.sheet.amount().yuan())
                        .with("before", item.before.yuan())
                        .with("wanted", item.taken.yuan())
                        .with("short", item.left().negate().yuan()));
            }
        });
    }

    /** Whether a budget may be shared out, so that what a line is granted shows when all are decided. */
    public boolean share() {
        return shares;
    }

    /** What a line is granted in the end. */
    public Money inTheEnd(int line, Money before) {
        return shares ? new Money(BigInteger.valueOf(granted.get(line))) : before;
    }

    /** What became of each. */
    public List<Decisions.BudgetUse> uses() {
        List<Decisions.BudgetUse> uses = new ArrayList<>();
        items.forEach((name, item) -> {
            Money sum = item.taken;
            for (int i = 0; i < item.sharing; i++) {
                sum = sum.plus(inTheEnd(item.sharers[i], Money.ZERO));
            }
            uses.add(new Decisions.BudgetUse(name, item.sheet.amount(), item.before, item.wanted, sum));
        });
        return uses;
    }
}
