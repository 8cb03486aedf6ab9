package bankscore.subsidy.keep;

import bankscore.exact.Money;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link ByteWriter} wrote. What is no such thing ends in an {@link IndexOutOfBoundsException}. */
final class ByteReader {

    private final List<String> words = new ArrayList<>();
    private byte[] bytes = {};
    private int at;

    /** Goes on with other bytes. */
    void read(byte[] others) {
        bytes = others;
        at = 0;
    }

    int one() {
        return bytes[at++];
    }

    int four() {
        int number = (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
        at += Integer.BYTES;
        return number;
    }

    long eight() {
        long high = four();
        return high << Integer.SIZE | (four() & 0xFFFF_FFFFL);
    }

    boolean bool() {
        return one() != 0;
    }

    String word() {
        int number = four();
        if (number >= 0) {
            return words.get(number);
        }
        String word = text();
        words.add(word);
        return word;
    }

    String text() {
        int length = four();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    BigInteger number() {
        int length = four();
        if (length < 1) {
            throw new IndexOutOfBoundsException(length);
        }
        BigInteger number = new BigInteger(bytes, at, length);
        at += length;
        return number;
    }

    Money money() {
        return new Money(number());
    }
}
