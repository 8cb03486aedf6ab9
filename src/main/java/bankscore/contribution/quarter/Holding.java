package bankscore.contribution.quarter;

import bankscore.exact.Money;
import bankscore.sheet.Place;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money of a fund held at a bank: one row of 财政存款; rows of one fund and bank add up.
 *
 * @param unmatured the part that cannot move before its due date
 */
public record Holding(String fund, String bank, Money held, Money unmatured, Optional<LocalDate> due, Place place) {}
