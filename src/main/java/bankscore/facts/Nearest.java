package bankscore.facts;

import bankscore.exact.Fraction;
import bankscore.facts.register.Register;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The most similar words: only ever to suggest, never to decide. */
public final class Nearest {

    private static final int LIMIT = 3;

    private Nearest() {}

    /**
     * Up to three words with the smallest share of characters to change, joined with 、.
     *
     * @param spellings each word with all its spellings
     * @param none what to say if nothing shares a character with the word
     */
    public static String to(String word, Map<String, List<String>> spellings, String none) {
        Map<String, Fraction> changes = new LinkedHashMap<>();
        spellings.forEach((each, all) -> {
            Fraction least = all.stream()
                    .filter(spelling -> !spelling.isEmpty())
                    .map(spelling -> change(word, spelling))
                    .reduce(Fraction.ONE, Fraction::min);
            if (least.isLess(Fraction.ONE)) {
                changes.put(each, least);
            }
        });
        List<String> nearest = changes.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .limit(LIMIT)
                .map(Map.Entry::getKey)
                .toList();
        return nearest.isEmpty() ? none : String.join("、", nearest);
    }

    /** The subjects of the register with the most similar code, name or short name; all of them if none is similar. */
    public static String subject(String typed, Register register) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        for (Subject each : register.subjects()) {
            spellings.put(each.code() + " " + each.label(), List.of(each.code(), each.name(), each.shortName()));
        }
        return to(typed, spellings, String.join("、", spellings.keySet()));
    }

    /**
     * Whether two headings are nearly alike: one contains the other, or they differ by one character at equal length, or
     * share at least half of the characters of the longer one.
     *
     * @param known what stands beside them anyway: characters of it tell nothing, as 指标 of 指标代码 beside 指标名称
     */
    public static boolean isAlike(String one, String other, String known) {
        StringBuilder left = new StringBuilder(other);
        int same = 0;
        int inPlace = 0;
        for (int i = 0; i < one.length(); i++) {
            inPlace += i < other.length() && one.charAt(i) == other.charAt(i) ? 1 : 0;
            int at = left.indexOf(one.substring(i, i + 1));
            if (at >= 0 && known.indexOf(one.charAt(i)) < 0) {
                left.deleteCharAt(at);
                same++;
            }
        }
        boolean contained = same > 0 && (one.contains(other) || other.contains(one));
        boolean oneOther = one.length() == other.length() && inPlace == one.length() - 1;
        return contained || oneOther || (same > 0 && 2 * same >= Math.max(one.length(), other.length()));
    }

    /** Whether two headings of four and more characters differ by one, put in, taken out or replaced. */
    public static boolean isSlip(String one, String other) {
        return Math.min(one.length(), other.length()) >= 4 && distance(one, other) == 1;
    }

    /** The share of characters to change to make one of the other: 0 for the same, 1 for nothing in common. */
    public static Fraction change(String one, String other) {
        return Fraction.of(distance(one, other), Math.max(1, Math.max(one.length(), other.length())));
    }

    /** How many characters must be put in, taken out or replaced (Levenshtein). */
    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] line = new int[above.length];
            line[0] = i;
            for (int j = 1; j < line.length; j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                line[j] = Math.min(replaced, Math.min(above[j], line[j - 1]) + 1);
            }
            above = line;
        }
        return above[other.length()];
    }
}
