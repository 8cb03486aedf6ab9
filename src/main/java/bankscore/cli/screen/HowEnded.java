package bankscore.cli.screen;

/** How a command ended where its exit code alone does not tell what comes next. */
public enum HowEnded {
    /** What would be published is published already. */
    NOTHING_NEW,
    /** A strict run was stopped by findings that need no mending, but words. */
    UNEXPLAINED,
    /** There is nothing to show: nothing was run, or nothing falls due. */
    NOTHING,
    /** The answer lies in files. */
    WRITTEN,
    /** Only how far it is was asked. */
    LOOKED,
    /** A decision that is not recorded, for what somebody did before it, or did not. */
    REFUSED,
    /** It was done with the sample. */
    SAMPLE
}
