package bankscore.run.request;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may read what is written: the user who runs the program, and nobody else unless the office shares it with a group
 * ({@code operations.md#who-may-read}). A folder is its owner's from the moment it is made; what lies in it gets its
 * rights when the command ends. Where the system has no such rights, as on Windows, those of the folder above count.
 */
public final class Privacy {

    /** What a folder of output holds of ours; it may be somebody's home and hold much else. */
    private static final String OURS =
            "bankscore\\.(?:upgrading\\.)?(?:mv|trace)\\.db|\\.(?:lock|jurisdiction|work)|log|compare|[0-9]{4}Q[1-4]";

    private static final String RIGHTS = "unix:mode";
    private static final int OWNER_READS = 0500;
    private static final int GROUP = 0070;
    private static final int OTHERS = 0007;

    private Privacy() {}

    /** A folder, made for its owner alone if it is not there, like those above it that are not. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, owner(folder));
    }

    private static FileAttribute<?>[] owner(Path at) {
        return at.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Takes from everybody else what he may do with everything of ours in a folder, but for what the group may read.
     *
     * @param group whether the group may read
     */
    public static void settle(Path output, boolean group) throws IOException {
        if (!Files.isDirectory(output)
                || !output.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        List<Path> ours;
        try (Stream<Path> all = Files.list(output)) {
            ours = all.filter(each -> each.getFileName().toString().matches(OURS))
                    .toList();
        }
        for (Path each : ours) {
            tree(each, group);
        }
    }

    /** The same for a folder that is ours whole. Links are never followed: they may lead anywhere. */
    public static void tree(Path root, boolean group) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                one(file, group);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // A colleague's, who settles it himself, or gone meanwhile.
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                one(folder, group);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void one(Path path, boolean group) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return;
        }
        try {
            int now = (Integer) Files.getAttribute(path, RIGHTS, LinkOption.NOFOLLOW_LINKS) & 07777;
            int groups = group ? (now & OWNER_READS) >> 3 : 0;
            int then = (now & ~(GROUP | OTHERS)) | groups;
            if (then != now) {
                Files.setAttribute(path, RIGHTS, then);
            }
        } catch (FileSystemException e) {
            // A colleague's, who settles it himself, or gone meanwhile.
            return;
        }
    }
}
