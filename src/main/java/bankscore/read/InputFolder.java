package bankscore.read;

import bankscore.exact.Sha256;
import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.finding.InputChanged;
import bankscore.finding.Level;
import bankscore.read.file.Content;
import bankscore.read.file.Damage;
import bankscore.read.file.InputFile;
import bankscore.read.file.Limit;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.sheet.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder with what the offices sent for a period.
 *
 * <p>Every workbook is copied and hashed first, and only the copy is read, so that the digest is the digest of what was
 * scored. Links are never followed.
 */
public final class InputFolder {

    /**
     * What the folder holds.
     *
     * @param files the workbooks that opened, each content once, by name
     * @param findings about the others: what is open elsewhere, then by name
     */
    public record Taken(List<InputFile> files, List<Finding> findings) {

        public Taken {
            files = List.copyOf(files);
            findings = List.copyOf(findings);
        }
    }

    /** A file as the folder lists it; equal if nobody touched it. */
    record Seen(
            boolean regular,
            long size,
            FileTime modified,
            @Nullable Object key) {}

    private final Path folder;

    public InputFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies the workbooks into a folder and opens each copy once.
     *
     * @param workFolder outside this folder; made if it is not there
     * @throws InputChanged if the folder changed meanwhile
     * @throws IOException if the copies cannot be written
     */
    public Taken take(Path workFolder) throws IOException, InputChanged {
        if (!Files.isDirectory(folder)) {
            return new Taken(List.of(), List.of(nothing()));
        }
        Files.createDirectories(workFolder);
        Path root = folder.toRealPath();
        SortedMap<String, Seen> seen = list(root);
        List<Finding> findings = new ArrayList<>();
        List<InputFile> files = new ArrayList<>();
        Map<String, String> nameByDigest = new HashMap<>();
        TreeSet<String> locked = new TreeSet<>();
        for (String name : seen.keySet()) {
            lockedBy(name).ifPresent(real -> {
                if (seen.containsKey(real)) {
                    locked.add(real);
                    findings.add(Finding.of(Code.E106, Place.of(real, "")).with("found", shortName(name)));
                } else if (!isHidden(name)) {
                    findings.add(Finding.of(Code.N108, Place.of(name, "")).with("found", shortName(real)));
                }
            });
        }
        for (Map.Entry<String, Seen> entry : seen.entrySet()) {
            String name = entry.getKey();
            if (isIgnored(name) || locked.contains(name)) {
                continue;
            }
            if (!entry.getValue().regular()) {
                findings.add(noted(name, "LINK"));
                continue;
            }
            try {
                InputFile file = copy(root, name, entry.getValue(), workFolder);
                String first = nameByDigest.putIfAbsent(file.sha256(), name);
                if (first != null) {
                    findings.add(Finding.of(Code.N105, Place.of(name, "")).with("found", first));
                    continue;
                }
                try (Workbook opened = Workbooks.open(file)) {
                    Objects.requireNonNull(opened);
                    files.add(file);
                } catch (UnreadableFile e) {
                    nameByDigest.remove(file.sha256());
                    Files.delete(file.copy());
                    throw e;
                }
            } catch (UnreadableFile e) {
                findings.add(e.finding());
            }
        }
        Optional<String> changed = firstDifference(seen, list(root));
        if (changed.isPresent()) {
            throw new InputChanged(changed.get());
        }
        if (files.isEmpty() && findings.stream().noneMatch(finding -> finding.level() == Level.ERROR)) {
            findings.add(0, nothing());
        }
        return new Taken(files, findings);
    }

