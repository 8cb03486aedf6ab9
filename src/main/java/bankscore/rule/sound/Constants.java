package bankscore.rule.sound;

import bankscore.exact.Fraction;
import bankscore.rule.Arithmetic;
import bankscore.rule.Formula;
import bankscore.rule.Statistic;
import java.util.Map;
import java.util.Optional;

/**
 * The value of an expression that no figure can change: numbers, a thing minus itself, anything times 0.
 *
 * @param known the definitions that are constant themselves, by id
 */
public record Constants(Map<String, Fraction> known) implements Arithmetic {

    @Override
    public Optional<Fraction> name(Formula.Name formula) {
        return Optional.ofNullable(known.get(formula.id()));
    }

    @Override
    public Optional<Fraction> binary(Formula.Binary formula) {
        if (formula.operator() == Formula.Operator.MINUS && formula.left().equals(formula.right())) {
            return Optional.of(Fraction.ZERO);
        }
        Optional<Fraction> left = formula.left().read(this);
        Optional<Fraction> right = formula.right().read(this);
        boolean zero = left.filter(Fraction::isZero).isPresent()
                || right.filter(Fraction::isZero).isPresent();
        if (formula.operator() == Formula.Operator.TIMES && zero) {
            return Optional.of(Fraction.ZERO);
        }
        return left.isPresent() && right.isPresent()
                ? formula.operator().apply(left.get(), right.get())
                : Optional.empty();
    }

    /** Of figures nothing is known, not even whether they are there. */
    @Override
    public Optional<Fraction> first(Formula.First formula) {
        return formula.operands().get(0).read(this);
    }

    @Override
    public Optional<Fraction> aggregate(Formula.Aggregate formula) {
        return formula.statistic() == Statistic.COUNT
                ? Optional.empty()
                : formula.operand().read(this).filter(Fraction::isZero);
    }
}
