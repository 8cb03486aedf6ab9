package bankscore.run.keys;

import bankscore.office.OpenKey;
import bankscore.office.People;
import bankscore.office.Signer;
import bankscore.run.request.Privacy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** The keys of an office, a file a person, which nobody but the user of the program may read. */
public final class KeyFolder {

    /** Each takes 64 MB of memory. */
    private static final int AT_ONCE = 2;

    /** In bytes; a key that was made here has a tenth of that. */
    private static final int LARGEST = 1 << 12;

    private final Path folder;
    private final Semaphore atOnce = new Semaphore(AT_ONCE, true);

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** That beside a folder of configuration. */
    public static KeyFolder beside(Path config) {
        return new KeyFolder(config.toAbsolutePath().normalize().resolveSibling("keys"));
    }

    /** Where a person's key is, or would be. */
    public Path file(String person) {
        if (!Signer.isName(person)) {
            throw new IllegalArgumentException(person);
        }
        return folder.resolve(person + ".key");
    }

    /**
     * Makes a person's key.
     *
     * @return its public half, as the signers' file wants it
     * @throws KeyRefused if he has one, or the password is too short
     */
    public String make(String person, String password) throws IOException, KeyRefused {
        if (Files.exists(file(person), LinkOption.NOFOLLOW_LINKS)) {
            throw new KeyRefused(KeyRefused.Reason.THERE);
        }
        SealedKey key = SealedKey.make(person, password, atOnce);
        write(key);
        return key.key();
    }

    /** Seals a person's key by another password. */
    public void change(String person, String password, String other) throws IOException, KeyRefused {
        write(read(person).again(password, other, atOnce));
    }

    /**
     * Opens a person's key to sign with.
     *
     * @throws KeyRefused if there is none, the password is another, or the key is in no line of the signers
     */
    public OpenKey open(String person, String password, People people) throws IOException, KeyRefused {
        SealedKey sealed = read(person);
        PrivateKey key = sealed.open(password, atOnce);
        Signer signer = people.of(person, sealed.key()).orElseThrow(() -> new KeyRefused(KeyRefused.Reason.NOT_LISTED));
        return new OpenKey(signer, key);
    }

    private SealedKey read(String person) throws IOException, KeyRefused {
        Path file = file(person);
        if (!Files.isRegularFile(file)) {
            throw new KeyRefused(KeyRefused.Reason.ABSENT);
        }
        if (Files.size(file) > LARGEST) {
            throw new KeyRefused(KeyRefused.Reason.DAMAGED);
        }
        SealedKey key = SealedKey.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (!key.person().equals(person)) {
            throw new KeyRefused(KeyRefused.Reason.DAMAGED);
        }
        return key;
    }

    /** Whole or not at all, and for its owner alone from the first byte on. */
    private void write(SealedKey key) throws IOException {
        Path beside = Privacy.folder(folder).resolve("." + UUID.randomUUID());
        FileAttribute<?>[] owner =
                folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try {
            try (FileChannel file =
                    FileChannel.open(beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
                ByteBuffer text = ByteBuffer.wrap(key.text().getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) {
                    file.write(text);
                }
                file.force(true);
            }
            Files.move(beside, file(key.person()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
