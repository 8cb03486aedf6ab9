package bankscore.sample;

import java.util.Random;

/**
 * Chance that repeats itself.
 *
 * <p>Each subject has its own sequence: a further row in one table leaves the figures of all others as they are. {@link
 * Random} and {@link String#hashCode} are specified to the bit, so every Java gives the same figures.
 */
final class Dice {
    private static final long SEED = 20220113L;

    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    static Dice of(String... subject) {
        // Random gives like sequences for like seeds; the odd factor and the shift drive them apart (SplitMix64).
        long mixed = (SEED + String.join("/", subject).hashCode()) * 0x9E3779B97F4A7C15L;
        return new Dice(new Random(mixed ^ (mixed >>> 32)));
    }

    /** A number from 0 up to, but not including, the bound; 0 for the bound 0. */
    int below(int bound) {
        return bound == 0 ? 0 : random.nextInt(bound);
    }

    /** A number between the two, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
