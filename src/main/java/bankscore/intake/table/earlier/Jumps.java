package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.table.earlier.PastColumn.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The unit detective: figures that are about a power of ten times what they were. A whole column is accused once, at its
 * heading; else each figure is accused at its cell.
 *
 * @param all the finding for the whole column, if there is one
 * @param single the figures that jumped
 */
record Jumps(Optional<Finding> all, List<Value> single) {

    static Jumps of(PastColumn column) {
        AgainstEarlier against = column.against();
        List<Value> single = new ArrayList<>();
        Map<Integer, Integer> counts = new TreeMap<>();
        int compared = 0;
        for (Value value : column.values()) {
            Fraction before = value.before().orElse(Fraction.ZERO);
            if (value.now().isZero() || before.isZero()) {
                continue;
            }
            compared++;
            Fraction ratio = value.now().dividedBy(before);
            List<Integer> near = against.powers().stream()
                    .flatMap(power -> List.of(power, -power).stream())
                    .filter(power -> isNear(ratio, power, against.factor()))
                    .toList();
            near.forEach(power -> counts.merge(power, 1, Integer::sum));
            if (!near.isEmpty()) {
                single.add(value);
            }
        }
        int of = compared;
        Optional<Finding> all = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() > 1 && AgainstEarlier.reaches(most.getValue(), of, against.same()))
                .map(most -> PastColumn.accuse(Code.E309, List.of(column))
                        .with(
                                "found",
                                BigDecimal.ONE.scaleByPowerOfTen(most.getKey()).toPlainString()));
        return new Jumps(all, single);
    }

    private static boolean isNear(Fraction ratio, int power, Fraction factor) {
        Fraction near = ratio.times(Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(-power)));
        return !near.isGreater(factor) && !near.times(factor).isLess(Fraction.ONE);
    }
}
