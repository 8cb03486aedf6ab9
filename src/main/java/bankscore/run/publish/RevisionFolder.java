package bankscore.run.publish;

import bankscore.run.request.Deletion;
import bankscore.run.request.Digests;
import bankscore.run.request.PeriodFolder;
import bankscore.run.request.Privacy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of one revision: written beside, forced to disk, renamed into place, never changed afterwards. */
public final class RevisionFolder {

    private static final String BESIDE = ".publishing-";
    private static final Pattern BEGUN = Pattern.compile("\\.publishing-r([1-9][0-9]{0,8})(-.*)?");

    private final Path output;
    private final Path period;

    /** Of a name of its own, so that a run which lost its lock writes into nobody else's. */
    private final Path beside;

    private final Path place;

    public RevisionFolder(PeriodFolder folder, int revision) {
        this.output = folder.output().toAbsolutePath();
        this.period = folder.place();
        this.beside = period.resolve(BESIDE + "r" + revision + "-" + UUID.randomUUID());
        this.place = period.resolve("r" + revision);
    }

    public Path place() {
        return place;
    }

    boolean isInPlace() {
        return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    }

    /** An empty folder to write into. */
    Path prepare() throws IOException {
        return Privacy.folder(beside);
    }

    /** A file of the folder that is written, whose own folder is there. */
    static Path file(Path beside, String name) throws IOException {
        Path file = beside.resolve(name);
        Privacy.folder(file.resolveSibling(""));
        return file;
    }

    /** Forces the files and their folders to disk, and the folders above, which may be new. */
    void force() throws IOException {
        try (Stream<Path> all = Files.walk(beside)) {
            for (Path each : all.toList()) {
                if (Files.isDirectory(each)) {
                    forceFolder(each);
                } else {
                    force(each);
                }
            }
        }
        for (Path above = period.toAbsolutePath(); above.startsWith(output); above = above.resolveSibling("")) {
            forceFolder(above);
        }
    }

    /** Makes sure that nothing stands in its place yet: a published revision never changes. */
    void requireFree() throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString());
        }
    }

    /** Writes the folder with these papers, whole or not at all, where nothing stands yet. */
    public void write(List<PaperFile> papers) throws IOException {
        Path folder = prepare();
        for (PaperFile paper : papers) {
            paper.writing().to(file(folder, paper.name()));
        }
        force();
        intoPlace();
    }

    /** Renames the folder into place. */
    void intoPlace() throws IOException {
        requireFree();
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(period);
    }

    /** Writes a file beside the revisions, whole or not at all, unless it is there; gives whether it was not. */
    static boolean writeBeside(PeriodFolder folder, PaperFile paper) throws IOException {
        Path place = folder.place().resolve(paper.name());
        if (Files.exists(place)) {
            return false;
        }
        Path beside = Privacy.folder(folder.place()).resolve(BESIDE + paper.name());
        Deletion.of(beside);
        paper.writing().to(beside);
        force(beside);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder.place());
        return true;
    }

    /** Writes a file into a folder beside the revisions, whole or not at all, in place of one of other bytes; gives whether it did. */
    public static boolean renewBeside(PeriodFolder folder, String sub, PaperFile paper) throws IOException {
        Path place = folder.place().resolve(sub).resolve(paper.name());
        Path beside = Privacy.folder(folder.place()).resolve(BESIDE + paper.name());
        Deletion.of(beside);
        paper.writing().to(beside);
        if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(beside, place) < 0) {
            Deletion.of(beside);
            return false;
        }
        force(beside);
        Files.move(
                beside,
                Privacy.folder(folder.place().resolve(sub)).resolve(paper.name()),
                StandardCopyOption.ATOMIC_MOVE);
        forceFolder(folder.place().resolve(sub));
        return true;
    }

    /** Writes the folder again from kept files. */
    public void restore(PublishedFiles files) throws IOException {
        Path folder = prepare();
        for (String name : files.digests().keySet()) {
            files.write(name, file(folder, name));
        }
        force();
        Deletion.of(place);
        intoPlace();
    }

    /** Whether the folder holds exactly these files with these bytes. */
    public boolean holds(PublishedFiles files) throws IOException {
        if (!isInPlace()) {
            return false;
        }
        for (Map.Entry<String, String> file : files.digests().entrySet()) {
            Path path = place.resolve(file.getKey());
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || !Digests.of(path).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** The highest revision number that a folder has, whoever made it; 0 if there is none. */
    public static int highest(PeriodFolder folder) throws IOException {
        Path period = folder.place();
        if (!Files.isDirectory(period)) {
            return 0;
        }
        int highest = 0;
        for (Path each : list(period)) {
            String name = each.getFileName().toString();
            if (name.matches("r[1-9][0-9]{0,8}")) {
                highest = Math.max(highest, Integer.parseInt(name.substring(1)));
            }
        }
        return highest;
    }

    /** The numbers of the revisions that an interrupted run was about to publish. */
    public static SortedSet<Integer> begun(PeriodFolder folder) throws IOException {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (Files.isDirectory(folder.place())) {
            for (Path left : list(folder.place())) {
                Matcher name = BEGUN.matcher(left.getFileName().toString());
                if (name.matches()) {
                    numbers.add(Integer.parseInt(name.group(1)));
                }
            }
        }
        return numbers;
    }

    /** Removes what an interrupted run left beside; under the period's lock nobody else writes there. */
    public static void sweep(PeriodFolder folder) throws IOException {
        Path period = folder.place();
        if (!Files.isDirectory(period)) {
            return;
        }
        for (Path left : list(period)) {
            if (left.getFileName().toString().startsWith(BESIDE)) {
                Deletion.of(left);
            }
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Windows cannot open a folder as a file; there the rename itself is made durable by the file system. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
