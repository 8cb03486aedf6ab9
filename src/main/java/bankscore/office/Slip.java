package bankscore.office;

import bankscore.exact.Period;
import java.util.Optional;

/**
 * What is filed outside the database when a revision is published or approved (回执): it anchors the history up to there,
 * so that whoever rewrites the database and its chain is found out by the paper ({@code operations.md#slips}).
 *
 * @param rule whose series the revision is of, as in {@link Series}
 * @param code the verification code that the revision's papers carry
 * @param manifest SHA-256 of the revision's manifest
 * @param chainHead the hash of the entry of the history by which it was published or approved
 * @param time that entry's time, ISO with offset
 * @param approval what was approved; absent: the slip is of the publication
 */
public record Slip(
        String rule,
        Period period,
        int revision,
        String code,
        String manifest,
        String chainHead,
        String time,
        Optional<Approval> approval) {}
