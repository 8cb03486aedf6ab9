package bankscore.bench;

import bankscore.contribution.place.Allocator;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.Scorer;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Subject;
import bankscore.facts.Figure;
import bankscore.facts.RecordSummary;
import bankscore.facts.register.Register;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Scoring and placement of the sample quarter, each of its banks taken several times under other names. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ManyBanks {

    /** How many banks, nearly. */
    @Param({"20", "200", "2000"})
    public int banks;

    private Optional<Prepared> prepared = Optional.empty();

    private record Prepared(Scheme scheme, Quarter quarter, Assessment assessment) {}

    @Setup
    public void prepare() throws Exception {
        Floor.Sample sample =
                Floor.sample(Path.of("config"), Path.of("input"), Period.parse("2022Q4").orElseThrow());
        int times = Math.max(1, banks / sample.quarter().roster().subjects().size());
        Quarter many = times(sample.quarter(), times);
        prepared = Optional.of(new Prepared(sample.scheme(), many, Scorer.assess(sample.scheme(), many)));
    }

    @Benchmark
    public void scoring(Blackhole hole) {
        Prepared all = prepared.orElseThrow();
        hole.consume(Scorer.assess(all.scheme(), all.quarter()));
    }

    @Benchmark
    public void placement(Blackhole hole) {
        Prepared all = prepared.orElseThrow();
        hole.consume(Allocator.place(all.scheme(), all.quarter(), all.assessment()));
    }

    private static Quarter times(Quarter one, int times) {
        List<Subject> banks = new ArrayList<>();
        Map<String, Map<String, Figure>> figures = new HashMap<>();
        Map<String, Map<String, List<RecordSummary>>> records = new HashMap<>();
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String tail = "x" + i;
            for (Subject bank : one.roster().subjects()) {
                banks.add(new Subject(
                        bank.code() + tail,
                        bank.name() + tail,
                        bank.shortName() + tail,
                        List.of(),
                        bank.kind(),
                        bank.opened(),
                        bank.assessed()));
            }
            one.facts().figures().forEach((column, perBank) -> perBank.forEach((bank, figure) -> figures.computeIfAbsent(
                            column, key -> new HashMap<>())
                    .put(bank + tail, figure)));
            one.facts().records().forEach((column, perBank) -> perBank.forEach((bank, summaries) -> records.computeIfAbsent(
                            column, key -> new HashMap<>())
                    .put(bank + tail, summaries)));
            one.holdings()
                    .forEach(each -> holdings.add(new Holding(
                            each.fund(), each.bank() + tail, each.held(), each.unmatured(), each.due(), each.place())));
        }
        List<Pool> pools = one.pools().stream()
                .map(pool -> new Pool(
                        pool.fund(),
                        Money.exactly(pool.amount().wan().times(Fraction.of(times))).orElseThrow(),
                        pool.place()))
                .toList();
        return new Quarter(
                new FactTable(one.period(),
                new Register(banks),
                one.facts().datasets(),
                figures,
                records,
                one.facts().parameters()),
                holdings,
                pools,
                List.of(),
                List.of());
    }
}
