package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.Names;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Definition;
import bankscore.rule.Reference;
import bankscore.rule.say.MeasureSentence;
import java.util.Optional;

/** What a value is measured against, in words: as the rule has it, and with its value for one bank. */
public final class ReferenceSentence {

    private final Words words;
    private final Scheme scheme;

    ReferenceSentence(Words words, Scheme scheme) {
        this.words = words;
        this.scheme = scheme;
    }

    /** As the rule has it. */
    String ofRule(Reference reference) {
        return reference.read(new Reference.Reader<>() {
            @Override
            public String fixed(Reference.Fixed fixed) {
                return fixed.value().toString();
            }

            @Override
            public String ofBenchmark(Reference.OfBenchmark benchmark) {
                return name(benchmark.id());
            }

            @Override
            public String ofMeasure(Reference.OfMeasure measure) {
                return name(measure.id());
            }

            @Override
            public String ofPopulation(Reference.OfPopulation population) {
                return statistic(population);
            }
        });
    }

    private String statistic(Reference.OfPopulation population) {
        return population
                .best()
                .map(count -> words.text("statistic.BEST", "count", count))
                .orElseGet(
                        () -> words.text("statistic." + population.statistic().name()));
    }

    /** With its value in a line. */
    String worked(Reference reference, Fraction value, ScoreLine line, Assessment assessment) {
        return reference.read(new Reference.Reader<>() {
            @Override
            public String fixed(Reference.Fixed fixed) {
                return words.text("explain.reference.fixed", "value", PrintedNumber.value(value));
            }

            @Override
            public String ofBenchmark(Reference.OfBenchmark benchmark) {
                BenchmarkValue found = assessment.benchmark(benchmark.id()).orElseThrow();
                return words.text(
                        found.published() ? "explain.reference.published" : "explain.reference.computed",
                        "name",
                        nameOf(found, words),
                        "value",
                        MeasureSentence.like(line.measure(), value),
                        "count",
                        found.banks().size());
            }

            @Override
            public String ofMeasure(Reference.OfMeasure measure) {
                return words.text(
                        "explain.reference.measure", "name", name(measure.id()), "value", PrintedNumber.value(value));
            }

            @Override
            public String ofPopulation(Reference.OfPopulation population) {
                return words.text(
                        "explain.reference.population",
                        "over",
                        over(line),
                        "statistic",
                        statistic(population),
                        "value",
                        MeasureSentence.like(line.measure(), value));
            }
        });
    }

    /** The banks that an item compares. */
    String over(ScoreLine line) {
        Optional<String> peers = line.item().peers();
        String among = peers.filter(Names.KIND::equals).isPresent() ? "over.PEERS" : "over.GROUP";
        return words.text(
                peers.isEmpty() ? "over.ASSESSED" : among,
                "group",
                peers.map(this::groupName).orElse(""));
    }

    /** What readers call groups. */
    String groupName(String group) {
        return scheme.groupName(group);
    }

    /** The name of a measure or benchmark; its id if it has none. */
    String name(String id) {
        return scheme.name(id);
    }

    /** A benchmark's value with the unit of the measures that are held against it; empty if it has none. */
    public static Optional<String> valueOf(BenchmarkValue value, Scheme scheme) {
        return value.printed().map(number -> number + scheme.unit(value.benchmark()));
    }

    /** A benchmark's name, or else that of the published item it takes its value from; never its id. */
    public static String nameOf(BenchmarkValue value, Words words) {
        Definition.Benchmark benchmark = value.benchmark();
        return benchmark.name().isEmpty() || benchmark.name().equals(benchmark.id())
                ? benchmark.published().orElseGet(() -> words.text("explain.reference.unnamed"))
                : benchmark.name();
    }
}
