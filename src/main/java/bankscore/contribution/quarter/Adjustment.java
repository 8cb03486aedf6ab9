package bankscore.contribution.quarter;

import bankscore.exact.Money;
import bankscore.sheet.Place;

/**
 * What leaders change in a bank's computed target: one row of 调整. Rows of one fund and bank add up.
 *
 * @param amount above 0 for more, below 0 for less
 * @param approver who decided it
 * @param place the amount's cell
 */
public record Adjustment(String fund, String bank, Money amount, String reason, String approver, Place place) {}
