package bankscore.province;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a folder of a county. */
public final class FilesBelow {

    private FilesBelow() {}

    /** Every file below a folder but those that nobody reads, whose names, or whose folders', begin with a point. */
    public static List<Path> of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> Stream.of(folder.relativize(file).toString().split("[/\\\\]", -1))
                            .noneMatch(part -> part.startsWith(".")))
                    .sorted()
                    .toList();
        }
    }
}