    private Finding nothing() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return Finding.of(Code.E101, Place.NONE).with("found", name == null ? "" : name);
    }

    private static Finding noted(String name, String found) {
        return Finding.of(Code.N106, Place.of(name, "")).with("found", found);
    }

    /** All files and links below a folder, by path; the same order on every system. Hidden folders are not looked into. */
    private static SortedMap<String, Seen> list(Path root) throws IOException {
        SortedMap<String, Seen> seen = new TreeMap<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean hidden = !directory.equals(root)
                        && isHidden(directory.getFileName().toString());
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                StringBuilder name = new StringBuilder();
                for (Path step : root.relativize(file)) {
                    name.append(name.isEmpty() ? "" : "/").append(step);
                }
                seen.put(
                        name.toString(),
                        new Seen(
                                attributes.isRegularFile(),
                                attributes.size(),
                                attributes.lastModifiedTime(),
                                attributes.fileKey()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        };
        Files.walkFileTree(root, visitor);
        return seen;
    }

    /** The first name whose file is not as it was before. */
    static Optional<String> firstDifference(SortedMap<String, Seen> before, SortedMap<String, Seen> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !isIgnored(name) && !Objects.equals(before.get(name), after.get(name)))
                .findFirst();
    }

    /** The workbook that is open, if the name is a lock file's: of Excel and WPS, of WPS on Linux, of LibreOffice. */
    private static Optional<String> lockedBy(String name) {
        String lock = shortName(name);
        String real = lock.startsWith("~$")
                ? lock.substring(2)
                : lock.startsWith(".~lock.") && lock.endsWith("#")
                        ? lock.substring(".~lock.".length(), lock.length() - 1)
                        : lock.startsWith(".~") ? lock.substring(2) : "";
        return Content.claimsToBeSpreadsheet(real)
                ? Optional.of(name.substring(0, name.length() - lock.length()) + real)
                : Optional.empty();
    }

    /** What operating systems and editors leave behind. */
    private static boolean isIgnored(String name) {
        String file = shortName(name);
        return file.startsWith("~$")
                || isHidden(file)
                || file.equalsIgnoreCase("Thumbs.db")
                || file.equalsIgnoreCase("desktop.ini");
    }

    /** Whether a file or folder is none of the offices': its name begins with a dot. One that begins with two tells a path. */
    private static boolean isHidden(String name) {
        String file = shortName(name);
        return file.startsWith(".") && !file.startsWith("..");
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static InputFile copy(Path root, String name, Seen seen, Path workFolder)
            throws IOException, InputChanged, UnreadableFile {
        Path original = root.resolve(name);
        Place place = Place.of(name, "");
        boolean claimed = Content.claimsToBeSpreadsheet(shortName(name));
        Sha256 digest = new Sha256();
        Path whole = Files.createTempFile(workFolder, "copy", ".part");
        long size = 0;
        try (InputStream in = open(original, name, place);
                OutputStream out = Files.newOutputStream(whole)) {
            byte[] buffer = new byte[1 << 16];
            for (int got = read(in, buffer, place); got > 0; got = read(in, buffer, place)) {
                if (size == 0) {
                    refuseUncopied(Content.of(head(buffer, got)), seen, claimed, place);
                }
                digest.add(buffer, 0, got);
                out.write(buffer, 0, got);
                size += got;
                if (size > seen.size()) {
                    throw new InputChanged(name);
                }
            }
        } catch (IOException | InputChanged | UnreadableFile | RuntimeException e) {
            Files.deleteIfExists(whole);
            throw e;
        }
        if (size != seen.size()) {
            Files.delete(whole);
            throw new InputChanged(name);
        }
        String sha256 = digest.hex();
        Path copy = workFolder.resolve(sha256);
        Files.move(whole, copy, StandardCopyOption.REPLACE_EXISTING);
        return new InputFile(name, sha256, size, copy);
    }

    /** Spares the copy of what is plainly no workbook, or too large for one. */
    private static void refuseUncopied(Content content, Seen seen, boolean claimed, Place place) throws UnreadableFile {
        if (!claimed && content != Content.ZIP && content != Content.OLE2 && content != Content.OLD_EXCEL) {
            throw UnreadableFile.foreign(place, false, content.name());
        }
        if (seen.size() > Limit.BYTES.bound()) {
            throw claimed
                    ? UnreadableFile.tooLarge(place, Limit.BYTES, seen.size())
                    : UnreadableFile.foreign(place, false, content.name());
        }
    }

    private static byte[] head(byte[] buffer, int length) {
        byte[] head = new byte[Math.min(length, 4096)];
        System.arraycopy(buffer, 0, head, 0, head.length);
        return head;
    }

    private static InputStream open(Path original, String name, Place place) throws InputChanged, UnreadableFile {
        try {
            return Files.newInputStream(original, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new InputChanged(name);
        } catch (IOException e) {
            throw UnreadableFile.damaged(place, Damage.ACCESS, e);
        }
    }

    /** Told apart from a copy that cannot be written: a file that cannot be read is a finding. */
    private static int read(InputStream in, byte[] buffer, Place place) throws UnreadableFile {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw UnreadableFile.damaged(place, Damage.ACCESS, e);
        }
    }
}
