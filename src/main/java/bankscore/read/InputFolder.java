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
import bankscore.sheet.FileLimits;
import bankscore.sheet.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.Charset;
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

    /**
     * A file as the folder lists it; equal if nobody touched it.
     *
     * @param path as it is, in whatever bytes; what findings call it may be more readable
     */
    record Seen(
            Path path,
            boolean regular,
            long size,
            FileTime modified,
            @Nullable Object key) {}

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** What a path that cannot even be listed is shown by. */
    private static final int LONGEST_SHOWN = 200;

    private final Path folder;
    private final FileLimits limits;

    public InputFolder(Path folder, FileLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** The files of a folder by name, and what in it cannot be listed. */
    private record Listed(SortedMap<String, Seen> seen, List<Finding> unlisted) {}

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
        Listed listed = list(root);
        SortedMap<String, Seen> seen = listed.seen();
        List<Finding> findings = new ArrayList<>(listed.unlisted());
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
                InputFile file = copy(name, entry.getValue(), workFolder);
                String first = nameByDigest.putIfAbsent(file.sha256(), name);
                if (first != null) {
                    findings.add(Finding.of(Code.N105, Place.of(name, "")).with("found", first));
                    continue;
                }
                try {
                    Workbooks.reading(file, opened -> files.add(file));
                } catch (UnreadableFile e) {
                    nameByDigest.remove(file.sha256());
                    Files.delete(file.copy());
                    throw e;
                }
            } catch (UnreadableFile e) {
                findings.add(e.finding());
            }
        }
        Optional<String> changed = firstDifference(seen, list(root).seen());
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
    private static Listed list(Path root) throws IOException {
        SortedMap<String, Seen> seen = new TreeMap<>();
        List<Finding> unlisted = new ArrayList<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean hidden = !directory.equals(root)
                        && isHidden(directory.getFileName().toString());
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = shown(root, file, true);
                seen.put(
                        seen.containsKey(name) ? shown(root, file, false) : name,
                        new Seen(
                                file,
                                attributes.isRegularFile(),
                                attributes.size(),
                                attributes.lastModifiedTime(),
                                attributes.fileKey()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                if (!(e instanceof NoSuchFileException)) {
                    // A folder without rights, or a path longer than the system takes.
                    String name = shown(root, file, true);
                    String cut = name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
                    unlisted.add(UnreadableFile.damaged(Place.of(cut, ""), Damage.ACCESS)
                            .finding());
                }
                return FileVisitResult.CONTINUE;
            }
        };
        Files.walkFileTree(root, visitor);
        return new Listed(seen, unlisted);
    }

    /**
     * What findings call a file: its path below the folder, with forward slashes. A step that is no UTF-8 was mostly written
     * as GBK, by a program that packs archives under Windows.
     *
     * @param readable whether bytes are guessed at; otherwise they are shown by their numbers
     */
    private static String shown(Path root, Path file, boolean readable) {
        StringBuilder name = new StringBuilder();
        Path at = root;
        for (Path step : root.relativize(file)) {
            at = at.resolve(step);
            String plain = step.toString();
            if (plain.indexOf('\uFFFD') >= 0) {
                String uri = at.toUri().getRawPath();
                String bare = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
                String bytes = bare.substring(bare.lastIndexOf('/') + 1);
                plain = readable ? URLDecoder.decode(bytes.replace("+", "%2B"), GB18030) : bytes;
            }
            name.append(name.isEmpty() ? "" : "/").append(plain);
        }
        return name.toString();
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

    private InputFile copy(String name, Seen seen, Path workFolder) throws IOException, InputChanged, UnreadableFile {
        Place place = Place.of(name, "");
        boolean claimed = Content.claimsToBeSpreadsheet(shortName(name));
        Sha256 digest = new Sha256();
        Path whole = Files.createTempFile(workFolder, "copy", ".part");
        long size = 0;
        try (InputStream in = open(seen.path(), name, place);
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
        return new InputFile(name, sha256, size, copy, limits);
    }

    /** Spares the copy of what is plainly no workbook, or too large for one. */
    private void refuseUncopied(Content content, Seen seen, boolean claimed, Place place) throws UnreadableFile {
        if (!claimed && content != Content.ZIP && content != Content.OLE2 && content != Content.OLD_EXCEL) {
            throw UnreadableFile.foreign(place, false, content.name());
        }
        boolean csv = content == Content.TEXT;
        if (seen.size() > limits.bytes(csv)) {
            throw claimed
                    ? UnreadableFile.tooLarge(place, Limit.MEGABYTES, csv ? limits.csvMegabytes() : limits.megabytes())
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
