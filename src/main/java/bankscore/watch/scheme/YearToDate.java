package bankscore.watch.scheme;

import bankscore.intake.Column;
import bankscore.rule.Formula;
import bankscore.rule.Formula.Operator;
import java.util.ArrayList;
import java.util.List;
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
        return switch (binary.operator()) {
            case PLUS, MINUS -> isSum(binary);
            case TIMES ->
                (is(left) && right instanceof Formula.Constant) || (left instanceof Formula.Constant && is(right));
            case DIVIDED_BY -> is(left) && right instanceof Formula.Constant;
        };
    }

    /** Whether each term is, but for balances from which their opening balances are taken. */
    private boolean isSum(Formula.Binary sum) {
        List<Formula> added = new ArrayList<>();
        List<Formula> taken = new ArrayList<>();
        terms(sum, added, taken);
        for (Formula each : taken) {
            Optional<Formula> closing =
                    added.stream().filter(balance -> opens(each, balance)).findFirst();
            closing.ifPresent(added::remove);
            if (closing.isEmpty() && !is(each)) {
                return false;
            }
        }
        return added.stream().allMatch(this::is);
    }

    private static void terms(Formula formula, List<Formula> added, List<Formula> taken) {
        if (formula instanceof Formula.Binary binary && binary.operator().binding() == Operator.PLUS.binding()) {
            boolean plus = binary.operator() == Operator.PLUS;
            terms(binary.left(), added, taken);
            terms(binary.right(), plus ? added : taken, plus ? taken : added);
        } else {
            added.add(formula);
        }
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
