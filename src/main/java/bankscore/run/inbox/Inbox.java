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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The folder with what the offices sent for a period. What is replaced or withdrawn is kept beside, in a folder whose name
 * begins with a dot: such ones are not read.
 *
 * @param input the folder with one folder per period
 */
public record Inbox(Path input, Period period) {

    private static final String WITHDRAWN = ".withdrawn";

    /** How many bytes a period's files may have together, unless somebody says less. */
    public static final long MOST = 1L << 30;

    private static final int DEEP = 4;
    private static final int LONGEST_ENDING = 6;
    private static final Pattern SLASH = Pattern.compile("[/\\\\]");

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

    /** Two files that may be one table, spoilt and mended. */
    public record Alike(String older, String newer) {}

    /**
     * Files called alike but for what senders add to a mended one, in one folder, or one of them in none: sent by itself.
     *
     * @param files those of a period
     * @param added what a name ends in besides, as a regular expression
     */
    public static List<Alike> alike(List<Arrived> files, String added) {
        Pattern ending = Pattern.compile("(?:" + added + ")+$");
        List<String> plain = files.stream().map(file -> plain(file, ending)).toList();
        List<Alike> alike = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            for (int j = i + 1; j < files.size(); j++) {
                Arrived one = files.get(i);
                Arrived other = files.get(j);
                if (plain.get(i).equals(plain.get(j)) && areBeside(folder(one), folder(other))) {
                    boolean later = one.at().isAfter(other.at());
                    alike.add(later ? new Alike(other.name(), one.name()) : new Alike(one.name(), other.name()));
                }
            }
        }
        return alike;
    }

    private static boolean areBeside(String one, String other) {
        return one.equals(other) || one.isEmpty() || other.isEmpty();
    }

    private static String folder(Arrived file) {
        return file.name().substring(0, file.name().lastIndexOf('/') + 1);
    }

    /** The last part of its name without its ending and without what is added to a mended file's. */
    private static String plain(Arrived file, Pattern added) {
        String last = file.name().substring(folder(file).length());
        int point = last.lastIndexOf('.');
        String stem = (point > 0 ? last.substring(0, point) : last).toLowerCase(Locale.ROOT);
        String plain = added.matcher(stem).replaceFirst("").strip();
        return plain.isEmpty() ? stem : plain;
    }

    /** A file that is there, by its name; never one elsewhere. */
    public Optional<Path> file(String name) throws IOException {
        return files().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> folder().resolve(each.name()));
    }

    /**
     * A file that is sent.
     *
     * @param name as its sender wrote it, whatever that is
     * @param inFolder whether the name begins with the folders in which it lay, apart by slashes; otherwise its last part counts
     */
    public record Sent(String name, boolean inFolder, Content content) {

        /** Where what it holds is read from. */
        @FunctionalInterface
        public interface Content {
            InputStream open() throws IOException;
        }
    }

    /**
     * What was put in or taken out.
     *
     * @param names as they are called here
     * @param replaced how many of them took the place of another
     */
    public record Done(List<String> names, int replaced) {
        public Done {
            names = List.copyOf(names);
        }
    }

    /**
     * Puts files in, each in the place of one of its name, all or none. Of a folder what is hidden stays out.
     *
     * @param most how many bytes the period may have with them
     * @throws Full if it has no room for them; nothing is kept then
     */
    public Done put(List<Sent> sent, long most) throws IOException, Full {
        return put(sent, Optional.empty(), most);
    }

    /**
     * Puts a file in the place of another, whatever the two are called; the other is kept beside.
     *
     * @return what was put in; empty if there is no such other one, and nothing is kept then
     * @throws Full if there is no room for it; nothing is kept then
     */
    public Optional<Done> replace(String other, Sent sent, long most) throws IOException, Full {
        return file(other).isEmpty() ? Optional.empty() : Optional.of(put(List.of(sent), Optional.of(other), most));
    }

    private Done put(List<Sent> sent, Optional<String> besides, long most) throws IOException, Full {
        Path folder = Privacy.folder(folder());
        Map<Path, String> parts = new LinkedHashMap<>();
        try {
            for (Sent each : sent) {
                Optional<String> name = name(each, parts.values());
                if (name.isPresent()) {
                    Path part = folder.resolve("." + UUID.randomUUID() + ".part");
                    parts.put(part, name.get());
                    try (InputStream content = each.content().open()) {
                        Files.copy(content, part);
                    }
                }
            }
            if (bytes(parts, besides) > most) {
                throw new Full();
            }
            int replaced = besides.isPresent() && withdraw(besides.get()) ? 1 : 0;
            for (Map.Entry<Path, String> each : parts.entrySet()) {
                replaced += withdraw(each.getValue()) ? 1 : 0;
                Path place = folder.resolve(each.getValue());
                Privacy.folder(place.resolveSibling(""));
                Files.move(each.getKey(), place, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Done(List.copyOf(parts.values()), replaced);
        } finally {
            for (Path part : parts.keySet()) {
                Files.deleteIfExists(part);
            }
        }
    }

    /** How many bytes there are with what is put in. */
    private long bytes(Map<Path, String> parts, Optional<String> besides) throws IOException {
        long bytes = 0;
        for (Arrived each : files()) {
            boolean goes = parts.containsValue(each.name()) || besides.equals(Optional.of(each.name()));
            bytes += goes ? 0 : each.bytes();
        }
        for (Path part : parts.keySet()) {
            bytes += Files.size(part);
        }
        return bytes;
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

    /**
     * Its name here; empty if it is hidden in a folder.
     *
     * @param beside the names of what is sent with it
     */
    private Optional<String> name(Sent sent, Collection<String> beside) {
        List<String> steps = sent.inFolder()
                ? Arrays.stream(SLASH.split(sent.name()))
                        .filter(step -> !step.isEmpty() && !step.equals(".") && !step.equals(".."))
                        .toList()
                : List.of(sent.name()
                        .substring(Math.max(
                                        sent.name().lastIndexOf('/'),
                                        sent.name().lastIndexOf('\\'))
                                + 1));
        if (sent.inFolder() && (steps.isEmpty() || hidden(String.join("/", steps)))) {
            return Optional.empty();
        }
        String file = file(steps);
        List<String> folders = steps.subList(0, steps.size() - 1).stream()
                .map(FileNames::part)
                .map(Inbox::plain)
                .toList();
        String path = String.join("/", folders) + "/" + file;
        boolean flat = folders.isEmpty()
                || folders.size() >= DEEP
                || IntStream.rangeClosed(1, folders.size())
                        .mapToObj(deep -> String.join("/", folders.subList(0, deep)))
                        .anyMatch(way -> beside.contains(way) || Files.isRegularFile(folder().resolve(way)));
        // What lies too deep to be looked for, or below what is a file here, is told apart by its whole path.
        return Optional.of(!flat ? path : folders.isEmpty() ? file : plain(FileNames.end(path)));
    }

    /** The last part of what a sender calls a file, of signs that every system takes, with its ending. */
    private static String file(List<String> steps) {
        String last = steps.get(steps.size() - 1);
        int point = last.lastIndexOf('.');
        boolean ends = point > 0 && last.length() - point <= LONGEST_ENDING;
        String stem = FileNames.part(ends ? last.substring(0, point) : last);
        return plain(ends ? stem + "." + FileNames.part(last.substring(point + 1)) : stem);
    }

    private static String plain(String name) {
        return FileNames.isOfOneFolder(name) ? name : "_" + name;
    }
}
