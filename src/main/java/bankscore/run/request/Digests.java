package bankscore.run.request;

import bankscore.exact.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** SHA-256 of files. */
public final class Digests {

    private Digests() {}

    public static String of(Path file) throws IOException {
        Sha256 digest = new Sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got > 0; got = in.read(buffer)) {
                digest.add(buffer, 0, got);
            }
        }
        return digest.hex();
    }
}
