package bankscore.domain.quarter;

import bankscore.domain.Money;
import bankscore.domain.Place;

/** A fund to place. */
public record Pool(String fund, Money amount, Place place) {}
