package bankscore.facts;

import bankscore.exact.Period;

/**
 * A published revision of a period, as sentences name it.
 *
 * @param code its verification code; empty in a worked case
 */
public record PublishedFor(Period period, int revision, String code) {}
