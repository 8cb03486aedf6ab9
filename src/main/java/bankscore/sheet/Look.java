package bankscore.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a number format shows of a number: whether a date or a percentage, which words beside the digits, divided by what,
 * rounded where. Cells of one style share it; its text is taken apart only if somebody asks.
 */
public final class Look {

    /** A number as it is. */
    public static final Look PLAIN = new Look(Kind.NUMBER, "");
    /** A percentage. */
    public static final Look PERCENT = new Look(Kind.PERCENT, "");

    /** Excel's own bound; the text of a longer one is not kept. */
    private static final int LONGEST = 255;

    private final Kind kind;
    private final String format;
    private @Nullable List<LookPart> parts;

    /** What a number is shown as. */
    public enum Kind {
        NUMBER,
        DATE,
        PERCENT
    }

    private Look(Kind kind, String format) {
        this.kind = kind;
        this.format = format;
    }

    /** The look of a format by its text, as files spell it ({@code #,##0.00}). */
    public static Look of(Kind kind, String format) {
        return new Look(kind, format.length() > LONGEST ? "" : format);
    }

    public Kind kind() {
        return kind;
    }

    /** The format's text; empty if it is not known. */
    public String format() {
        return format;
    }

    /** The part of the format that shows a number; absent if the format is not known. */
    public Optional<LookPart> part(BigDecimal number) {
        for (LookPart part : parts()) {
            if (part.shows(number)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private List<LookPart> parts() {
        List<LookPart> known = parts;
        if (known == null) {
            known = format.isEmpty() ? List.of() : split();
            parts = known;
        }
        return known;
    }

    /** Whether it writes nothing beside the digits; few formats do. */
    public boolean isWordless() {
        return !any(part -> !part.words().isEmpty());
    }

    /** Whether a part of it passes a test. */
    public boolean any(Predicate<LookPart> test) {
        for (LookPart part : parts()) {
            if (test.test(part)) {
                return true;
            }
        }
        return false;
    }

    /** The sections between semicolons; each says for itself, or by its place, which numbers it shows. */
    private List<LookPart> split() {
        List<String> texts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < format.length(); i++) {
            char each = format.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (!quoted && "\\!_*".indexOf(each) >= 0) {
                i++;
            } else if (!quoted && each == ';') {
                texts.add(format.substring(from, i));
                from = i + 1;
            }
        }
        texts.add(format.substring(from));
        // The fourth section shows texts.
        int last = Math.min(texts.size(), 3);
        List<LookPart> parsed = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            LookPart part = LookPart.of(texts.get(i));
            if (part.condition().isEmpty() && i < last - 1) {
                String sign = i == 1 ? "<" : last > 2 ? ">" : ">=";
                part = part.under(new LookPart.Condition(sign, BigDecimal.ZERO));
            }
            parsed.add(part);
        }
        return List.copyOf(parsed);
    }

    /** The number as it is shown, in the scale in which it is stored: 29999999.6 under {@code #,##0} is 30000000. */
    public BigDecimal shown(BigDecimal number) {
        Optional<Integer> step = part(number).flatMap(LookPart::step);
        if (step.isEmpty() || number.scale() <= -step.get()) {
            return number;
        }
        BigDecimal rounded = number.setScale(-step.get(), RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Look same && same.kind == kind && same.format.equals(format);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + format.hashCode();
    }

    @Override
    public String toString() {
        return kind + (format.isEmpty() ? "" : " " + format);
    }
}
