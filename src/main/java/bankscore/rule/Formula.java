package bankscore.rule;

import bankscore.exact.Fraction;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An arithmetic expression of a scheme, parsed once: the engine computes it exactly, the book writes it as a live
 * formula, the explanation prints it with its numbers.
 */
public sealed interface Formula {

    /** A number as the file writes it. */
    record Constant(Fraction value) implements Formula {}

    /** A figure, an earlier measure or a benchmark; {@code dataset.column} for records. */
    record Name(String id) implements Formula {}

    /** The negative of an expression. */
    record Negation(Formula operand) implements Formula {}

    /** Two expressions joined. */
    record Binary(Operator operator, Formula left, Formula right) implements Formula {}

    /** A statistic over the population. */
    record Aggregate(Statistic statistic, Formula operand) implements Formula {}

    /** The four operations, with their sign and how tightly they bind. */
    enum Operator {
        PLUS("+", 1),
        MINUS("-", 1),
        TIMES("*", 2),
        DIVIDED_BY("/", 2);

        private final String sign;
        private final int binding;

        Operator(String sign, int binding) {
            this.sign = sign;
            this.binding = binding;
        }

        public String sign() {
            return sign;
        }

        public int binding() {
            return binding;
        }
    }

    /** All names in the order they are written. */
    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(names);
        return names;
    }

    private void collect(Set<String> names) {
        if (this instanceof Name name) {
            names.add(name.id());
        } else if (this instanceof Negation negation) {
            negation.operand().collect(names);
        } else if (this instanceof Binary binary) {
            binary.left().collect(names);
            binary.right().collect(names);
        } else if (this instanceof Aggregate aggregate) {
            aggregate.operand().collect(names);
        }
    }
}
