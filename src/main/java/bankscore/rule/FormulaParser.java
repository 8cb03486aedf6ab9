package bankscore.rule;

import bankscore.exact.Fraction;
import bankscore.rule.FormulaException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the text of a formula: {@code + - * /}, parentheses, numbers, names, {@code least} and {@code most}. Over subjects
 * there are {@code first} and statistics of the population besides; of a line, days and the rule's tables. There is nothing else to be read:
 * no code, no input or output.
 */
public final class FormulaParser {

    private static final int DEEPEST = 100;
    /** So many numbers and names; what is longer nobody can follow. */
    private static final int TERMS = 200;

    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final String FIRST = "first";
    private static final String DAYS = "days";
    private static final String DAYS_IN_PERIOD = "days_in_period";

    /** The functions of every formula. */
    public static final List<String> FUNCTIONS = List.of(LEAST, MOST);
    /** The functions of a formula over subjects besides, other than statistics. */
    public static final List<String> SUBJECT_FUNCTIONS = List.of(FIRST);
    /** The functions of a line's formula besides. */
    public static final List<String> LINE_FUNCTIONS = List.of(DAYS, DAYS_IN_PERIOD);

    private final String text;
    private final boolean ofLine;
    private final Set<String> tables;
    private int at;
    private int depth;
    private int terms;

    private FormulaParser(String text, boolean ofLine, Set<String> tables) {
        this.text = text;
        this.ofLine = ofLine;
        this.tables = tables;
    }

    /**
     * The formula over subjects that a text says.
     *
     * @throws FormulaException if the text is no formula, with the place
     */
    public static Formula parse(String text) throws FormulaException {
        return new FormulaParser(text, false, Set.of()).whole();
    }

    /**
     * The formula of one line that a text says.
     *
     * @param tables the ids of the rule's tables
     * @throws FormulaException if the text is no formula, with the place
     */
    public static Formula ofLine(String text, Set<String> tables) throws FormulaException {
        return new FormulaParser(text, true, tables).whole();
    }

    private Formula whole() throws FormulaException {
        Formula formula = sum();
        if (peek() != 0) {
            throw unexpected();
        }
        return formula;
    }

    private Formula sum() throws FormulaException {
        if (++depth > DEEPEST) {
            throw new FormulaException(text, at, Problem.TOO_DEEP);
        }
        Formula left = product();
        while (peek() == '+' || peek() == '-') {
            Formula.Operator operator = text.charAt(at++) == '+' ? Formula.Operator.PLUS : Formula.Operator.MINUS;
            left = new Formula.Binary(operator, left, product());
        }
        depth--;
        return left;
    }

    private Formula product() throws FormulaException {
        Formula left = factor();
        while (peek() == '*' || peek() == '/') {
            Formula.Operator operator = text.charAt(at++) == '*' ? Formula.Operator.TIMES : Formula.Operator.DIVIDED_BY;
            left = new Formula.Binary(operator, left, factor());
        }
        return left;
    }

    private Formula factor() throws FormulaException {
        char next = peek();
        if (next == '-') {
            at++;
            if (++depth > DEEPEST) {
                throw new FormulaException(text, at, Problem.TOO_DEEP);
            }
            Formula operand = factor();
            depth--;
            return new Formula.Negation(operand);
        }
        if (next == '(') {
            return inParentheses();
        }
        if (next >= '0' && next <= '9') {
            count();
            return number();
        }
        if (isLetter(next)) {
            count();
            return nameOrFunction();
        }
        throw unexpected();
    }

    private void count() throws FormulaException {
        if (++terms > TERMS) {
            throw new FormulaException(text, at, Problem.TOO_LONG);
        }
    }

    private Formula inParentheses() throws FormulaException {
        int opened = at++;
        Formula inner = sum();
        close(opened);
        return inner;
    }

    private void close(int opened) throws FormulaException {
        if (peek() != ')') {
            throw new FormulaException(text, opened, Problem.NOT_CLOSED);
        }
        at++;
    }

