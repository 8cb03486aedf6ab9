package bankscore.run.questions;

/** Something that was asked for is not there. */
public final class Missing extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String name;
    private final String nearest;

    public Missing(Kind kind, String name) {
        this(kind, name, "");
    }

    public Missing(Kind kind, String name, String nearest) {
        super(kind + ": " + name);
        this.kind = kind;
        this.name = name;
        this.nearest = nearest;
    }

    /** What is missing. */
    public enum Kind {
        /** No such revision is published. */
        REVISION,
        /** No such rule is in the configuration. */
        SCHEME,
        /** The register does not know the bank. */
        BANK,
        /** Nobody of that name or reference has a line. */
        CLAIMANT,
        /** The rule's application does not answer such a question. */
        QUESTION
    }

    public Kind kind() {
        return kind;
    }

    /** As it was asked for. */
    public String name() {
        return name;
    }

    /** What may have been meant; empty if nothing is known. */
    public String nearest() {
        return nearest;
    }
}
