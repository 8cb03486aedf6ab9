package bankscore.run.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A paper of a revision.
 *
 * @param name of its file, behind the folder where papers of one kind lie in one, and a slash
 * @param writing who writes it
 * @param digest its SHA-256, where whoever made it has it already: of half a gigabyte it is not worked out twice
 */
public record PaperFile(String name, Writing writing, Optional<String> digest) {

    public PaperFile(String name, Writing writing) {
        this(name, writing, Optional.empty());
    }

    /** Writes a file that is not there yet. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }
}
