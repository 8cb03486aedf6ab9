package bankscore.office;

import bankscore.exact.Period;

/**
 * A published revision of a period.
 *
 * @param number from 1
 * @param published whether its folder is in place; otherwise it was being published
 * @param instance the job instance that made it
 * @param identity digest of inputs, configuration, program version and earlier revisions
 * @param code the verification code
 * @param scheme the scheme's id
 * @param resultDigest SHA-256 of {@code result.json}
 * @param manifest SHA-256 of {@code manifest.json}
 * @param publishedAt when, as ISO time with offset
 */
public record Revision(
        Period period,
        int number,
        boolean published,
        long instance,
        String identity,
        String code,
        String scheme,
        String resultDigest,
        String manifest,
        String publishedAt) {}
