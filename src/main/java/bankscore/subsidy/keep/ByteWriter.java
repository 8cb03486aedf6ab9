package bankscore.subsidy.keep;

import bankscore.exact.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers and texts as bytes in an array that grows, one after the other, numbers with their highest byte first. A text that
 * comes again and again, such as a column's id, is written once and then by its number, so whoever reads must have read from
 * the beginning, or know the same words.
 */
final class ByteWriter {

    private final KnownWords words;
    private byte[] bytes = new byte[1 << 10];
    private int size;

    ByteWriter(KnownWords words) {
        this.words = words;
    }

    private int take(int length) {
        int at = size;
        size += length;
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, bytes.length + bytes.length / 2));
        }
        return at;
    }

    void one(int number) {
        int at = take(Byte.BYTES);
        bytes[at] = (byte) number;
    }

    void four(int number) {
        four(take(Integer.BYTES), number);
    }

    /** Writes a number in the place of another. */
    void four(int at, int number) {
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
        int known = words.number(word);
        four(known);
        if (known < 0) {
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

    /** What was written, which is forgotten. */
    byte[] taken() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    /** Gives what was written from one place to another. */
    void copyTo(OutputStream out, int from, int to) throws IOException {
        out.write(bytes, from, to - from);
    }

    /** Forgets what was written, but not the words. */
    void clear() {
        size = 0;
    }

    /** The same, for good. */
    void release() {
        size = 0;
        bytes = new byte[0];
    }

    /** Reads what was written from a place on. */
    void read(ByteReader reader, int from) {
        reader.read(bytes, from);
    }
}
