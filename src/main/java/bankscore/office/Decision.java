package bankscore.office;

import bankscore.exact.Period;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What a person decides of a published revision, whole: this is what he signs ({@code operations.md#signing}).
 *
 * @param manifest SHA-256 of the revision's manifest, and so every file of it
 * @param head the hash of the last entry of the history before, and so everything that happened until then
 * @param person the name of {@link Signer}
 * @param words why it is returned; of an approval the document's number and date; else empty
 * @param at ISO time with offset
 */
public record Decision(
        Series series,
        Period period,
        int revision,
        String manifest,
        String head,
        String person,
        Verdict verdict,
        String words,
        String at) {

    private static final String FORM = "bankscore decision 1";

    /** The ways to decide. */
    public enum Verdict {
        /** It was looked through and is as it should be. */
        REVIEWED(Role.REVIEWER),
        /** It was looked through and has to be mended. */
        RETURNED(Role.REVIEWER),
        /** The government approved it. */
        APPROVED(Role.LEADER);

        private final Role role;

        Verdict(Role role) {
            this.role = role;
        }

        /** Whose business it is. */
        public Role role() {
            return role;
        }

        /** How the history calls it. */
        public String outcome() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The bytes that are signed, in UTF-8: a line for each field in this order, its name, the length of its text in UTF-16
     * units, and the text. The length leaves one way to read them, whatever the text holds.
     */
    public byte[] text() {
        StringBuilder text = new StringBuilder(FORM).append('\n');
        List<String> names = List.of(
                "jurisdiction", "rule", "revision", "manifest", "head", "person", "role", "decision", "words", "time");
        List<String> values = List.of(
                series.jurisdiction(),
                series.rule(),
                period + " r" + revision,
                manifest,
                head,
                person,
                verdict.role().word(),
                verdict.outcome(),
                words,
                at);
        for (int i = 0; i < names.size(); i++) {
            text.append(names.get(i))
                    .append(' ')
                    .append(values.get(i).length())
                    .append(' ')
                    .append(values.get(i))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same with the signature that was made of it.
     *
     * @param key the public key by which it is said to be signed
     * @param signature in base 64
     */
    public record Signed(Decision decision, String key, String signature) {}
}
