/**
 * The counties of a province in one go, each by its own run, on one partitioned step, and the report on all of them. It knows
 * no business: what a county's money and ranks are, its application says.
 */
@NullMarked
package bankscore.province;

import org.jspecify.annotations.NullMarked;
