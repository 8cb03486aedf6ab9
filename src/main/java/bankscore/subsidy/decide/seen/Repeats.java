package bankscore.subsidy.decide.seen;

import bankscore.exact.Money;
import bankscore.facts.Claim;
import bankscore.rule.Condition;
import bankscore.rule.line.ConditionCheck;
import bankscore.rule.line.Line;
import bankscore.subsidy.scheme.Subsidy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lines of each subsidy were granted before, in earlier periods and in the decided order, as far as conditions ask
 * (subsidy.md#memory). A refused line and a refund are not kept, so that they block nothing.
 */
public final class Repeats {

    /** A refund repeats what it takes back, and may. */
    public static final ConditionCheck.Memory OF_REFUNDS = new ConditionCheck.Memory() {
        @Override
        public boolean isUnique(Condition.Unique condition, Line line) {
            return true;
        }

        @Override
        public boolean isFree(Condition.NoOverlap condition, Line line, LocalDate from, Optional<LocalDate> to) {
            return true;
        }
    };

    private final Keys seen = new Keys();
    private final Keys groups = new Keys();
    private final Intervals spans = new Intervals();
    private final List<OfSubsidy> subsidies = new ArrayList<>();

    public Repeats(List<Subsidy> all) {
        for (Subsidy subsidy : all) {
            subsidies.add(new OfSubsidy(subsidy));
        }
    }

    /** What conditions of a subsidy are held against. */
    public ConditionCheck.Memory of(int subsidy) {
        return subsidies.get(subsidy);
    }

    /** Keeps a line that was granted something, or nothing because it asks for nothing. */
    public void keep(int subsidy, Line line) {
        subsidies.get(subsidy).keep(line);
    }

    private final class OfSubsidy implements ConditionCheck.Memory {

        private final String id;
        private final Set<Condition> asking = new LinkedHashSet<>();

        OfSubsidy(Subsidy subsidy) {
            this.id = subsidy.id();
            subsidy.eligible()
                    .forEach(each -> each.condition()
                            .whole()
                            .filter(part -> part instanceof Condition.Unique || part instanceof Condition.NoOverlap)
                            .forEach(asking::add));
        }

        /** The subsidy and the columns tell the conditions apart. */
        private List<String> key(List<String> columns, Line line) {
            return Keys.values(List.of(id, String.join(",", columns)), line, columns);
        }

        @Override
        public boolean isUnique(Condition.Unique condition, Line line) {
            return seen.find(key(condition.columns(), line)) < 0;
        }

        @Override
        public boolean isFree(Condition.NoOverlap condition, Line line, LocalDate from, Optional<LocalDate> to) {
            return !spans.overlaps(group(condition, line), from.toEpochDay(), end(to));
        }

        private int group(Condition.NoOverlap condition, Line line) {
            return groups.find(spanKey(condition, line));
        }

        private List<String> spanKey(Condition.NoOverlap condition, Line line) {
            List<String> key = key(condition.columns(), line);
            if (key.isEmpty()) {
                return key;
            }
            List<String> own = new ArrayList<>(key);
            own.add(condition.from());
            own.add(condition.to());
            return own;
        }

        private long end(Optional<LocalDate> to) {
            return to.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        }

        void keep(Line line) {
            for (Condition condition : asking) {
                if (condition instanceof Condition.Unique unique) {
                    List<String> key = key(unique.columns(), line);
                    if (!key.isEmpty()) {
                        seen.add(key);
                    }
                } else if (condition instanceof Condition.NoOverlap free) {
                    List<String> key = spanKey(free, line);
                    Optional<LocalDate> from = line.day(free.from());
                    if (!key.isEmpty() && from.isPresent()) {
                        spans.add(groups.add(key), from.get().toEpochDay(), end(line.day(free.to())));
                    }
                }
            }
        }
    }

    /**
     * What was granted of that which this period's refunds take back: of the policy, or of the claimant where the line names
     * none (subsidy.md#refunds). Only refunds are looked out for, of which there are few.
     */
    public static final class Refunds {

        private final Map<List<String>, Money> granted = new HashMap<>();

        /** Whether a line has a figure below 0, as a refund has. */
        public static boolean hasNegative(Claim claim) {
            for (Claim.Entry each : claim.cells().values()) {
                if (each instanceof Claim.Amount amount && amount.value().signum() < 0) {
                    return true;
                }
            }
            return false;
        }

        /** Looks out for what a line takes back, if it does. */
        public void expect(Subsidy subsidy, Claim claim) {
            if (hasNegative(claim)) {
                granted.putIfAbsent(key(subsidy, claim), Money.ZERO);
            }
        }

        /** Adds what a line was granted; of a refund what it takes back. */
        public void add(Subsidy subsidy, Claim claim, Money amount) {
            if (!granted.isEmpty()) {
                granted.computeIfPresent(key(subsidy, claim), (key, before) -> before.plus(amount));
            }
        }

        /** What is left of what was granted; negative if more was taken back. */
        public Money left(Subsidy subsidy, Claim claim) {
            return granted.getOrDefault(key(subsidy, claim), Money.ZERO);
        }

        private static List<String> key(Subsidy subsidy, Claim claim) {
            String reference = claim.text(subsidy.claims().reference());
            return reference.isEmpty()
                    ? List.of(subsidy.id(), claim.text(subsidy.claims().claimant()))
                    : List.of(subsidy.id(), reference, "");
        }
    }
}
