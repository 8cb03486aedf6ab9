package bankscore.subsidy.scheme;

import bankscore.exact.Fraction;
import bankscore.rule.Flaw;
import bankscore.rule.Formula;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a rule says that is sound and yet worth a second look (subsidy.md#lint). */
public final class SubsidyNotes {

    private final List<Flaw> notes = new ArrayList<>();

    private SubsidyNotes() {}

    /** The notes in the order of the file; none where there is nothing to tell. */
    public static List<Flaw> of(SubsidyScheme rule) {
        SubsidyNotes found = new SubsidyNotes();
        rule.subsidies().forEach(subsidy -> {
            found.reasons(subsidy);
            found.caps(subsidy);
        });
        return List.copyOf(found.notes);
    }

    /** Two conditions with one reason: a claimant cannot tell which of them was not met. */
    private void reasons(Subsidy subsidy) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < subsidy.eligible().size(); i++) {
            String reason = subsidy.eligible().get(i).otherwise();
            if (!seen.add(reason)) {
                notes.add(new Flaw(path(subsidy) + ".eligible[" + i + "].else", reason, "reason_twice", Map.of()));
            }
        }
    }

    private void caps(Subsidy subsidy) {
        List<Cap> caps = subsidy.amount().caps();
        for (int i = 0; i < caps.size(); i++) {
            if (isIdle(caps.get(i), subsidy.amount()) || isBehind(i, caps)) {
                notes.add(new Flaw(
                        path(subsidy) + ".caps[" + i + "]", path(subsidy) + ".caps[" + i + "]", "cap_idle", Map.of()));
            }
        }
    }

    private static String path(Subsidy subsidy) {
        return "subsidies." + subsidy.id();
    }

    /** Whether the amount cannot be above a share of its column: the base is not, and the rate is no larger. */
    private static boolean isIdle(Cap cap, Subsidy.Amount amount) {
        return cap instanceof Cap.PartOf part
                && part.with().isEmpty()
                && amount.rate() instanceof Subsidy.Rate.Fixed rate
                && !rate.share().isGreater(part.share())
                && isAtMost(amount.base(), part.of());
    }

    private static boolean isAtMost(Formula base, String column) {
        return base.equals(new Formula.Name(column))
                || (base instanceof Formula.Pick pick
                        && pick.least()
                        && pick.operands().stream().anyMatch(each -> isAtMost(each, column)));
    }

    /** Whether another cap over the same lines is always lower, or as low and named before. */
    private static boolean isBehind(int index, List<Cap> caps) {
        if (!(caps.get(index) instanceof Cap.Ceiling own)) {
            return false;
        }
        for (int i = 0; i < caps.size(); i++) {
            if (i != index && caps.get(i) instanceof Cap.Ceiling other) {
                Fraction limit = other.amount();
                boolean lower = limit.isLess(own.amount()) || (i < index && limit.equals(own.amount()));
                boolean stands = !other.liftable() || own.liftable();
                if (lower
                        && stands
                        && other.span() == own.span()
                        && Set.copyOf(other.per()).equals(Set.copyOf(own.per()))) {
                    return true;
                }
            }
        }
        return false;
    }
}
