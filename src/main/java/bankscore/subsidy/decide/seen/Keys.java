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
    /** Both hashes of each key, by its number. */
    private long[] ones = new long[FIRST];

    private long[] others = new long[FIRST];
    /** One more than the number of the key in a slot; 0: the slot is free. */
    private int[] slots = new int[FIRST];

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
        return slots[slot(one.of(texts), other.of(texts))] - 1;
    }

    /** The number of a list of texts; a new one gets the next. */
    public int add(List<String> texts) {
        long first = one.of(texts);
        long second = other.of(texts);
        int slot = slot(first, second);
        if (slots[slot] > 0) {
            return slots[slot] - 1;
        }
        if (size == ones.length) {
            ones = Arrays.copyOf(ones, size + size / 2);
            others = Arrays.copyOf(others, size + size / 2);
        }
        ones[size] = first;
        others[size] = second;
        slots[slot] = ++size;
        if (2 * (size + 1) > slots.length + slots.length / 2) {
            grow();
        }
        return size - 1;
    }

    public int size() {
        return size;
    }

    /** 61 bits of a list of texts, as long as there are these keys. */
    public long fingerprint(List<String> texts) {
        return one.of(texts);
    }

    /** Where a key is, or would be. */
    private int slot(long first, long second) {
        int mask = slots.length - 1;
        int slot = (int) first & mask;
        while (slots[slot] != 0 && (ones[slots[slot] - 1] != first || others[slots[slot] - 1] != second)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = (int) ones[number] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
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
