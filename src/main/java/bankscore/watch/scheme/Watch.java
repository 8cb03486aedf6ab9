package bankscore.watch.scheme;

import bankscore.exact.Fraction;
import bankscore.rule.Condition;
import bankscore.rule.Mark;
import bankscore.rule.Reference;
import java.util.List;
import java.util.Optional;

/**
 * What is looked for: a measure on the wrong side of a bound.
 *
 * @param id never renamed or reused: earlier periods are asked by it
 * @param of the ids of the groups it is about; each has the measure
 * @param side on which a subject is behind
 * @param bound a number, a benchmark, a statistic of the group, another measure or a column of the same subject
 * @param grades the least gap of each grade, ascending; none: any gap is grade 1
 * @param running so many periods in a row, this one included; 1: this one alone
 * @param progress whether the bound is a year's and counts as bound × quarter ÷ 4
 * @param unless where a subject meets it, it is not hit
 */
public record Watch(
        String id,
        String name,
        List<String> of,
        String measure,
        Side side,
        Reference bound,
        List<Fraction> grades,
        int running,
        boolean progress,
        Optional<Condition> unless,
        String clause,
        Mark mark) {

    public Watch {
        of = List.copyOf(of);
        grades = List.copyOf(grades);
    }

    /** The wrong side of a bound. */
    public enum Side {
        BELOW,
        ABOVE;

        /** How far a value lies on the wrong side; negative on the right one. */
        public Fraction gap(Fraction value, Fraction bound) {
            return this == BELOW ? bound.minus(value) : value.minus(bound);
        }
    }

    /** The grade of a gap; 0 is no hit. Without grades strictly, with them reached exactly. */
    public int grade(Fraction gap) {
        if (grades.isEmpty()) {
            return gap.isPositive() ? 1 : 0;
        }
        return (int) grades.stream().filter(least -> !gap.isLess(least)).count();
    }

    /** How parameters, findings and simulations call it. */
    public String path() {
        return "watch." + id;
    }
}
