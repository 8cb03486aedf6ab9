package bankscore.sheet;

/**
 * How much one file that was sent may cost to read ({@code input.md#limits}); beyond it the file is refused by its name.
 *
 * @param megabytes how large it may be
 * @param csvMegabytes the same for a text file
 * @param millionCells how many millions of cells may be read in it, one that is read twice counting twice
 * @param millionCharacters the same for the characters in them
 * @param seconds how long it may keep the processor
 * @param secondsPerMegabyte how much longer for each megabyte of its own
 */
public record FileLimits(
        int megabytes, int csvMegabytes, int millionCells, int millionCharacters, int seconds, int secondsPerMegabyte) {

    /** What holds where nobody says anything else. */
    public static final FileLimits USUAL = new FileLimits(200, 500, 50, 1000, 30, 2);

    /** How many bytes a file may have. */
    public long bytes(boolean csv) {
        return (long) (csv ? csvMegabytes : megabytes) << 20;
    }
}
