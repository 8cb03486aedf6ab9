package bankscore.read.xlsx;

import bankscore.read.file.Limit;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that ends with an error beyond a number of bytes, or if no {@code <} comes for too long.
 *
 * <p>A tag cannot hold a {@code <}, so the second bound keeps the parser from gathering a gigabyte for one attribute.
 */
final class BoundedStream extends InputStream {

    private final InputStream in;
    private final long maxBytes;
    private long count;
    private long sinceTag;
    private boolean failed;
    private @Nullable Limit exceeded;

    BoundedStream(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    @Nullable
    Limit exceeded() {
        return exceeded;
    }

    boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int got;
        try {
            got = in.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            failed = true;
            String message = e.getMessage();
            if (message != null && message.startsWith("Zip bomb")) {
                exceeded = Limit.EXPANSION;
            }
            throw new IOException(e);
        }
        if (got > 0) {
            count += got;
            if (count > maxBytes) {
                exceeded = maxBytes <= Limit.DESCRIPTION_BYTES.bound() ? Limit.DESCRIPTION_BYTES : Limit.BYTES;
                throw new IOException("part too long");
            }
            lookForTags(bytes, offset, got);
        }
        return got;
    }

    /** Counts what came without a {@code <}; between two of them in one piece there is never too much. */
    private void lookForTags(byte[] bytes, int offset, int length) throws IOException {
        int first = offset;
        int end = offset + length;
        while (first < end && bytes[first] != '<') {
            first++;
        }
        sinceTag += first - offset;
        if (sinceTag > Limit.TOKEN_BYTES.bound()) {
            exceeded = Limit.TOKEN_BYTES;
            throw new IOException("tag or text too long");
        }
        if (first < end) {
            int last = end - 1;
            while (bytes[last] != '<') {
                last--;
            }
            sinceTag = (long) end - 1 - last;
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException | RuntimeException e) {
            // As above: nothing was written.
        }
    }
}
