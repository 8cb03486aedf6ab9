package bankscore.store;

import bankscore.office.ForeignRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes deflated (RFC 1950), such as texts as blocks hold them, in UTF-8. */
final class Deflated {

    private static final int BUFFER = 1 << 14;

    private Deflated() {}

    static byte[] of(CharSequence text) {
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] of(byte[] plain) {
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
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length * 8);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && !inflater.finished()) {
                    throw new ForeignRow(table, null);
                }
                bytes.write(buffer, 0, length);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new ForeignRow(table, e);
        } finally {
            inflater.end();
        }
    }

    /** The bytes as they were; absent if these are no such bytes, not so many, or something is behind them. */
    static Optional<byte[]> plain(byte[] content, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(content);
            byte[] plain = new byte[length];
            int at = 0;
            while (at < length) {
                int more = inflater.inflate(plain, at, length - at);
                if (more == 0) {
                    return Optional.empty();
                }
                at += more;
            }
            boolean ends = inflater.inflate(new byte[1]) == 0 && inflater.finished() && inflater.getRemaining() == 0;
            return ends ? Optional.of(plain) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
