package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Reference;
import java.util.List;
import java.util.Optional;

/**
 * How a measure becomes points: the closed list of {@code scheme.md#methods}. Each method is the record of its
 * parameters; what it computes is in {@link bankscore.contribution.method.Points}.
 */
public sealed interface Method {

    /** Points of the band in which the value falls; below the first bound 0. */
    record Bands(List<Band> bands) implements Method {
        public Bands {
            bands = List.copyOf(bands);
        }
    }

    /**
     * One band.
     *
     * @param from the lower bound; absent in the first band: open below
     * @param fromIncluded whether the lower bound itself belongs to it
     * @param to the upper bound; absent in the last band: open above
     * @param toIncluded whether the upper bound itself belongs to it
     */
    record Band(
            Optional<Fraction> from, boolean fromIncluded, Optional<Fraction> to, boolean toIncluded, Fraction points) {

        public boolean contains(Fraction value) {
            return from.map(bound -> fromIncluded ? !value.isLess(bound) : value.isGreater(bound))
                            .orElse(true)
                    && to.map(bound -> toIncluded ? !value.isGreater(bound) : value.isLess(bound))
                            .orElse(true);
        }
    }

    /** Full × own ÷ best; where lower is better, full × best ÷ own. */
    record RatioToBest(Fraction full, Better better) implements Method {}

    /** Full × own ÷ reference, between 0 and the cap. */
    record RatioToReference(Fraction full, Reference reference, Fraction cap) implements Method {}

    /** Full × own ÷ sum over the population; negative counts as 0. */
    record ShareOfTotal(Fraction full) implements Method {}

    /** Points by place: first minus step per place, not below the floor. */
    record RankStep(Fraction first, Fraction step, Fraction floor, Better better) implements Method {}

    /** Points by place from a table; beyond its end 0. */
    record RankTable(List<Fraction> table, Better better) implements Method {
        public RankTable {
            table = List.copyOf(table);
        }
    }

    /** Base + points × steps((own − reference) ÷ per), between min and max. */
    record Linear(
            Fraction base,
            Reference reference,
            Fraction per,
            Fraction points,
            Steps steps,
            Optional<Fraction> min,
            Optional<Fraction> max)
            implements Method {}

    /** Full × (own − worst) ÷ (best − worst); full where best equals worst. */
    record MinMax(Fraction full, Better better) implements Method {}

    /** The measure itself, between min and max: points judged by people. */
    record Value(Optional<Fraction> min, Optional<Fraction> max) implements Method {}

    /** Which end is the best. */
    enum Better {
        HIGHER,
        LOWER
    }

    /** How a distance is counted in steps. */
    enum Steps {
        /** Whole steps, towards zero. */
        WHOLE,
        /** In proportion. */
        PRO_RATA,
        /** Every step that was started, away from zero. */
        STARTED
    }
}
