package bankscore.run.revisions;

/** A revision that cannot be brought back as it was published. */
public final class NotAsPublished extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public NotAsPublished(Reason reason, String what) {
        super(reason + ": " + what);
        this.reason = reason;
    }

    /** Why; its words are under {@code cli.not_as_published.<name>}. */
    public enum Reason {
        /** An earlier program published it and did not keep register and configuration. */
        NOT_KEPT,
        /** Something in the database was changed since: the figures give another result. */
        CHANGED,
        /** The archive does not hold the files that were published: nothing can be restored from it. */
        ARCHIVE
    }

    public Reason reason() {
        return reason;
    }
}
