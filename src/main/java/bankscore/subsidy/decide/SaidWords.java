package bankscore.subsidy.decide;

import bankscore.sheet.PlainText;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The words that conditions look for in a column, and those that lines say there: 金东区 beside 金义新区 (subsidy.md#selection). */
final class SaidWords {

    /** So many other words are named; the memory they take does not grow with the lines. */
    private static final int MOST = 5;

    private static final String APART = "”“";

    private final Set<String> expected = new HashSet<>();
    /** By their closed form. */
    private final Map<String, String> unsaid = new LinkedHashMap<>();

    private final Set<String> others = new LinkedHashSet<>();

    void expect(Collection<String> words) {
        for (String word : words) {
            String closed = PlainText.closed(word);
            if (expected.add(closed)) {
                unsaid.put(closed, word);
            }
        }
    }

    void hear(String said) {
        if (unsaid.isEmpty()) {
            return;
        }
        String closed = PlainText.closed(said);
        unsaid.remove(closed);
        if (others.size() < MOST && !closed.isEmpty() && !expected.contains(closed)) {
            others.add(said);
        }
    }

    /** Whether a word that no line says may be written in another way. */
    boolean doubtful() {
        return !unsaid.isEmpty() && !others.isEmpty();
    }

    String unsaid() {
        return String.join(APART, unsaid.values());
    }

    String others() {
        return String.join(APART, others);
    }
}
