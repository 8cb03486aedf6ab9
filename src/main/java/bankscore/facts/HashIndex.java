package bankscore.facts;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongPredicate;

/**
 * Numbers found by the hash of a text, in open addressing; whoever asks says which of those with one hash is meant. It costs
 * 16 bytes a slot and keeps no text.
 *
 * <p>The hash is the text's polynomial at a random place modulo a prime, so that nobody can send texts that share theirs.
 */
final class HashIndex {

    /** What stands for no number. */
    static final long NONE = -1;

    private static final long PRIME = (1L << 61) - 1;
    private static final int FIRST = 1 << 6;

    private final long place = ThreadLocalRandom.current().nextLong(1 << 16, PRIME);
    private long[] hashes = new long[FIRST];
    private long[] numbers = free(FIRST);
    private int size;

    private static long[] free(int length) {
        long[] numbers = new long[length];
        Arrays.fill(numbers, NONE);
        return numbers;
    }

    /** The first number under a text's hash that is meant, else {@link #NONE}. */
    long find(String text, LongPredicate isMeant) {
        long hash = hash(text);
        int mask = hashes.length - 1;
        int slot = slot(hash);
        while (numbers[slot] != NONE && !(hashes[slot] == hash && isMeant.test(numbers[slot]))) {
            slot = (slot + 1) & mask;
        }
        return numbers[slot];
    }

    /** Puts a number under a text's hash, behind those that are there. */
    void add(String text, long number) {
        if (4L * (size + 1) > 3L * hashes.length) {
            long[] oldHashes = hashes;
            long[] old = numbers;
            hashes = new long[2 * old.length];
            numbers = free(2 * old.length);
            for (int i = 0; i < old.length; i++) {
                if (old[i] != NONE) {
                    put(oldHashes[i], old[i]);
                }
            }
        }
        put(hash(text), number);
        size++;
    }

    private void put(long hash, long number) {
        int slot = slot(hash);
        while (numbers[slot] != NONE) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = hash;
        numbers[slot] = number;
    }

    private int slot(long hash) {
        return (int) (hash ^ (hash >>> Integer.SIZE)) & (hashes.length - 1);
    }

    private long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            long high = Math.multiplyHigh(hash, place);
            long low = hash * place;
            // 2 to the 61st is 1 modulo the prime.
            long sum = (low & PRIME) + ((low >>> 61) | (high << 3)) + text.charAt(i);
            hash = (sum & PRIME) + (sum >>> 61);
        }
        return hash;
    }
}
