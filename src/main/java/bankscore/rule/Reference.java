package bankscore.rule;

import bankscore.exact.Fraction;

/** What a value is measured against. */
public sealed interface Reference {

    /** A number of the scheme. */
    record Fixed(Fraction value) implements Reference {}

    /** A benchmark, or another measure of the same bank. */
    record Named(String id) implements Reference {}

    /** A statistic of the population's own values; the best is the largest. */
    record OfPopulation(Statistic statistic) implements Reference {}
}
