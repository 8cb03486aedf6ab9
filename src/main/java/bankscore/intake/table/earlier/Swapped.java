package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.table.earlier.PastColumn.Value;
import bankscore.intake.table.swap.TwoColumns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns of one sheet that were taken for each other, told by what stood in them last. */
final class Swapped {

    private final List<Finding> findings;
    private final Set<String> accused = new LinkedHashSet<>();
    private final Set<String> swapped = new LinkedHashSet<>();
    private final List<List<PastColumn>> copies = new ArrayList<>();

    Swapped(List<Finding> findings) {
        this.findings = findings;
    }

    /** The ids of the columns that stand in each other's place, and those of which one was copied over the other. */
    Set<String> find(List<PastColumn> columns) {
        List<Map<String, Value>> values = new ArrayList<>();
        columns.forEach(column -> values.add(column.bySubject()));
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                compare(columns.get(i), values.get(i), columns.get(j), values.get(j));
            }
        }
        // What is like a column that stands in another's place is no copy of it.
        copies.stream()
                .filter(pair -> pair.stream().map(PastColumn::id).noneMatch(swapped::contains))
                .forEach(pair -> accuse(Code.W223, pair.get(0), pair.get(1)));
        return accused;
    }

    private void compare(PastColumn one, Map<String, Value> ones, PastColumn other, Map<String, Value> others) {
        AgainstEarlier against = one.against();
        int of = 0;
        int oneIsOther = 0;
        int otherIsOne = 0;
        int copied = 0;
        for (Map.Entry<String, Value> each : ones.entrySet()) {
            Value left = each.getValue();
            Value right = others.get(each.getKey());
            if (right == null || (left.now().isZero() && right.now().isZero())) {
                continue;
            }
            of++;
            Fraction leftBefore = left.before().orElse(Fraction.ZERO);
            Fraction rightBefore = right.before().orElse(Fraction.ZERO);
            oneIsOther += TwoColumns.isNearer(left.now(), rightBefore, leftBefore) ? 1 : 0;
            otherIsOne += TwoColumns.isNearer(right.now(), leftBefore, rightBefore) ? 1 : 0;
            copied += left.now().equals(right.now()) && !leftBefore.equals(rightBefore) ? 1 : 0;
        }
        if (against.isNearer(oneIsOther, of) && against.isNearer(otherIsOne, of)) {
            accuse(Code.E320, one, other);
            swapped.add(one.id());
            swapped.add(other.id());
        } else if (against.isSame(copied, of) && !PastColumn.areSameInTheYearsEnd(one, other)) {
            copies.add(List.of(one, other));
        }
    }

    private void accuse(Code code, PastColumn one, PastColumn other) {
        accused.add(one.id());
        accused.add(other.id());
        findings.add(new TwoColumns(one.header(), one.column(), other.column())
                .accuse(code)
                .with(Finding.VARIANT, "earlier"));
    }
}
