package bankscore.run.publish;

import java.io.IOException;
import java.util.List;

/** What is published of a result: the result itself, its code, and its papers; they are written while it is open. */
public interface Publication extends AutoCloseable {

    /** The verification code of the result (纸电同源). */
    String code();

    /** The bytes of {@code result.json}. */
    byte[] result();

    /** In the order in which the manifest names them, the one that takes longest first. */
    List<PaperFile> papers();

    /** How many papers may be written at once; more would not fit into the heap. */
    int atOnce();

    @Override
    void close() throws IOException;
}
