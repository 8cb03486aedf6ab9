package bankscore.rule.say;

import bankscore.finding.Words;
import bankscore.rule.Definition;

/**
 * Where the value of a definition comes from, as staff read it: its formula, or who publishes it.
 *
 * @param formulas with what readers call figures
 */
public record DefinitionText(FormulaText formulas, Words words) {

    /** Such as 贷款余额 - 年初贷款余额, without a unit and a full stop. */
    public String of(Definition definition) {
        return definition.read(new Definition.Reader<>() {
            @Override
            public String measure(Definition.Measure measure) {
                String formula = formulas.of(measure.formula());
                if (measure.quarters().isPresent()) {
                    return words.text(
                            "book.formula.quarters."
                                    + measure.quarters().get().of().name(),
                            "operand",
                            formula);
                }
                return measure.of()
                        .map(statistic -> words.text(
                                "book.formula.aggregate",
                                "statistic",
                                words.text("statistic." + statistic.name()),
                                "operand",
                                formula))
                        .orElse(formula);
            }

            @Override
            public String benchmark(Definition.Benchmark benchmark) {
                String published = benchmark
                        .published()
                        .map(item -> words.text("book.formula.published", "item", item))
                        .orElse("");
                return published + benchmark.computed().map(formulas::of).orElse("");
            }
        });
    }
}
