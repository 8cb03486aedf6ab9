package bankscore.office;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** The key of a person who has just opened it. */
public record OpenKey(Signer signer, PrivateKey key) {

    /** Signs what he decides. */
    public Decision.Signed sign(Decision decision) {
        try {
            Signature signature = Signature.getInstance(Signer.ALGORITHM);
            signature.initSign(key);
            signature.update(decision.text());
            return new Decision.Signed(
                    decision, signer.key(), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was opened does not sign", e);
        }
    }
}
