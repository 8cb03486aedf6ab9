package bankscore.desk.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Lets in one browser, once: who started the desk reads it on his screen. */
public final class OneTimeKey {

    private static final int BYTES = 24;

    private final String text;
    private boolean spent;

    public OneTimeKey() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        text = HexFormat.of().formatHex(bytes);
    }

    /** What is told to who started the desk, and to nobody else. */
    public String text() {
        return text;
    }

    /** Spends the key; false if it is another one, or spent. */
    synchronized boolean spend(String said) {
        boolean right = !spent
                && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
        spent |= right;
        return right;
    }
}
