package bankscore.run.inbox;

import bankscore.exact.Period;
import bankscore.run.request.FileNames;
import bankscore.run.request.Privacy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder with what the offices sent for a period. What is replaced or withdrawn is kept beside, in a folder whose name
 * begins with a dot: such ones are not read.
 *
 * @param input the folder with one folder per period
 */
public record Inbox(Path input, Period period) {

    private static final String WITHDRAWN = ".withdrawn";

    /** How many bytes a period's files may have together. */
    private static final long MOST = 1L << 30;

    private static final int DEEP = 4;
    private static final int LONGEST_ENDING = 6;

    /**
     * A file that arrived.
     *
     * @param name path in the folder, with forward slashes, as findings call it
     */
    public record Arrived(String name, long bytes, Instant at) {}

    /** The folder is full. */
    public static final class Full extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** The periods that there is a folder of, the latest first. */
    public static List<Period> periods(Path input) throws IOException {
        if (!Files.isDirectory(input)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(input)) {
            return all.filter(Files::isDirectory)
                    .flatMap(each -> Period.parse(each.getFileName().toString()).stream())
                    .sorted((one, other) -> other.compareTo(one))
                    .toList();
        }
    }

    /** The files, by name. */
    public List<Arrived> files() throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Arrived> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, DEEP)) {
            for (Path each : all.sorted().toList()) {
                String name = folder.relativize(each).toString().replace('\\', '/');
                if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS) && !hidden(name)) {
                    FileTime time = Files.getLastModifiedTime(each);
                    files.add(new Arrived(name, Files.size(each), time.toInstant()));
                }
            }
        }
        return files;
    }

    private static boolean hidden(String name) {
        return name.startsWith(".") || name.contains("/.") || name.contains("~$");
    }

    /** A file that is there, by its name; never one elsewhere. */
    public Optional<Path> file(String name) throws IOException {
        return files().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> folder().resolve(each.name()));
    }

    /**
     * Puts a file in, in the place of one of this name.
     *
     * @param said the name as its sender wrote it, whatever that is
     * @return its name here
     * @throws Full if the period has no room for it
     */
    public String put(String said, InputStream content) throws IOException, Full {
        String name = name(said);
        Path folder = Privacy.folder(folder());
        long others = 0;
        for (Arrived each : files()) {
            others += each.name().equals(name) ? 0 : each.bytes();
        }
        Path part = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            Files.copy(content, part);
            if (others + Files.size(part) > MOST) {
                throw new Full();
            }
            withdraw(name);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return name;
    }

    /** Takes a file out and keeps it beside; false if there is none of this name. */
    public boolean withdraw(String name) throws IOException {
        Optional<Path> file = file(name);
        if (file.isEmpty()) {
            return false;
        }
        Path kept = Privacy.folder(folder().resolve(WITHDRAWN));
        String flat = FileNames.end(name);
        Path place = kept.resolve(flat);
        for (int number = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS); number++) {
            place = kept.resolve(number + "-" + flat);
        }
        Files.move(file.get(), place);
        return true;
    }

    private Path folder() {
        return input.resolve(period.toString());
    }

    /** The last part of what a sender calls a file, of signs that every system takes, with its ending. */
    private static String name(String said) {
        String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
        int point = last.lastIndexOf('.');
        boolean ends = point > 0 && last.length() - point <= LONGEST_ENDING;
        String stem = FileNames.part(ends ? last.substring(0, point) : last);
        String name = ends ? stem + "." + FileNames.part(last.substring(point + 1)) : stem;
        return FileNames.isOfOneFolder(name) ? name : "_" + name;
    }
}
