package bankscore.load.yaml;

import java.util.Collection;
import java.util.Comparator;

/** "Did you mean": the allowed word nearest to a mistyped one. */
public final class Suggestion {

    private Suggestion() {}

    /** The nearest word within two edits, or the empty text. */
    public static String nearest(String typed, Collection<String> allowed) {
        return allowed.stream()
                .filter(word -> Math.abs(typed.length() - word.length()) <= 2)
                .filter(word -> distance(typed, word) <= 2 && distance(typed, word) < word.length())
                .min(Comparator.comparingInt((String word) -> distance(typed, word))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
