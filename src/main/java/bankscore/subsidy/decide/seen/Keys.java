package bankscore.subsidy.decide.seen;

import bankscore.facts.TextHash;
import bankscore.rule.line.Line;
import bankscore.sheet.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values by which lines are put together, and a number for each different list of them, from 0 on. It keeps 122 bits of
 * each, two hashes that nobody can foresee, in open addressing: a million of them take some tens of megabytes, and none is
 * ever compared with the others.
 */
public final class Keys {

    private static final int FIRST = 1 << 6;

    private final TextHash one = new TextHash();
    private final TextHash other = new TextHash();
    private long[] high = new long[FIRST];
    private long[] low = new long[FIRST];
    /** One more than the number of the key in a slot; 0: the slot is free. */
    private int[] numbers = new int[FIRST];

    private int size;

    /** What a column of a line is grouped by; empty where its cell is. */
    public static String value(Line line, String column) {
        return line.amount(column)
                .map(Object::toString)
                .or(() -> line.day(column).map(LocalDate::toString))
                .orElseGet(() -> PlainText.closed(line.key(column)));
    }

    /** Some words and then the values of columns; empty where a cell is. */
    public static List<String> values(List<String> words, Line line, List<String> columns) {
        List<String> values = new ArrayList<>(words);
        for (String column : columns) {
            String value = value(line, column);
            if (value.isEmpty()) {
                return List.of();
            }
            values.add(value);
        }
        return values;
    }

    /** The number of a list of texts, -1 if it was never added. */
    public int find(List<String> texts) {
        return numbers[slot(one.of(texts), other.of(texts))] - 1;
    }

    /** The number of a list of texts; a new one gets the next. */
    public int add(List<String> texts) {
        long first = one.of(texts);
        long second = other.of(texts);
        int slot = slot(first, second);
        if (numbers[slot] == 0) {
            if (2 * (size + 1) > numbers.length + numbers.length / 2) {
                grow();
                slot = slot(first, second);
            }
            put(slot, first, second, ++size);
        }
        return numbers[slot] - 1;
    }

    public int size() {
        return size;
    }

    /** 61 bits of a list of texts, as long as there are these keys. */
    public long fingerprint(List<String> texts) {
        return one.of(texts);
    }

    private int slot(long first, long second) {
        int mask = numbers.length - 1;
        int slot = (int) first & mask;
        while (numbers[slot] != 0 && (high[slot] != first || low[slot] != second)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void put(int slot, long first, long second, int number) {
        high[slot] = first;
        low[slot] = second;
        numbers[slot] = number;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] old = numbers;
        high = new long[2 * old.length];
        low = new long[2 * old.length];
        numbers = new int[2 * old.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                put(slot(oldHigh[i], oldLow[i]), oldHigh[i], oldLow[i], old[i]);
            }
        }
    }

    /** Numbers that grow with the keys: one for each. */
    public static final class Sums {

        private long[] values = new long[FIRST];

        public long get(int key) {
            return key < 0 || key >= values.length ? 0 : values[key];
        }

        public void set(int key, long value) {
            if (key >= values.length) {
                values = Arrays.copyOf(values, Math.max(key + 1, values.length + values.length / 2));
            }
            values[key] = value;
        }

        /** Adds; what passes the range of fen in 64 bits is no money that there is. */
        public void add(int key, long value) {
            set(key, Math.addExact(get(key), value));
        }
    }
}
