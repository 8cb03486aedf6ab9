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
