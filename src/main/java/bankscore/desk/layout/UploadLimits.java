package bankscore.desk.layout;

import bankscore.run.inbox.Inbox;

/**
 * How much is taken of what is sent, in bytes.
 *
 * @param file of one file
 * @param period of all files of a period, and so of what is sent at once
 */
public record UploadLimits(long file, long period) {

    private static final long FILE = 200L << 20;

    /** Those of every desk. */
    public static UploadLimits usual() {
        return new UploadLimits(FILE, Inbox.MOST);
    }
}
