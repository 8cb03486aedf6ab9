package bankscore.contribution.quarter;

import bankscore.sheet.Place;

/**
 * A safety finding of the regulator.
 *
 * @param disposal 处置: the word that the scheme's safety setting knows
 * @param kind 风险类型
 */
public record Risk(String bank, String disposal, String kind, Place place) {}