    private Formula number() throws FormulaException {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > Fraction.DIGITS) {
            throw new FormulaException(text, start, Problem.TOO_MANY_DIGITS);
        }
        if (digits.endsWith(".") || digits.indexOf('.') != digits.lastIndexOf('.')) {
            throw new FormulaException(text, start, Problem.NOT_A_NUMBER);
        }
        return new Formula.Constant(Fraction.of(digits));
    }

    private Formula nameOrFunction() throws FormulaException {
        int start = at;
        String word = word();
        boolean called = peek() == '(';
        if (Statistic.of(word).isPresent()) {
            return statistic(Statistic.of(word).get(), start, called);
        }
        if (FUNCTIONS.contains(word)) {
            needParentheses(start, called);
            return new Formula.Pick(word.equals(LEAST), several(start));
        }
        if (!ofLine && SUBJECT_FUNCTIONS.contains(word)) {
            needParentheses(start, called);
            List<Formula> operands = several(start);
            if (!operands.subList(0, operands.size() - 1).stream().allMatch(Formula.Name.class::isInstance)) {
                throw new FormulaException(text, start, Problem.FIRST_OF_NAMES);
            }
            return new Formula.First(operands);
        }
        if (ofLine && LINE_FUNCTIONS.contains(word)) {
            needParentheses(start, called);
            List<String> columns = columns();
            if (columns.size() != 2) {
                throw new FormulaException(text, start, Problem.TWO_DAYS);
            }
            return new Formula.Days(columns.get(0), columns.get(1), word.equals(DAYS_IN_PERIOD));
        }
        if (tables.contains(word)) {
            needParentheses(start, called);
            return new Formula.Lookup(word, columns());
        }
        if (called) {
            Problem unknown = LINE_FUNCTIONS.contains(word) ? Problem.ONLY_OF_LINES : Problem.NO_SUCH_STATISTIC;
            throw new FormulaException(text, start, ofLine ? Problem.NO_SUCH_FUNCTION : unknown);
        }
        return new Formula.Name(word);
    }

    private void needParentheses(int start, boolean called) throws FormulaException {
        if (!called) {
            throw new FormulaException(text, start, Problem.STATISTIC_WITHOUT_PARENTHESES);
        }
    }

    private Formula statistic(Statistic statistic, int start, boolean called) throws FormulaException {
        if (ofLine) {
            throw new FormulaException(text, start, Problem.STATISTIC_OF_LINE);
        }
        needParentheses(start, called);
        int opened = at++;
        Formula operand = sum();
        if (peek() == ',') {
            throw new FormulaException(text, at, Problem.COMMA_IN_STATISTIC);
        }
        close(opened);
        return new Formula.Aggregate(statistic, operand);
    }

    /** Expressions in parentheses with commas between them, two or more. */
    private List<Formula> several(int start) throws FormulaException {
        List<Formula> operands = new ArrayList<>();
        int opened = at;
        do {
            at++;
            operands.add(sum());
        } while (peek() == ',');
        close(opened);
        if (operands.size() < 2) {
            throw new FormulaException(text, start, Problem.TWO_OR_MORE);
        }
        return operands;
    }

    /** Names of columns in parentheses with commas between them. */
    private List<String> columns() throws FormulaException {
        List<String> columns = new ArrayList<>();
        int opened = at;
        do {
            at++;
            if (!isLetter(peek())) {
                throw peek() == 0 ? unexpected() : new FormulaException(text, at, Problem.NOT_A_COLUMN);
            }
            count();
            columns.add(word());
        } while (peek() == ',');
        if (peek() != ')' && peek() != 0) {
            throw new FormulaException(text, at, Problem.NOT_A_COLUMN);
        }
        close(opened);
        return columns;
    }

    private String word() {
        int start = at;
        while (at < text.length()
                && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return text.substring(start, at);
    }

    private char peek() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\n')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private FormulaException unexpected() {
        return new FormulaException(text, at, peek() == 0 ? Problem.ENDS_EARLY : Problem.UNEXPECTED);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
