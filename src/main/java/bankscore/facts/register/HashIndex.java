package bankscore.facts.register;

import bankscore.facts.TextHash;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * Numbers found by the hash of a text, in open addressing; whoever asks says which of those with one hash is meant. It costs
 * 16 bytes a slot and keeps no text.
 */
final class HashIndex {

    /** What stands for no number. */
    static final long NONE = -1;

    private static final int FIRST = 1 << 6;

    private final TextHash hash = new TextHash();
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
        long own = hash.of(text);
        int mask = hashes.length - 1;
        int slot = slot(own);
        while (numbers[slot] != NONE && !(hashes[slot] == own && isMeant.test(numbers[slot]))) {
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
        put(hash.of(text), number);
        size++;
    }

    private void put(long own, long number) {
        int slot = slot(own);
        while (numbers[slot] != NONE) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = own;
        numbers[slot] = number;
    }

    private int slot(long own) {
        return (int) (own ^ (own >>> Integer.SIZE)) & (hashes.length - 1);
    }
}
