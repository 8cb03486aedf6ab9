package bankscore.rule;

/** A text that is no formula. */
public final class FormulaException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong; its words are under {@code formula.<name>}. */
    public enum Problem {
        UNEXPECTED,
        ENDS_EARLY,
        NOT_CLOSED,
        NOT_A_NUMBER,
        NO_SUCH_STATISTIC,
        STATISTIC_WITHOUT_PARENTHESES,
        /** A function that is neither known nor a table, in a line's formula. */
        NO_SUCH_FUNCTION,
        /** A statistic runs over one expression. */
        COMMA_IN_STATISTIC,
        /** The smallest or largest of fewer than two. */
        TWO_OR_MORE,
        /** What may be absent is a name. */
        FIRST_OF_NAMES,
        /** Days lie between two. */
        TWO_DAYS,
        /** Something else than a column where only a column may stand. */
        NOT_A_COLUMN,
        /** Days of a line, in a formula over subjects. */
        ONLY_OF_LINES,
        /** A statistic over a population, in a line's formula. */
        STATISTIC_OF_LINE,
        TOO_DEEP,
        TOO_LONG,
        TOO_MANY_DIGITS
    }

    private final int position;
    private final Problem problem;

    FormulaException(String text, int position, Problem problem) {
        super(problem + " at " + position + " in: " + text);
        this.position = position;
        this.problem = problem;
    }

    /** Where in the text, from 0. */
    public int position() {
        return position;
    }

    public Problem problem() {
        return problem;
    }
}
