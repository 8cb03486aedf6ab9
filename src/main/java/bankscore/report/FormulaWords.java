package bankscore.report;

import bankscore.domain.finding.Words;
import bankscore.domain.scheme.Formula;
import bankscore.domain.scheme.Scheme;
import java.util.Locale;

/** A formula of the scheme as staff read it: with names instead of ids and the signs of arithmetic. */
final class FormulaWords {

    private final Words words;
    private final Scheme scheme;
    private final Book book;

    FormulaWords(Book book) {
        this.book = book;
        this.words = book.words();
        this.scheme = book.assessment().scheme();
    }

    String of(Formula formula) {
        return of(formula, 0);
    }

    /** In parentheses where the expression binds less tightly than its surroundings. */
    private String of(Formula formula, int around) {
        if (formula instanceof Formula.Constant constant) {
            return constant.value().toString();
        }
        if (formula instanceof Formula.Name name) {
            return name(name.id());
        }
        if (formula instanceof Formula.Negation negation) {
            return "−" + of(negation.operand(), 3);
        }
        if (formula instanceof Formula.Aggregate aggregate) {
            String statistic = words.text(
                    "book.method.statistic." + aggregate.statistic().name().toLowerCase(Locale.ROOT));
            return words.text("book.formula.aggregate", "statistic", statistic, "operand", of(aggregate.operand(), 0));
        }
        Formula.Binary binary = (Formula.Binary) formula;
        int binding = binary.operator().binding();
        String sign = switch (binary.operator()) {
            case PLUS -> " + ";
            case MINUS -> " − ";
            case TIMES -> " × ";
            case DIVIDED_BY -> " ÷ ";
        };
        String text = of(binary.left(), binding) + sign + of(binary.right(), binding + 1);
        return binding < around ? words.text("book.formula.parentheses", "inner", text) : text;
    }

    private String name(String id) {
        return scheme.measure(id)
                .map(measure -> measure.name())
                .or(() -> scheme.benchmarks().stream()
                        .filter(benchmark -> benchmark.id().equals(id))
                        .map(benchmark -> benchmark.name())
                        .findFirst())
                .orElseGet(() -> book.column(id));
    }
}
