package bankscore.rule;

import bankscore.exact.Fraction;

/**
 * Reads the text of a formula: {@code + - * /}, parentheses, numbers, names, and a statistic over the population. There
 * is nothing else to be read: no code, no input or output.
 */
public final class FormulaParser {

    private static final int DEEPEST = 100;
    /** So many numbers and names; what is longer nobody can follow. */
    private static final int TERMS = 200;

    private final String text;
    private int at;
    private int depth;
    private int terms;

    private FormulaParser(String text) {
        this.text = text;
    }

    /**
     * The formula that a text says.
     *
     * @throws FormulaException if the text is no formula, with the place
     */
    public static Formula parse(String text) throws FormulaException {
        FormulaParser parser = new FormulaParser(text);
        Formula formula = parser.sum();
        if (parser.peek() != 0) {
            throw parser.unexpected();
        }
        return formula;
    }

    private Formula sum() throws FormulaException {
        if (++depth > DEEPEST) {
            throw new FormulaException(text, at, FormulaException.Problem.TOO_DEEP);
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
                throw new FormulaException(text, at, FormulaException.Problem.TOO_DEEP);
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
            return nameOrStatistic();
        }
        throw unexpected();
    }

    private void count() throws FormulaException {
        if (++terms > TERMS) {
            throw new FormulaException(text, at, FormulaException.Problem.TOO_LONG);
        }
    }

    private Formula inParentheses() throws FormulaException {
        int opened = at++;
        Formula inner = sum();
        if (peek() != ')') {
            throw new FormulaException(text, opened, FormulaException.Problem.NOT_CLOSED);
        }
        at++;
        return inner;
    }

    private Formula number() throws FormulaException {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > Fraction.DIGITS) {
            throw new FormulaException(text, start, FormulaException.Problem.TOO_MANY_DIGITS);
        }
        if (digits.endsWith(".") || digits.indexOf('.') != digits.lastIndexOf('.')) {
            throw new FormulaException(text, start, FormulaException.Problem.NOT_A_NUMBER);
        }
        return new Formula.Constant(Fraction.of(digits));
    }

    private Formula nameOrStatistic() throws FormulaException {
        int start = at;
        while (at < text.length()
                && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String word = text.substring(start, at);
        if (peek() == '(') {
            Statistic statistic = Statistic.of(word)
                    .orElseThrow(() -> new FormulaException(text, start, FormulaException.Problem.NO_SUCH_STATISTIC));
            return new Formula.Aggregate(statistic, inParentheses());
        }
        if (Statistic.of(word).isPresent()) {
            throw new FormulaException(text, start, FormulaException.Problem.STATISTIC_WITHOUT_PARENTHESES);
        }
        return new Formula.Name(word);
    }

    private char peek() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\n')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private FormulaException unexpected() {
        return new FormulaException(
                text, at, peek() == 0 ? FormulaException.Problem.ENDS_EARLY : FormulaException.Problem.UNEXPECTED);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
