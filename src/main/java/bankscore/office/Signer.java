package bankscore.office;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person and a key of his. Who got a new key has a line for each, and the old one goes on telling of what it signed.
 *
 * @param name of which there is one in an office; it is the name of his key's file
 * @param key the public key: its X.509 form in base 64
 * @param user the user of the system by whom he runs commands; absent: none is known
 * @param from the first day on which he signs
 * @param to the last one; absent: still
 */
public record Signer(
        String name, String key, Set<Role> roles, Optional<String> user, LocalDate from, Optional<LocalDate> to) {

    /** How keys are made and what they sign by. */
    public static final String ALGORITHM = "Ed25519";

    private static final Pattern NAME = Pattern.compile("\\p{IsHan}[\\p{IsHan}·（）]{0,29}|[A-Za-z][A-Za-z0-9_-]{2,29}");

    public Signer {
        roles = Set.copyOf(roles);
    }

    /** Whether a text can be a person's name, which is that of a file on every system. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a text is a public key. */
    public static boolean isKey(String text) {
        return key(text).isPresent();
    }

    private static Optional<PublicKey> key(String text) {
        try {
            return Optional.of(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key in short, as a paper carries it and people compare it. */
    public String fingerprint() {
        return PaperCode.of(List.of(key), "");
    }

    /** Whether he may sign on a day. */
    public boolean isValid(LocalDate day) {
        return !day.isBefore(from) && (to.isEmpty() || !day.isAfter(to.get()));
    }

    /** Whether he is who works under a name: his own, or the user of the system that is his. */
    public boolean is(String worker) {
        return name.equals(worker) || user.filter(worker::equalsIgnoreCase).isPresent();
    }

    /** Whether a signature is this key's over these bytes. */
    public boolean signed(byte[] text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key(key).orElseThrow());
            check.update(text);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Anybody may have written it.
            return false;
        }
    }
}
