package bankscore.intake.row;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The references of a sheet, each with a figure and the row where it stood first. Of each no more than hashes are kept, in
 * plain arrays: there may be a million.
 */
final class SeenReferences {

    private static final int FIRST_CAPACITY = 1 << 8;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] figures = new int[FIRST_CAPACITY];
    private int[] rows = new int[FIRST_CAPACITY];
    private int size;

    /** The row in which a reference stood first, if it had another figure there. */
    Optional<Integer> first(String reference, BigDecimal figure, int row) {
        long key = hash(reference);
        int hash = figure.stripTrailingZeros().hashCode();
        int at = slot(keys, key);
        if (keys[at] == key) {
            return figures[at] == hash ? Optional.empty() : Optional.of(rows[at]);
        }
        put(at, key, hash, row);
        if (++size * 2 > keys.length) {
            grow();
        }
        return Optional.empty();
    }

    private void put(int at, long key, int figure, int row) {
        keys[at] = key;
        figures[at] = figure;
        rows[at] = row;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldFigures = figures;
        int[] oldRows = rows;
        keys = new long[oldKeys.length * 2];
        figures = new int[keys.length];
        rows = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                put(slot(keys, oldKeys[i]), oldKeys[i], oldFigures[i], oldRows[i]);
            }
        }
    }

    /** Where a key stands, or would. */
    private static int slot(long[] keys, long key) {
        int at = (int) (key ^ (key >>> 32)) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    /** Never 0, which is an empty place. */
    private static long hash(String text) {
        long hash = 7;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
