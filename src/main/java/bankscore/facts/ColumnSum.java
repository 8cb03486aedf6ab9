package bankscore.facts;

import bankscore.exact.Fraction;

/** A sum and how many figures it has. */
public record ColumnSum(Fraction sum, long figures) {}
