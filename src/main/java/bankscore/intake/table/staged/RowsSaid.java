package bankscore.intake.table.staged;

import bankscore.facts.Claim;
import bankscore.facts.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What the rows of one sheet say, in whatever order they stand: how many figures they have, and two sums over all of them in
 * which each counts by what it says, not by its cell, its note or the sheet's unit.
 *
 * <p>Two sheets that say the same are equal. That two others are is as unlikely as two equal numbers of 128 bits.
 *
 * @param isVaried whether they do not all give the same word, day and number, as full marks for everybody do
 */
public record RowsSaid(long figures, long sum, long other, boolean isVaried) {

    /** No rows. */
    public static final RowsSaid NOTHING = new RowsSaid(0, 0, 0, false);

    /** What these rows and some others say together; the same as one sheet of all of them would. */
    public RowsSaid plus(RowsSaid more) {
        return new RowsSaid(figures + more.figures, sum + more.sum, other + more.other, isVaried || more.isVaried);
    }

    /** Whether they say the same; sheets that are not varied each may be so together. */
    public boolean isSameAs(RowsSaid those) {
        return figures == those.figures && sum == those.sum && other == those.other;
    }

    /** The sums while the figures pass by. */
    public static final class Sum {

        private long figures;
        private long sum;
        private long other;
        private long first;
        private boolean varied;

        /** Takes in a figure of the sheet. */
        public void add(Fact figure) {
            long hash = hash(hash(hash(hash(7, figure.column()), figure.subject()), figure.label()), figure.choice());
            hash = mix(hash + figure.day().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
            BigDecimal value = figure.value().orElse(null);
            if (value != null) {
                // Of a balance in 万元 the trailing zeros depend on the unit it was sent in.
                BigDecimal bare = value.stripTrailingZeros();
                hash = mix(hash + bare.scale()) + bare.unscaledValue().longValue();
            }
            if (!varied) {
                long told = Objects.hash(
                        figure.choice(), figure.day(), figure.value().map(BigDecimal::stripTrailingZeros));
                first = figures == 0 ? told : first;
                varied = told != first;
            }
            figures++;
            sum += mix(hash);
            other += mix(hash ^ 0x9e3779b97f4a7c15L);
        }

        /** Takes in a line of claims of the sheet by {@linkplain RowsSaid#hash what it says}. */
        public void add(long hash) {
            varied |= figures > 0 && hash != first;
            first = hash;
            figures++;
            sum += hash;
            other += mix(hash ^ 0x9e3779b97f4a7c15L);
        }

        /** What was taken in so far. */
        public RowsSaid said() {
            return new RowsSaid(figures, sum, other, varied);
        }
    }

    /** What a line of claims says, whatever the order of its columns. */
    public static long hash(Claim claim) {
        long[] sum = {claim.cells().size()};
        claim.cells().forEach((column, entry) -> {
            String text = entry instanceof Claim.Amount amount
                    ? amount.value().stripTrailingZeros().toPlainString()
                    : entry.text();
            sum[0] += mix(hash(hash(7, column), text));
        });
        return mix(sum[0]);
    }

    private static long hash(long from, String text) {
        long hash = from * 31 + text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Spreads every bit over all bits, as SplitMix64 does. */
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
