package bankscore.run.stage;

import bankscore.finding.Finding;
import bankscore.intake.row.RowIntake;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.run.take.Recognition;
import bankscore.sheet.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the rows of all recognised sheets, one after the other, and checks them, ahead of the writer: while some are
 * stored, the next ones are checked and those behind them read. Its position, sheet and row of the last line handed out, is
 * saved with every chunk; a restarted step goes on behind it.
 */
public final class RowReader implements ItemStreamReader<StagedRows> {

    private static final String SHEET = "sheet";
    private static final String ROW = "row";
    /** Lines are handed on by so many rows, or rows of so many cells. */
    private static final int ROWS = 512;

    private static final int CELLS = 4096;
    /** Or of so many characters: a few portions wait in memory. */
    private static final int CHARACTERS = 1 << 18;

    private final Recognition reception;
    private final List<Recognition.Source> sources;
    private int at;
    private int lastRow = -1;
    private @Nullable ReadAhead<SheetRows> read;
    private @Nullable ReadAhead<StagedRows> checked;
    // What follows belongs to the reading thread as long as there is one.
    private int reading;
    private @Nullable Workbook workbook;
    private @Nullable OpenSheet open;
    private @Nullable SheetRows broken;

    public RowReader(Recognition reception) {
        this.reception = reception;
        this.sources = reception.setupFails() ? List.of() : reception.sources();
    }

    /** A sheet being read, with what its rows are turned into. */
    private record OpenSheet(Rows rows, MergedKeys merged, RowIntake intake) {}

    @Override
    public void open(ExecutionContext context) {
        at = context.getInt(SHEET, 0);
        int done = context.getInt(ROW, -1);
        lastRow = done;
        reading = at;
        if (done >= 0 && at < sources.size()) {
            replay(done);
        }
        ReadAhead<SheetRows> lines = new ReadAhead<>("read", this::lines);
        read = lines;
        checked = new ReadAhead<>("check", () -> {
            SheetRows some = lines.next();
            return some == null ? null : staged(some);
        });
    }

    private StagedRows staged(SheetRows some) {
        try {
            return some.staged();
        } catch (OutOfMemoryError | StackOverflowError e) {
            return new SheetRows.Broken(some.source(), some.sheet(), exhausting(some.source(), e)).staged();
        }
    }

    private Finding exhausting(int source, VirtualMachineError thrown) {
        return UnreadableFile.exhausting(sources.get(source).file().name(), thrown)
                .finding();
    }

    /** Shows the rows before the position to the sheet's intake again: it remembers where the last one stood. */
    private void replay(int done) {
        try {
            OpenSheet sheet = openSheet();
            Optional<SheetRow> row = Optional.empty();
            for (int seen = -1; seen < done; seen = row.get().index()) {
                row = sheet.rows().next();
                if (row.isEmpty()) {
                    return;
                }
                if (row.get().index() > header()) {
                    sheet.intake().take(sheet.merged().fill(row.get()));
                }
            }
        } catch (UnreadableFile e) {
            throw new ItemStreamException("the position cannot be found again", e);
        }
    }

    @Override
    public @Nullable StagedRows read() throws Exception {
        ReadAhead<StagedRows> lines = checked;
        if (lines == null) {
            throw new IllegalStateException("not open");
        }
        StagedRows some = lines.next();
        if (some == null) {
            at = sources.size();
            lastRow = -1;
        } else if (some.last() == StagedRows.REST) {
            at = some.source() + 1;
            lastRow = -1;
        } else {
            at = some.source();
            lastRow = some.last();
        }
        return some;
    }

    /** The next lines, all of one sheet; null after the last ones. */
    private @Nullable SheetRows lines() throws IOException {
        SheetRows lines = broken;
        broken = null;
        while (lines == null && reading < sources.size()) {
            lines = linesOfSheet();
        }
        return lines;
    }

    /** The next lines of the sheet being read; null if it has ended. */
    private @Nullable SheetRows linesOfSheet() throws IOException {
        int source = reading;
        int number = sources.get(source).number();
        List<SheetRow> rows = new ArrayList<>();
        long cells = 0;
        long characters = 0;
        try {
            OpenSheet sheet = openSheet();
            int header = header();
            while (rows.size() < ROWS && cells < CELLS && characters < CHARACTERS) {
                Optional<SheetRow> row = sheet.rows().next();
                if (row.isEmpty()) {
                    break;
                }
                if (row.get().index() > header) {
                    rows.add(sheet.merged().fill(row.get()));
                    cells += row.get().cells().size();
                    characters += row.get().characters();
                }
            }
            if (rows.isEmpty()) {
                nextSheet();
                return null;
            }
            return new SheetRows.Data(source, number, rows, cells, sheet.intake());
        } catch (UnreadableFile e) {
            return rest(new SheetRows.Broken(source, number, e.finding()), rows, cells);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return rest(new SheetRows.Broken(source, number, exhausting(source, e)), List.of(), 0);
        }
    }

    /** What was read before a sheet broke off; then that it did. */
    private SheetRows rest(SheetRows.Broken rest, List<SheetRow> rows, long cells) throws IOException {
        OpenSheet sheet = open;
        nextSheet();
        if (sheet == null || rows.isEmpty()) {
            return rest;
        }
        broken = rest;
        return new SheetRows.Data(rest.source(), rest.sheet(), rows, cells, sheet.intake());
    }

    /** A file stays open from its first sheet to its last, so that all of it spends from one budget. */
    private void nextSheet() throws IOException {
        InputFile file = sources.get(reading).file();
        closeSheet();
        reading++;
        if (reading == sources.size() || !sources.get(reading).file().equals(file)) {
            closeFile();
        }
    }

    private OpenSheet openSheet() throws UnreadableFile {
        if (open == null) {
            Recognition.Source source = sources.get(reading);
            Workbook file = workbook == null ? Workbooks.open(source.file()) : workbook;
            workbook = file;
            open = new OpenSheet(
                    file.rows(source.sheet()),
                    new MergedKeys(file, source.sheet(), reception.header(source.number())),
                    reception.intake(source.number()));
        }
        return open;
    }

    private int header() {
        return reception.header(sources.get(reading).number()).row();
    }

    private void closeSheet() throws IOException {
        if (open != null) {
            open.rows().close();
            open = null;
        }
    }

    private void closeFile() throws IOException {
        closeSheet();
        if (workbook != null) {
            workbook.close();
            workbook = null;
        }
    }

    @Override
    public void update(ExecutionContext context) {
        context.putInt(SHEET, at);
        context.putInt(ROW, lastRow);
    }

    @Override
    public void close() {
        try {
            // First who asks, then who is asked.
            if (checked != null) {
                checked.close();
                checked = null;
            }
            if (read != null) {
                read.close();
                read = null;
            }
            closeFile();
        } catch (IOException e) {
            throw new ItemStreamException("a sheet cannot be closed", e);
        }
    }
}
