package bankscore.facts;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hashes of texts, below 2 to the 61st: a text's polynomial at a random place modulo a prime, three signs a coefficient, so
 * that nobody can send texts that share theirs. They hold as long as the instance; another one has others.
 */
public final class TextHash {

    private static final long PRIME = (1L << 61) - 1;

    /** Odd, so that what signs say in their lowest bits stays apart there. */
    private final long place = ThreadLocalRandom.current().nextLong(1L << 48, PRIME / 2) * 2 + 1;

    /** The hash of a text. */
    public long of(String text) {
        return with(0, text);
    }

    /** The hash of a list of texts; each goes in with its length, so that no two lists are written alike. */
    public long of(List<String> texts) {
        long hash = texts.size();
        for (String text : texts) {
            hash = with(hash, text);
        }
        return hash;
    }

    private long with(long before, String text) {
        long hash = before;
        int at = 0;
        for (; at + 2 < text.length(); at += 3) {
            hash = with(
                    hash,
                    ((long) text.charAt(at) << (2 * Character.SIZE))
                            | ((long) text.charAt(at + 1) << Character.SIZE)
                            | text.charAt(at + 2));
        }
        for (; at < text.length(); at++) {
            hash = with(hash, text.charAt(at));
        }
        // Last of all, so that what the last signs say is spread over the whole hash.
        return with(hash, text.length());
    }

    private long with(long hash, long coefficient) {
        long high = Math.multiplyHigh(hash, place);
        long low = hash * place;
        // 2 to the 61st is 1 modulo the prime.
        long sum = (low & PRIME) + ((low >>> 61) | (high << 3)) + coefficient;
        long once = (sum & PRIME) + (sum >>> 61);
        return once >= PRIME ? once - PRIME : once;
    }
}
