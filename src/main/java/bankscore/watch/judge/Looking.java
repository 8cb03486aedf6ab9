package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Subject;
import bankscore.rule.Reference;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import java.util.Map;
import java.util.Optional;

/** Holds the subjects of a group against what the rule watches for (watch.md#watch). */
final class Looking {

    private final Group group;
    private final Period period;
    private final Values values;
    private final Map<String, Fraction> statistics;
    private final Registered registered;
    private final Running running;

    Looking(
            Group group,
            Period period,
            Values values,
            Map<String, Fraction> statistics,
            Registered registered,
            Running running) {
        this.group = group;
        this.period = period;
        this.values = values;
        this.statistics = statistics;
        this.registered = registered;
        this.running = running;
    }

    /** What a watch comes to for a subject that is judged. */
    Look look(Watch watch, Subject subject) {
        Optional<Fraction> value =
                values.of(group).measure(watch.measure(), subject.code()).value();
        Optional<Fraction> bound =
                bound(watch, subject.code()).map(whole -> watch.progress() ? Running.soFar(whole, period) : whole);
        Optional<Fraction> gap =
                value.flatMap(own -> bound.map(to -> watch.side().gap(own, to)));
        int grade = gap.map(watch::grade).orElse(0);
        boolean spared = watch.unless()
                .filter(condition -> registered.holds(
                        condition, group.id(), subject, name -> values.named(group, subject.code(), name)))
                .isPresent();
        Running.Row row = running.row(group, subject.code(), watch, grade);
        return new Look(watch, value, bound, gap, grade, spared, row.met(), row.broken());
    }

    private Optional<Fraction> bound(Watch watch, String code) {
        return watch.bound().read(new Reference.Reader<>() {
            @Override
            public Optional<Fraction> fixed(Reference.Fixed reference) {
                return reference.number();
            }

            @Override
            public Optional<Fraction> ofBenchmark(Reference.OfBenchmark reference) {
                return values.benchmark(reference.id());
            }

            @Override
            public Optional<Fraction> ofMeasure(Reference.OfMeasure reference) {
                return values.of(group).named(reference.id(), code);
            }

            @Override
            public Optional<Fraction> ofPopulation(Reference.OfPopulation reference) {
                return Optional.ofNullable(statistics.get(watch.id()));
            }
        });
    }
}
