package bankscore.facts;

import java.util.Locale;
import java.util.Optional;

/**
 * A written reason by which a named person lifts a cap for one claimant.
 *
 * @param sheet the number of its sheet
 * @param row its row, from 0
 * @param cap the id of what the cap belongs to, such as a subsidy
 * @param claimant as the office wrote it: a name or a code
 * @param reason why
 * @param by who lifts it; empty if not stated
 */
public record Lift(int sheet, int row, String cap, String claimant, String reason, String by) {

    private static final String CODE = "CAP:";

    /** What a written reason lifts, if it lifts a cap at all. */
    public static Optional<Lift> of(int sheet, int row, WrittenReason reason) {
        return reason.code().startsWith(CODE)
                ? Optional.of(new Lift(
                        sheet,
                        row,
                        reason.code().substring(CODE.length()).toLowerCase(Locale.ROOT),
                        reason.cell(),
                        reason.reason(),
                        reason.by()))
                : Optional.empty();
    }
}
