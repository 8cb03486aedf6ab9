package bankscore.store;

import bankscore.office.ForeignRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes deflated (RFC 1950), such as texts as blocks hold them, in UTF-8. */
public final class Deflated {

    private static final int BUFFER = 1 << 14;

    private Deflated() {}

    static byte[] of(CharSequence text) {
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] of(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * The text as it was.
     *
     * @throws ForeignRow of the table if these are no such bytes
     */
    static String text(byte[] content, String table) {
        return inflated(content, table).toString(StandardCharsets.UTF_8);
    }

    /**
     * The bytes as they were.
     *
     * @throws ForeignRow of the table if these are no such bytes
     */
    public static byte[] plain(byte[] content, String table) {
        return inflated(content, table).toByteArray();
    }

    private static ByteArrayOutputStream inflated(byte[] content, String table) {
        return inflated(content, Integer.MAX_VALUE).orElseThrow(() -> new ForeignRow(table, null));
    }

    /** The bytes as they were; absent if these are no such bytes, or not so many. */
    static Optional<byte[]> plain(byte[] content, int length) {
        return inflated(content, length)
                .filter(plain -> plain.size() == length)
                .map(ByteArrayOutputStream::toByteArray);
    }

    private static Optional<ByteArrayOutputStream> inflated(byte[] content, int most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(most, 8L * content.length));
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if ((length == 0 && !inflater.finished()) || length > most - bytes.size()) {
                    return Optional.empty();
                }
                bytes.write(buffer, 0, length);
            }
            return inflater.getRemaining() == 0 ? Optional.of(bytes) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
