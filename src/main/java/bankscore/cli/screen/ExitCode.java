package bankscore.cli.screen;

/** The exit codes that scripts rely on ({@code operations.md#exit-codes}). */
public enum ExitCode {
    /** Done, or nothing new. */
    DONE(0),
    /** A defect of the program. */
    DEFECT(1),
    /** A command that is not understood. */
    USAGE(2),
    /** Findings stop the run. */
    FINDINGS(3),
    /** Configuration is refused. */
    CONFIGURATION(4),
    /** Another run holds the lock. */
    LOCKED(5),
    /** Disk full, read-only, database corrupt or of a newer version. */
    ENVIRONMENT(6),
    /** {@code verify} found a difference. */
    DIFFERENCE(7);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
