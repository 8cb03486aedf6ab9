package bankscore.run.request;

import bankscore.exact.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a jurisdiction publishes when several share a database and, perhaps, an output folder: the first one to come has
 * the folder itself, every other one a folder of its name in it, so that their revisions never meet.
 */
public final class JurisdictionFolder {

    private static final String OWNER = ".jurisdiction";
    private static final int LONGEST = 60;

    private JurisdictionFolder() {}

    /** Takes the folder, or a folder in it if another jurisdiction came first. */
    public static Path take(Path output, String jurisdiction) throws IOException {
        Path mine = place(output, jurisdiction, owner(output, jurisdiction));
        return Privacy.folder(mine);
    }

    /** Whose folder it is; two that ask at once are told the same. A lock of a file keeps other processes out, not threads. */
    private static synchronized String owner(Path output, String jurisdiction) throws IOException {
        try (FileChannel file = FileChannel.open(
                        output.resolve(OWNER),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
                FileLock lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IOException("not locked: " + output.resolve(OWNER));
            }
            if (file.size() > 0) {
                return new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
            }
            file.write(ByteBuffer.wrap(jurisdiction.getBytes(StandardCharsets.UTF_8)));
            file.force(true);
            return jurisdiction;
        }
    }

    private static Path place(Path output, String jurisdiction, String owner) {
        return jurisdiction.equals(owner) ? output : within(output, jurisdiction);
    }

    /** The folder that a jurisdiction has in one that another one owns. */
    public static Path within(Path output, String jurisdiction) {
        return output.resolve(name(jurisdiction));
    }

    /** A name that every system takes and no period has. */
    private static String name(String jurisdiction) {
        if (jurisdiction.matches("[\\p{IsHan}]{1,30}")) {
            return jurisdiction;
        }
        String bare = jurisdiction.replaceAll("[^\\p{L}\\p{N}]+", "_");
        return bare.substring(0, Math.min(bare.length(), LONGEST)) + "-"
                + Sha256.of(jurisdiction).substring(0, 8);
    }
}
