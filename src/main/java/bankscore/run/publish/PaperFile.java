package bankscore.run.publish;

import java.io.IOException;
import java.nio.file.Path;

/** A paper of a revision: the name of its file, and who writes it. */
public record PaperFile(String name, Writing writing) {

    /** Writes a file that is not there yet. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }
}
