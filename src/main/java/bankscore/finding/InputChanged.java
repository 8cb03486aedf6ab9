package bankscore.finding;

/** A file was written, replaced, added or removed while the inputs were being copied. */
public final class InputChanged extends Exception {

    private final String file;

    public InputChanged(String file) {
        super("changed while it was copied: " + file);
        this.file = file;
    }

    /** The file's path relative to the period's folder, with forward slashes. */
    public String file() {
        return file;
    }
}
