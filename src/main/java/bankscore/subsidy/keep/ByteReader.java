package bankscore.subsidy.keep;

import bankscore.exact.Money;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteWriter} wrote. What is no such thing ends in an {@link IndexOutOfBoundsException}. */
final class ByteReader {

    private final KnownWords words;
    private byte[] bytes = {};
    private int at;

    /** Reads by words that are known already. */
    ByteReader(KnownWords words) {
        this.words = words;
    }

    /** Goes on with other bytes, from a place on. */
    void read(byte[] others, int from) {
        bytes = others;
        at = from;
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
        return number < 0 ? words.add(text()) : words.word(number);
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
