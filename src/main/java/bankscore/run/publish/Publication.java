package bankscore.run.publish;

import java.util.List;

/** What is published of a result. */
public final class Publication {

    private final String code;
    private final byte[] result;
    private final List<PaperFile> papers;
    private final int atOnce;

    /**
     * A result with its papers.
     *
     * @param code the verification code (纸电同源)
     * @param result the bytes of {@code result.json}
     * @param papers in the order in which the manifest names them, the one that takes longest first
     * @param atOnce how many of them may be written at once; more would not fit into the heap
     */
    public Publication(String code, byte[] result, List<PaperFile> papers, int atOnce) {
        this.code = code;
        this.result = result.clone();
        this.papers = List.copyOf(papers);
        this.atOnce = atOnce;
    }

    String code() {
        return code;
    }

    byte[] result() {
        return result.clone();
    }

    List<PaperFile> papers() {
        return papers;
    }

    int atOnce() {
        return atOnce;
    }
}
