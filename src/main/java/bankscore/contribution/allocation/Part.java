package bankscore.contribution.allocation;

import bankscore.exact.Fraction;

/** A part of the pool in percent and the measure, {@code total} or {@code equal}, that divides it. */
public record Part(Fraction percent, String by) {}
