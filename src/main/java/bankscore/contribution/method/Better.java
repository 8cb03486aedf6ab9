package bankscore.contribution.method;

import bankscore.exact.Fraction;
import bankscore.rule.Population;
import bankscore.rule.Statistic;
import java.util.Optional;

/** Which end is the best. */
public enum Better {
    HIGHER(Statistic.MAX),
    LOWER(Statistic.MIN);

    private final Statistic best;

    Better(Statistic best) {
        this.best = best;
    }

    /** The statistic that is the best value. */
    public Statistic best() {
        return best;
    }

    Optional<Fraction> best(Population compared) {
        return this == HIGHER ? compared.highest() : compared.lowest();
    }

    Optional<Fraction> worst(Population compared) {
        return this == HIGHER ? compared.lowest() : compared.highest();
    }
}
