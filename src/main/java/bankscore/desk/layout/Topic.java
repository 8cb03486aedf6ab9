package bankscore.desk.layout;

import bankscore.exact.Period;

/**
 * What pages are about.
 *
 * @param rule its id
 */
public record Topic(Period period, String rule) {}
