package bankscore.intake.table.staged;

import bankscore.facts.Claim;
import bankscore.facts.OnSheet;

/**
 * A line of claims on its way into the database.
 *
 * @param sheet the number of its sheet
 * @param said what it says, whatever the order of its columns, as a hash: whoever tallies or stores it counts by that
 */
public record SaidClaim(int sheet, Claim claim, long said) {

    /** A line with what it says. */
    public static SaidClaim of(OnSheet<Claim> line) {
        return new SaidClaim(line.sheet(), line.value(), RowsSaid.hash(line.value()));
    }
}
