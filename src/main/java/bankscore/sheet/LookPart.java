package bankscore.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One section of a number format.
 *
 * @param condition which numbers it shows; absent: all
 * @param words what it writes beside the digits, such as 万元
 * @param divisor by which power of ten it divides: 4 for {@code 0!.0,}, which shows 38000 as 3.8; −2 for a percentage
 * @param step the power of ten to a multiple of which it rounds the stored number: −2 for {@code 0.00}; absent: unknown
 */
public record LookPart(Optional<Condition> condition, List<String> words, int divisor, Optional<Integer> step) {

    private static final List<String> GENERAL = List.of("General", "G/通用格式");

    public LookPart {
        words = List.copyOf(words);
    }

    /**
     * A comparison with a number.
     *
     * @param sign one of {@code < <= > >= = <>}
     */
    public record Condition(String sign, BigDecimal bound) {

        boolean holds(BigDecimal number) {
            int compared = number.compareTo(bound);
            return switch (sign) {
                case "<" -> compared < 0;
                case "<=" -> compared <= 0;
                case ">" -> compared > 0;
                case ">=" -> compared >= 0;
                case "=" -> compared == 0;
                default -> compared != 0;
            };
        }
    }

    boolean shows(BigDecimal number) {
        return condition.isEmpty() || condition.get().holds(number);
    }

    LookPart under(Condition other) {
        return new LookPart(Optional.of(other), words, divisor, step);
    }

    static LookPart of(String section) {
        return new Parser(section).parse();
    }

    /** Reads a section from left to right, each character once. */
    private static final class Parser {

        private final String text;
        private Optional<Condition> condition = Optional.empty();
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private boolean digits;
        private boolean pointed;
        private boolean unknown;
        private int decimals;
        /** Digits behind a point that is only written there. */
        private int behindWritten = -1;

        private int commas;
        private int thousands;
        private int percents;

        Parser(String text) {
            this.text = text;
        }

        LookPart parse() {
            int at = 0;
            while (at < text.length()) {
                at = next(at);
            }
            endWord();
            thousands += commas;
            int written = Math.max(behindWritten, 0);
            boolean sure = digits && !unknown;
            return new LookPart(
                    condition,
                    words,
                    3 * thousands + written - 2 * percents,
                    sure ? Optional.of(3 * thousands - decimals - 2 * percents) : Optional.empty());
        }

        /** Takes what stands at a place; gives the place behind it. */
        private int next(int at) {
            char each = text.charAt(at);
            for (String general : GENERAL) {
                if (text.regionMatches(true, at, general, 0, general.length())) {
                    endWord();
                    unknown = true;
                    return at + general.length();
                }
            }
            switch (each) {
                case '"' -> {
                    int end = text.indexOf('"', at + 1);
                    int last = end < 0 ? text.length() : end;
                    word.append(text, at + 1, last);
                    return last + 1;
                }
                case '\\', '!' -> {
                    if (at + 1 < text.length()) {
                        word.append(text.charAt(at + 1));
                    }
                    return at + 2;
                }
                case '_', '*' -> {
                    return at + 2;
                }
                case '[' -> {
                    int end = text.indexOf(']', at);
                    int last = end < 0 ? text.length() : end;
                    bracket(text.substring(at + 1, last));
                    return last + 1;
                }
                case '0', '#', '?' -> digit();
                case '.' -> {
                    thousands += commas;
                    commas = 0;
                    pointed = true;
                    endWord();
                }
                case ',' -> commas += digits && word.isEmpty() ? 1 : 0;
                case '%' -> {
                    percents++;
                    endWord();
                }
                case '@' -> unknown = true;
                default -> {
                    boolean exponent = (each == 'E' || each == 'e')
                            && at + 1 < text.length()
                            && "+-".indexOf(text.charAt(at + 1)) >= 0;
                    boolean fraction = each == '/' && digits && word.isEmpty();
                    unknown |= exponent || fraction;
                    if (Character.isWhitespace(each)) {
                        endWord();
                    } else {
                        word.append(each);
                    }
                }
            }
            return at + 1;
        }

        private void digit() {
            if (digits && !pointed && behindWritten < 0 && word.toString().equals(".")) {
                behindWritten = 0;
                word.setLength(0);
            }
            endWord();
            digits = true;
            // Commas between digits only group them.
            commas = 0;
            if (pointed) {
                decimals++;
            } else if (behindWritten >= 0) {
                behindWritten++;
            }
        }

        private void bracket(String inside) {
            if (inside.startsWith("$")) {
                int end = inside.indexOf('-');
                word.append(inside, 1, end < 0 ? inside.length() : end);
                return;
            }
            int length = inside.startsWith("<=") || inside.startsWith(">=") || inside.startsWith("<>") ? 2 : 1;
            if (!inside.isEmpty() && "<>=".indexOf(inside.charAt(0)) >= 0) {
                try {
                    condition = Optional.of(new Condition(
                            inside.substring(0, length),
                            new BigDecimal(inside.substring(length).strip())));
                } catch (NumberFormatException e) {
                    unknown = true;
                }
            }
        }

        private void endWord() {
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
    }
}
