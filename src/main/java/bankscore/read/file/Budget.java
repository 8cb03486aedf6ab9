package bankscore.read.file;

import bankscore.sheet.CellRef;
import bankscore.sheet.FileLimits;
import bankscore.sheet.Place;
import java.lang.management.ManagementFactory;

/**
 * What is left of what reading one file may cost: cells, characters and time of the processor. All readers of all formats
 * spend from it, whatever they read, so that no shape of a file can cost more than its {@link FileLimits}.
 *
 * <p>It belongs to an opened workbook and to the thread that reads it.
 */
public final class Budget {

    /** Steps between two looks at the clock. */
    private static final int STEPS = 4096;

    private static final long SECOND = 1_000_000_000L;
    /** So long nothing is measured, or half of what there is: nearly every file is read by then. */
    private static final long UNMEASURED = 5 * SECOND;

    private final Place file;
    private final FileLimits limits;
    private final long nanos;
    private final long unmeasured;
    private final long began = System.nanoTime();
    private long measuredFrom = -1;
    private long measuredBy = -1;
    private int steps;
    private long cells;
    private long characters;
    private long inRow;

    public Budget(InputFile file, FileLimits limits) {
        this.file = Place.of(file.name(), "");
        this.limits = limits;
        long megabytes = file.size() >> 20;
        this.nanos = (limits.seconds() + megabytes * limits.secondsPerMegabyte()) * SECOND;
        this.unmeasured = Math.min(UNMEASURED, nanos / 2);
    }

    /** One element, record or cell is read. */
    public void step() throws UnreadableFile {
        if (++steps >= STEPS) {
            steps = 0;
            look();
        }
    }

    /** A row begins. */
    public void row() {
        inRow = 0;
    }

    /**
     * A filled cell of so many characters is read.
     *
     * @param sheet its file and sheet
     */
    public void cell(int length, Place sheet, CellRef at) throws UnreadableFile {
        step();
        if (++cells > limits.millionCells() * 1_000_000L) {
            throw UnreadableFile.tooLarge(file, Limit.CELLS, limits.millionCells() * 1_000_000L);
        }
        characters += length;
        inRow += length;
        if (inRow > Limit.ROW_TEXT.bound()) {
            throw UnreadableFile.tooLarge(sheet.at(at.a1()), Limit.ROW_TEXT);
        }
        if (characters > limits.millionCharacters() * 1_000_000L) {
            throw UnreadableFile.tooLarge(file, Limit.CHARACTERS, limits.millionCharacters() * 1_000_000L);
        }
    }

    /** The clock of the wall is asked first: it is cheap, and rarely says that the other one must be asked. */
    private void look() throws UnreadableFile {
        if (System.nanoTime() - began < unmeasured) {
            return;
        }
        long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long thread = Thread.currentThread().getId();
        if (measuredBy != thread) {
            measuredBy = thread;
            measuredFrom = worked;
        } else if (worked - measuredFrom > nanos - unmeasured) {
            throw UnreadableFile.tooLarge(file, Limit.SECONDS, nanos / SECOND);
        }
    }
}
