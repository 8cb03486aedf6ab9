package bankscore.subsidy.keep;

import bankscore.exact.Money;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts and numbers as bytes. A text that comes again and again, such as a column's id, is written once and then by its
 * number, so whoever reads must have read from the beginning.
 */
final class Bytes {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    /** Writes a text of which there are few. */
    void word(DataOutputStream to, String word) throws IOException {
        Integer known = numbers.get(word);
        to.writeInt(known == null ? -1 : known);
        if (known == null) {
            numbers.put(word, numbers.size());
            text(to, word);
        }
    }

    /** Reads a text of which there are few. */
    String word(DataInputStream from) throws IOException {
        int number = from.readInt();
        if (number >= 0) {
            return words.get(number);
        }
        String word = text(from);
        words.add(word);
        return word;
    }

    static void text(DataOutputStream to, String text) throws IOException {
        array(to, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(DataInputStream from) throws IOException {
        return new String(array(from), StandardCharsets.UTF_8);
    }

    static void number(DataOutputStream to, BigInteger number) throws IOException {
        array(to, number.toByteArray());
    }

    static BigInteger number(DataInputStream from) throws IOException {
        return new BigInteger(array(from));
    }

    static void money(DataOutputStream to, Money money) throws IOException {
        number(to, money.fen());
    }

    static Money money(DataInputStream from) throws IOException {
        return new Money(number(from));
    }

    private static void array(DataOutputStream to, byte[] bytes) throws IOException {
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static byte[] array(DataInputStream from) throws IOException {
        return from.readNBytes(from.readInt());
    }
}
