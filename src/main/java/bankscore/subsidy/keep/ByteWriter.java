package bankscore.subsidy.keep;

import bankscore.exact.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers and texts as bytes in an array that grows, one after the other, numbers with their highest byte first. A text that
 * comes again and again, such as a column's id, is written once and then by its number, so whoever reads must have read from
 * the beginning.
 */
final class ByteWriter {

    private final Map<String, Integer> numbers = new HashMap<>();
    private byte[] bytes = new byte[1 << 10];
    private int size;

    private int take(int length) {
        int at = size;
        size += length;
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, 2 * bytes.length));
        }
        return at;
    }

    void one(int number) {
        int at = take(Byte.BYTES);
        bytes[at] = (byte) number;
    }

    void four(int number) {
        int at = take(Integer.BYTES);
        bytes[at] = (byte) (number >>> 24);
        bytes[at + 1] = (byte) (number >>> 16);
        bytes[at + 2] = (byte) (number >>> 8);
        bytes[at + 3] = (byte) number;
    }

    void eight(long number) {
        four((int) (number >>> Integer.SIZE));
        four((int) number);
    }

    void bool(boolean yes) {
        one(yes ? 1 : 0);
    }

    /** Writes a text of which there are few. */
    void word(String word) {
        Integer known = numbers.putIfAbsent(word, numbers.size());
        four(known == null ? -1 : known);
        if (known == null) {
            text(word);
        }
    }

    void text(String text) {
        array(text.getBytes(StandardCharsets.UTF_8));
    }

    void number(BigInteger number) {
        array(number.toByteArray());
    }

    void money(Money money) {
        number(money.fen());
    }

    private void array(byte[] content) {
        four(content.length);
        int at = take(content.length);
        System.arraycopy(content, 0, bytes, at, content.length);
    }

    int size() {
        return size;
    }

    /** Gives away what was written since it last did. */
    void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }
}
