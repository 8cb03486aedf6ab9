package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.Optional;

/**
 * The value of a formula as far as it is arithmetic: absent where a part of it is, or where a divisor is zero. What names and
 * statistics are worth is for who computes; days and tables there are only of lines.
 */
public interface Arithmetic extends Formula.Reader<Optional<Fraction>> {

    @Override
    default Optional<Fraction> constant(Formula.Constant formula) {
        return Optional.of(formula.value());
    }

    @Override
    default Optional<Fraction> negation(Formula.Negation formula) {
        return formula.operand().read(this).map(Fraction::negate);
    }

    @Override
    default Optional<Fraction> binary(Formula.Binary formula) {
        Optional<Fraction> left = formula.left().read(this);
        Optional<Fraction> right = formula.right().read(this);
        return left.isPresent() && right.isPresent()
                ? formula.operator().apply(left.get(), right.get())
                : Optional.empty();
    }

    @Override
    default Optional<Fraction> pick(Formula.Pick formula) {
        return formula.of(operand -> operand.read(this));
    }

    @Override
    default Optional<Fraction> first(Formula.First formula) {
        return formula.of(operand -> operand.read(this));
    }

    @Override
    default Optional<Fraction> days(Formula.Days formula) {
        return Optional.empty();
    }

    @Override
    default Optional<Fraction> lookup(Formula.Lookup formula) {
        return Optional.empty();
    }
}
