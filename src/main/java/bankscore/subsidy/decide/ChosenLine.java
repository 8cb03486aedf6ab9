package bankscore.subsidy.decide;

import bankscore.facts.Claim;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line that a subsidy took and that waits to be decided.
 *
 * @param subsidy its number in the rule's list, from 0
 * @param sheet the number of its sheet
 * @param day the day that counts for it; absent where its cell is empty
 */
public record ChosenLine(int subsidy, int sheet, Claim claim, Optional<LocalDate> day) {}
