package bankscore.intake.table.earlier;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.table.earlier.PastColumn.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The unit detective: figures that are about a power of ten times what they were. A whole column is accused once, at its
 * heading; else each figure is accused at its cell, and so is one that grew quite otherwise than the rest of its column.
 *
 * @param all the finding for the whole column, if there is one
 * @param single the figures that jumped
 */
record Jumps(Optional<Finding> all, List<Value> single) {

    /** @param mayLeap whose figures may grow as they like */
    static Jumps of(PastColumn column, Predicate<Value> mayLeap) {
        AgainstEarlier against = column.against();
        List<Value> single = new ArrayList<>();
        Map<Integer, Integer> counts = new TreeMap<>();
        Map<Value, Fraction> ratios = new LinkedHashMap<>();
        for (Value value : column.values()) {
            Fraction before = value.before().orElse(Fraction.ZERO);
            if (!value.now().isZero() && !before.isZero()) {
                ratios.put(value, value.now().dividedBy(before));
            }
        }
        Optional<Fraction> growth = growth(column, List.copyOf(ratios.values()));
        ratios.forEach((value, ratio) -> {
            List<Integer> near = against.powers().stream()
                    .flatMap(power -> List.of(power, -power).stream())
                    .filter(power -> isNear(ratio, power, against.factor()))
                    .toList();
            near.forEach(power -> counts.merge(power, 1, Integer::sum));
            if (!near.isEmpty()
                    || (!mayLeap.test(value)
                            && growth.filter(usual -> isLeap(ratio.dividedBy(usual), against.leap()))
                                    .isPresent())) {
                single.add(value);
            }
        });
        int of = ratios.size();
        Optional<Finding> all = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() > 1 && AgainstEarlier.reaches(most.getValue(), of, against.same()))
                .map(most -> PastColumn.accuse(Code.E309, List.of(column))
                        .with(
                                "found",
                                BigDecimal.ONE.scaleByPowerOfTen(most.getKey()).toPlainString()));
        return new Jumps(all, single);
    }

    /**
     * By how much a column has grown: as its middle figure has. Of a few subjects nobody knows; a few sums, such as pools, stay
     * about as they were.
     */
    private static Optional<Fraction> growth(PastColumn column, List<Fraction> ratios) {
        if (ratios.size() >= column.against().rows()) {
            return Optional.of(ratios.stream().sorted().toList().get(ratios.size() / 2))
                    .filter(Fraction::isPositive);
        }
        return column.header().dataset().isOfSubjects() ? Optional.empty() : Optional.of(Fraction.ONE);
    }

    private static boolean isLeap(Fraction ratio, Fraction leap) {
        return ratio.isPositive() && (ratio.isGreater(leap) || ratio.times(leap).isLess(Fraction.ONE));
    }

    static boolean isNear(Fraction ratio, int power, Fraction factor) {
        Fraction near = ratio.times(Fraction.of(BigDecimal.ONE.scaleByPowerOfTen(-power)));
        return !near.isGreater(factor) && !near.times(factor).isLess(Fraction.ONE);
    }
}
