package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Flaw;
import bankscore.rule.Population;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Points of the band in which the value falls; below the first bound 0. */
public record Bands(List<Band> bands) implements Method {

    public Bands {
        bands = List.copyOf(bands);
    }

    /**
     * One band.
     *
     * @param from the lower bound; absent in the first band: open below
     * @param fromIncluded whether the lower bound itself belongs to it
     * @param to the upper bound; absent in the last band: open above
     * @param toIncluded whether the upper bound itself belongs to it
     */
    public record Band(
            Optional<Fraction> from, boolean fromIncluded, Optional<Fraction> to, boolean toIncluded, Fraction points) {

        boolean contains(Fraction value) {
            return from.map(bound -> fromIncluded ? !value.isLess(bound) : value.isGreater(bound))
                            .orElse(true)
                    && to.map(bound -> toIncluded ? !value.isGreater(bound) : value.isLess(bound))
                            .orElse(true);
        }

        private boolean endsOrBeginsAt(Fraction value) {
            return from.filter(value::equals).isPresent()
                    || to.filter(value::equals).isPresent();
        }

        private boolean isEmpty() {
            if (from.isEmpty() || to.isEmpty()) {
                return false;
            }
            int order = from.get().compareTo(to.get());
            return order > 0 || (order == 0 && !(fromIncluded && toIncluded));
        }
    }

    /**
     * The value's band.
     *
     * @param band absent: the value lies below the first bound
     * @param isOnBound whether the value is the bound of a band
     */
    public record Found(Bands method, Optional<Band> band, boolean isOnBound) implements Working {
        @Override
        public Fraction points() {
            return band.map(Band::points).orElse(Fraction.ZERO);
        }

        @Override
        public boolean leapsTo(Working other) {
            return other instanceof Found found && (found.isOnBound != isOnBound || !found.band.equals(band));
        }

        @Override
        public Optional<Fraction> missedBound() {
            return band.isPresent()
                    ? Optional.empty()
                    : method.bands().get(0).from().or(() -> Optional.of(Fraction.ZERO));
        }

        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.bands(this);
        }
    }

    @Override
    public Found points(Fraction own, Population compared, References references) {
        return found(own);
    }

    /** The band of a value. */
    public Found found(Fraction own) {
        return new Found(
                this,
                bands.stream().filter(band -> band.contains(own)).findFirst(),
                bands.stream().anyMatch(band -> band.endsOrBeginsAt(own)));
    }

    @Override
    public Optional<Fraction> least() {
        return bands.stream().map(Band::points).reduce(Fraction::min);
    }

    @Override
    public Optional<Fraction> most() {
        return bands.stream().map(Band::points).reduce(Fraction::max);
    }

    public static String from(int index) {
        return name(index) + ".from";
    }

    public static String to(int index) {
        return name(index) + ".to";
    }

    public static String points(int index) {
        return name(index) + ".points";
    }

    private static String name(int index) {
        return "bands[" + index + "]";
    }

    @Override
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            String from = from(i);
            String to = to(i);
            band.from().ifPresent(bound -> parameters.put(from, bound));
            band.to().ifPresent(bound -> parameters.put(to, bound));
            parameters.put(points(i), band.points());
        }
        return parameters;
    }

    /** Bands leave no gap and do not overlap: every value from the first bound on has exactly one. */
    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            if (band.isEmpty()) {
                flaws.add(new Flaw(
                        name(i),
                        text(band.from()),
                        "band_empty",
                        Map.of("from", text(band.from()), "to", text(band.to()))));
            }
            if (i + 1 < bands.size()) {
                meeting(name(i + 1), band, bands.get(i + 1)).ifPresent(flaws::add);
            } else if (band.to().isPresent()) {
                flaws.add(new Flaw(to(i), text(band.to()), "band_ends", Map.of("value", text(band.to()))));
            }
        }
        return flaws;
    }

    private static Optional<Flaw> meeting(String name, Band lower, Band upper) {
        if (lower.to().isEmpty() || upper.from().isEmpty()) {
            return Optional.empty();
        }
        String end = text(lower.to());
        String start = text(upper.from());
        int order = lower.to().get().compareTo(upper.from().get());
        if (order < 0) {
            return Optional.of(new Flaw(name, start, "band_gap", Map.of("from", end, "to", start)));
        }
        if (order > 0) {
            return Optional.of(new Flaw(name, start, "band_overlap", Map.of("from", start, "to", end)));
        }
        if (lower.toIncluded() == upper.fromIncluded()) {
            String code = lower.toIncluded() ? "band_doubled" : "band_hole";
            return Optional.of(new Flaw(name, end, code, Map.of("value", end)));
        }
        return Optional.empty();
    }

    private static String text(Optional<Fraction> bound) {
        return bound.map(Fraction::toString).orElse("");
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.bands(this);
    }
}
