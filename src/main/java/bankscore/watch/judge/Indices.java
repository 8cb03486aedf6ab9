package bankscore.watch.judge;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.Figure;
import bankscore.sheet.Place;
import bankscore.watch.judge.IndexValue.PartValue;
import bankscore.watch.scheme.Index;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What indices come to (watch.md#index). */
final class Indices {

    private final Period period;
    private final Published published;
    private final Past past;

    Indices(Period period, Published published, Past past) {
        this.period = period;
        this.published = published;
        this.past = past;
    }

    IndexValue value(Index index) {
        List<PartValue> parts =
                index.parts().stream().map(part -> part(index, part)).toList();
        Optional<Fraction> sum = Optional.of(Fraction.ZERO);
        for (PartValue part : parts) {
            sum = sum.flatMap(before -> ratio(part)
                    .map(ratio -> before.plus(part.part().weight().times(ratio).times(index.baseValue()))));
        }
        return new IndexValue(index, sum.map(index.rounding()::round), parts, course(index));
    }

    /** Absent without a value, and without a base or with one of zero. */
    private static Optional<Fraction> ratio(PartValue part) {
        return part.value()
                .flatMap(value -> part.base().filter(base -> !base.isZero()).map(value::dividedBy));
    }

    /** The base is what its period published last, or else a row that is dated in it; in the base period itself today's value. */
    private PartValue part(Index index, Index.Part part) {
        Optional<Figure> today = published.today(part.published());
        Optional<Fraction> before = Optional.ofNullable(past.published().get(index.base()))
                .map(then -> then.items().get(part.published()));
        Optional<Figure> base = index.base().equals(period) ? today : published.dated(part.published(), index.base());
        return new PartValue(
                part,
                today.map(Figure::value),
                today.map(Figure::place).orElse(Place.NONE),
                before.or(() -> base.map(Figure::value)),
                before.isPresent() ? Place.NONE : base.map(Figure::place).orElse(Place.NONE));
    }

    private NavigableMap<Period, Fraction> course(Index index) {
        NavigableMap<Period, Fraction> course = new TreeMap<>();
        if (index.base().compareTo(period) < 0) {
            course.put(index.base(), index.baseValue());
        }
        past.published().forEach((then, result) -> {
            Map<String, Fraction> values = result.indices();
            Fraction value = values.get(index.id());
            if (value != null) {
                course.put(then, value);
            }
        });
        return course;
    }
}
