package bankscore.rule.say;

import bankscore.exact.Fraction;
import bankscore.rule.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A formula of the rule as spreadsheets write it, over the cells in which its names stand; empty where no common formula
 * expresses it, or one of its cells is not there. In parentheses where its surroundings bind more tightly.
 *
 * @param literal a number as formulas write it
 * @param cell where a figure, measure or benchmark stands, by its id
 * @param statistic a statistic over subjects
 * @param around how tightly the surroundings bind; 0 at the top
 */
public record CellFormula(
        Function<Fraction, String> literal,
        Function<String, Optional<String>> cell,
        Function<Formula.Aggregate, Optional<String>> statistic,
        int around)
        implements Formula.Reader<Optional<String>> {

    private static final int TIGHTEST = 3;

    private Optional<String> inside(Formula formula, int binding) {
        return formula.read(new CellFormula(literal, cell, statistic, binding));
    }

    @Override
    public Optional<String> constant(Formula.Constant formula) {
        return Optional.of(literal.apply(formula.value()));
    }

    @Override
    public Optional<String> name(Formula.Name formula) {
        return cell.apply(formula.id());
    }

    @Override
    public Optional<String> negation(Formula.Negation formula) {
        return inside(formula.operand(), TIGHTEST).map(operand -> "(-" + operand + ")");
    }

    @Override
    public Optional<String> binary(Formula.Binary formula) {
        int binding = formula.operator().binding();
        Optional<String> left = inside(formula.left(), binding);
        Optional<String> right = inside(formula.right(), binding + 1);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String joined = left.get() + formula.operator().sign() + right.get();
        return Optional.of(binding < around ? "(" + joined + ")" : joined);
    }

    @Override
    public Optional<String> aggregate(Formula.Aggregate formula) {
        return statistic.apply(formula);
    }

    /** MIN and MAX pass over the text of a cell whose value does not exist; a sum does not. */
    @Override
    public Optional<String> pick(Formula.Pick formula) {
        List<String> operands = new ArrayList<>();
        for (Formula operand : formula.operands()) {
            boolean single = operand instanceof Formula.Name || operand instanceof Formula.Aggregate;
            inside(operand, 0).map(value -> single ? value + "+0" : value).ifPresent(operands::add);
        }
        return operands.size() < formula.operands().size()
                ? Optional.empty()
                : Optional.of((formula.least() ? "MIN(" : "MAX(") + String.join(",", operands) + ")");
    }

    /** A cell that has no number gives way to the next; one that is not there does so for good. */
    @Override
    public Optional<String> first(Formula.First formula) {
        List<Formula> operands = formula.operands();
        Optional<String> value = Optional.empty();
        for (int i = operands.size() - 1; i >= 0; i--) {
            Optional<String> own = inside(operands.get(i), 0);
            Optional<String> next = value;
            value = own.map(cell -> next.map(other -> "IF(ISNUMBER(" + cell + ")," + cell + "," + other + ")")
                            .orElse(cell))
                    .or(() -> next);
        }
        return value;
    }

    @Override
    public Optional<String> days(Formula.Days formula) {
        return Optional.empty();
    }

    @Override
    public Optional<String> lookup(Formula.Lookup formula) {
        return Optional.empty();
    }
}
