package bankscore.watch.say;

import bankscore.answer.PrintedNumber;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.function.Function;

/**
 * What something is held against: a number with its unit, a name, or a statistic of those who are judged.
 *
 * @param unit of a number
 * @param name what readers call a benchmark, a measure or a column
 * @param population what they call a statistic
 */
record BoundText(String unit, Function<String, String> name, Function<Statistic, String> population)
        implements Reference.Reader<String> {

    @Override
    public String fixed(Reference.Fixed reference) {
        return PrintedNumber.value(reference.value()) + unit;
    }

    @Override
    public String ofBenchmark(Reference.OfBenchmark reference) {
        return name.apply(reference.id());
    }

    @Override
    public String ofMeasure(Reference.OfMeasure reference) {
        return name.apply(reference.id());
    }

    @Override
    public String ofPopulation(Reference.OfPopulation reference) {
        return population.apply(reference.statistic());
    }
}
