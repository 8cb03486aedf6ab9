package bankscore.run.publish;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A paper of a revision.
 *
 * @param name of its file, behind the folder where papers of one kind lie in one, and a slash
 * @param writing who writes it
 */
public record PaperFile(String name, Writing writing) {

    /** Writes a file that is not there yet. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }
}
