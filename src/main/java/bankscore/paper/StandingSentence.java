package bankscore.paper;

import bankscore.finding.Words;
import bankscore.office.Signer;
import bankscore.office.Standing;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How far a revision has come, in one sentence. */
public final class StandingSentence {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private StandingSentence() {}

    /** Such as {@code 复核通过（王五，2026-11-27 10:00）}. */
    public static String of(Standing standing, Words words) {
        if (standing instanceof Standing.Reviewed reviewed) {
            return said("standing.reviewed", reviewed.act(), words);
        }
        if (standing instanceof Standing.Returned returned) {
            return said("standing.returned", returned.act(), words);
        }
        if (standing instanceof Standing.Approved approved) {
            boolean signed = approved.act().by().isPresent();
            return said(signed ? "standing.approved" : "standing.recorded", approved.act(), words);
        }
        if (standing instanceof Standing.Superseded superseded) {
            return words.text("standing.superseded", "was", of(superseded.was(), words), "other", superseded.later());
        }
        if (standing instanceof Standing.Withdrawn withdrawn) {
            return words.text("standing.withdrawn", "was", of(withdrawn.was(), words), "other", withdrawn.other());
        }
        return words.text("standing.generated");
    }

    private static String said(String key, Standing.Act act, Words words) {
        return words.text(
                key,
                "who",
                act.by().map(Signer::name).orElse(""),
                "at",
                TO_THE_MINUTE.format(OffsetDateTime.parse(act.at())),
                "words",
                act.words());
    }
}
