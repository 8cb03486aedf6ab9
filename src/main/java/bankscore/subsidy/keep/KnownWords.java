package bankscore.subsidy.keep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that come again and again, each by a number from 0 on, in the order in which they first came. */
final class KnownWords {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** The number of a word; -1 if it was not known, but then it is from now on. */
    int number(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known == null) {
            words.add(word);
        }
        return known == null ? -1 : known;
    }

    /** Knows a word from now on, and gives it. */
    String add(String word) {
        int known = number(word);
        return known < 0 ? word : words.get(known);
    }

    /**
     * The word of a number.
     *
     * @throws IndexOutOfBoundsException if no word has it
     */
    String word(int number) {
        return words.get(number);
    }

    /** Knows none any more. */
    void clear() {
        numbers.clear();
        words.clear();
    }
}
