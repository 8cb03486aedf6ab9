package bankscore.run.keys;

import bankscore.office.Signer;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key (PKCS#8) sealed by AES-256-GCM with what Argon2id makes of a password ({@code operations.md#keys}). All lines
 * but the last are authenticated with it, so that whose key it is, its public half and how it is sealed are as they were
 * when it was sealed, or it does not open.
 */
record SealedKey(String person, String key, String salt, String nonce, String sealed) {

    private static final String FORM = "bankscore key 1";

    private static final int MEMORY = 65_536;
    private static final int PASSES = 3;
    private static final int LANES = 1;

    /** The one way: a file that asks for less protects nothing, and one that asks for more holds up the machine. */
    private static final String WAY = "argon2id 19 " + MEMORY + " " + PASSES + " " + LANES + " aes-256-gcm";

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;
    private static final int LINES = 7;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    /** A new pair of a person. */
    static SealedKey make(String person, String password, Semaphore atOnce) throws KeyRefused {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Signer.ALGORITHM).generateKeyPair();
            return seal(person, base64(pair.getPublic().getEncoded()), pair.getPrivate(), password, atOnce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same key under another password. */
    SealedKey again(String password, String other, Semaphore atOnce) throws KeyRefused {
        return seal(person, key, open(password, atOnce), other, atOnce);
    }

    private static SealedKey seal(String person, String key, PrivateKey secret, String password, Semaphore atOnce)
            throws KeyRefused {
        int length = normal(password).codePointCount(0, normal(password).length());
        if (length < SHORTEST || length > LONGEST) {
            throw new KeyRefused(KeyRefused.Reason.WEAK);
        }
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        SealedKey bare = new SealedKey(person, key, base64(salt), base64(nonce), "");
        try {
            Cipher cipher = bare.cipher(Cipher.ENCRYPT_MODE, password, atOnce);
            return new SealedKey(person, key, bare.salt, bare.nonce, base64(cipher.doFinal(secret.getEncoded())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key. */
    PrivateKey open(String password, Semaphore atOnce) throws KeyRefused {
        try {
            byte[] secret = cipher(Cipher.DECRYPT_MODE, password, atOnce).doFinal(bytes(sealed));
            return KeyFactory.getInstance(Signer.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
        } catch (AEADBadTagException e) {
            throw new KeyRefused(KeyRefused.Reason.PASSWORD);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyRefused(KeyRefused.Reason.DAMAGED);
        }
    }

    private Cipher cipher(int mode, String password, Semaphore atOnce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(stretched(password, atOnce), "AES"),
                new GCMParameterSpec(TAG_BITS, bytes(nonce)));
        cipher.updateAAD(authenticated().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] stretched(String password, Semaphore atOnce) {
        atOnce.acquireUninterruptibly();
        try {
            return Argon2Function.getInstance(MEMORY, PASSES, LANES, KEY, Argon2.ID)
                    .hash(normal(password).getBytes(StandardCharsets.UTF_8), bytes(salt))
                    .getBytes();
        } finally {
            atOnce.release();
        }
    }

    /** However it was typed: a sign may be written in several ways that look alike. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private String authenticated() {
        return String.join("\n", FORM, "person " + person, "public " + key, WAY, "salt " + salt, "nonce " + nonce, "");
    }

    /** The file's text. */
    String text() {
        return authenticated() + "sealed " + sealed + "\n";
    }

    /** Reads a file that anybody may have written. */
    static SealedKey parse(String text) throws KeyRefused {
        List<String> lines = text.lines().toList();
        if (lines.size() == LINES) {
            SealedKey key = new SealedKey(
                    after(lines.get(1), "person "),
                    after(lines.get(2), "public "),
                    after(lines.get(4), "salt "),
                    after(lines.get(5), "nonce "),
                    after(lines.get(6), "sealed "));
            if (key.text().equals(text) && key.isWhole()) {
                return key;
            }
        }
        throw new KeyRefused(KeyRefused.Reason.DAMAGED);
    }

    private boolean isWhole() {
        try {
            return Signer.isKey(key) && bytes(salt).length == SALT && bytes(nonce).length == NONCE;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String after(String line, String name) {
        return line.startsWith(name) ? line.substring(name.length()) : "";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
