package bankscore.watch.scheme;

import bankscore.intake.Column;
import bankscore.rule.Formula;
import bankscore.rule.Formula.Operator;
import java.util.Map;
import java.util.Optional;

/**
 * What of a group is cumulative in the year: columns of the year to date, a balance less its own opening balance, sums of
 * these and their multiples ({@code watch.md#progress}).
 *
 * @param columns its figures by id
 */
record YearToDate(Group group, Map<String, Column> columns) {

    /** Whether a measure or a column is. */
    boolean is(String id) {
        return group.measure(id).map(measure -> is(measure.formula())).orElseGet(() -> flow(id, Column.Flow.YTD));
    }

    private boolean flow(String id, Column.Flow flow) {
        return column(id).filter(column -> column.amount().flow() == flow).isPresent();
    }

    private Optional<Column> column(String id) {
        return Optional.ofNullable(columns.get(id));
    }

    private boolean is(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return is(name.id());
        }
        if (formula instanceof Formula.Negation negation) {
            return is(negation.operand());
        }
        if (!(formula instanceof Formula.Binary binary)) {
            return false;
        }
        Formula left = binary.left();
        Formula right = binary.right();
        if (binary.operator() == Operator.PLUS || binary.operator() == Operator.MINUS) {
            return is(left) && is(right) || (binary.operator() == Operator.MINUS && opens(right, left));
        }
        return is(left) && right instanceof Formula.Constant
                || (binary.operator() == Operator.TIMES && left instanceof Formula.Constant && is(right));
    }

    /** Whether one is the opening balance of the other. */
    private boolean opens(Formula opening, Formula closing) {
        return opening instanceof Formula.Name first
                && closing instanceof Formula.Name last
                && column(first.id())
                        .flatMap(column -> column.ties().opens())
                        .filter(last.id()::equals)
                        .isPresent();
    }
}
