package bankscore.contribution.quarter;

import bankscore.exact.Money;
import bankscore.sheet.Place;

/** A fund to place. */
public record Pool(String fund, Money amount, Place place) {}
