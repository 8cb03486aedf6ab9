package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Flaw;
import bankscore.rule.Population;
import bankscore.rule.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Full × own ÷ reference, between 0 and the cap.
 *
 * @param cap absent: nothing limits the points, and the full points count as the most
 */
public record RatioToReference(Fraction full, Reference against, Optional<Fraction> cap) implements Method {

    public static final String FULL = "ratio_to_reference.full";
    public static final String REFERENCE = "ratio_to_reference.reference";
    public static final String CAP = "ratio_to_reference.cap";

    /**
     * The value held against the reference.
     *
     * @param reference absent where it does not exist
     * @param limited the points between 0 and the cap; 0 where the reference is not positive
     */
    public record ToReference(RatioToReference method, Optional<Fraction> reference, Limited limited)
            implements Working {
        @Override
        public Fraction points() {
            return limited.points();
        }

        @Override
        public boolean lacksReference() {
            return reference.filter(Fraction::isPositive).isEmpty();
        }

        @Override
        public <R> R read(WorkingReader<R> reader) {
            return reader.ratioToReference(this);
        }
    }

    @Override
    public ToReference points(Fraction own, Population compared, References references) {
        Optional<Fraction> reference = references.resolve(against);
        Limited limited = reference
                .filter(Fraction::isPositive)
                .map(by -> full.times(own).dividedBy(by))
                .map(exact ->
                        new Limited(exact, cap.map(exact::min).orElse(exact).max(Fraction.ZERO)))
                .orElse(new Limited(Fraction.ZERO, Fraction.ZERO));
        return new ToReference(this, reference, limited);
    }

    @Override
    public Optional<Fraction> least() {
        return Optional.of(Fraction.ZERO);
    }

    @Override
    public Optional<Fraction> most() {
        return cap.or(() -> Optional.of(full));
    }

    @Override
    public Map<String, Fraction> parameters() {
        Map<String, Fraction> parameters = new LinkedHashMap<>();
        parameters.put(FULL, full);
        parameters.putAll(against.parameters(REFERENCE));
        cap.ifPresent(most -> parameters.put(CAP, most));
        return parameters;
    }

    @Override
    public Optional<Reference> reference() {
        return Optional.of(against);
    }

    /** A reference that is not positive gives everybody 0. */
    @Override
    public List<Flaw> flaws() {
        return against.number().filter(number -> !number.isPositive()).stream()
                .map(number -> new Flaw(REFERENCE, number.toString(), "reference_not_positive"))
                .toList();
    }

    @Override
    public <R> R read(Reader<R> reader) {
        return reader.ratioToReference(this);
    }
}
