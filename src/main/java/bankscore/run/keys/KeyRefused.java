package bankscore.run.keys;

/** A key that is not made or not opened. */
public final class KeyRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    KeyRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why; the words are under {@code key.<NAME>}. */
    public enum Reason {
        /** The person has no key here. */
        ABSENT,
        /** The person has one, which is not written over. */
        THERE,
        /** The password is not his; or something of what says how the key is sealed was changed. */
        PASSWORD,
        /** A new password is too short or too long. */
        WEAK,
        /** The file is no key as they are made here. */
        DAMAGED,
        /** The key is in no line of the signers. */
        NOT_LISTED
    }

    public Reason reason() {
        return reason;
    }
}
