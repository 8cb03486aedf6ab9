package bankscore.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many small items of numbers and texts in one array of bytes, each read when somebody asks for it: some hundred thousand take
 * a tenth of what they would as objects. Whoever reads an item asks for the same as was written, in the same order.
 */
public final class PackedTexts {

    private static final int FEW_BITS = 7;

    private final Map<String, Integer> known = new HashMap<>();
    /** Texts that come again with every item. */
    private final List<String> words = new ArrayList<>();

    private byte[] bytes = new byte[1 << 10];
    private int length;
    private int[] starts = new int[1 << 4];
    private int size;

    /** How many items there are. */
    public int size() {
        return size;
    }

    /** Begins the next item. */
    public PackedTexts next() {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, starts.length + starts.length / 2);
        }
        starts[size++] = length;
        return this;
    }

    /** Begins an item anew, at the end; what it said is not said any more. */
    public PackedTexts anew(int item) {
        starts[item] = length;
        return this;
    }

    /** Adds a number that is not negative. Seven bits a byte, the lowest first; the highest bit says that there are more. */
    public PackedTexts number(long number) {
        long left = number;
        while (left >>> FEW_BITS != 0) {
            one((int) ((left & 0x7F) | 0x80));
            left >>>= FEW_BITS;
        }
        one((int) left);
        return this;
    }

    private void one(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(length, length / 2));
        }
        bytes[length++] = (byte) value;
    }

    /** Adds a text of which there are few different ones. */
    public PackedTexts word(String word) {
        Integer place = known.get(word);
        if (place == null) {
            place = words.size();
            known.put(word, place);
            words.add(word);
        }
        return number(place);
    }

    /** Adds a text: a byte a character where that is enough, else two, so that it comes back whatever its characters. */
    public PackedTexts text(String text) {
        boolean wide = false;
        for (int i = 0; i < text.length(); i++) {
            wide |= text.charAt(i) > 0xFF;
        }
        number((long) text.length() << 1 | (wide ? 1 : 0));
        for (int i = 0; i < text.length(); i++) {
            if (wide) {
                one(text.charAt(i) >> Byte.SIZE);
            }
            one(text.charAt(i));
        }
        return this;
    }

    /** Reads an item. */
    public Reader read(int item) {
        if (item < 0 || item >= size) {
            throw new IndexOutOfBoundsException(item);
        }
        return new Reader(starts[item]);
    }

    /** Gives what an item is made of, one after the other. */
    public final class Reader {

        private int at;

        private Reader(int at) {
            this.at = at;
        }

        public long number() {
            long number = 0;
            int shift = 0;
            long part = bytes[at++];
            while (part < 0) {
                number |= (part & 0x7F) << shift;
                shift += FEW_BITS;
                part = bytes[at++];
            }
            return number | part << shift;
        }

        public String word() {
            return words.get((int) number());
        }

        public String text() {
            long head = number();
            int characters = (int) (head >> 1);
            if ((head & 1) == 0) {
                at += characters;
                return new String(bytes, at - characters, characters, StandardCharsets.ISO_8859_1);
            }
            char[] text = new char[characters];
            for (int i = 0; i < text.length; i++) {
                int high = bytes[at++] << Byte.SIZE;
                text[i] = (char) (high | (bytes[at++] & 0xFF));
            }
            return new String(text);
        }
    }
}
