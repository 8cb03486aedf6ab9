package bankscore.job;

import bankscore.domain.intake.RowIntake;
import bankscore.domain.intake.SheetRow;
import bankscore.read.Rows;
import bankscore.read.UnreadableFile;
import bankscore.read.Workbook;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the rows of all recognised sheets, one after the other. Its position, sheet and row, is saved with every chunk;
 * a restarted step goes on behind it.
 */
final class LineReader implements ItemStreamReader<SheetLine> {

    private static final String SHEET = "sheet";
    private static final String ROW = "row";

    private final Reception reception;
    private final List<Reception.Source> sources;
    private int at;
    private int lastRow = -1;
    private @Nullable OpenSheet open;

    LineReader(Reception reception) {
        this.reception = reception;
        this.sources = reception.setupFails() ? List.of() : reception.sources();
    }

    /** A sheet being read, with what its rows are turned into. */
    private record OpenSheet(Workbook workbook, Rows rows, MergedKeys merged, RowIntake intake) {

        void close() throws IOException {
            rows.close();
            workbook.close();
        }
    }

    @Override
    public void open(ExecutionContext context) {
        at = context.getInt(SHEET, 0);
        int done = context.getInt(ROW, -1);
        lastRow = done;
        if (done >= 0 && at < sources.size()) {
            replay(done);
        }
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
    public @Nullable SheetLine read() throws IOException {
        while (at < sources.size()) {
            int number = sources.get(at).number();
            try {
                OpenSheet sheet = openSheet();
                for (Optional<SheetRow> row = sheet.rows().next();
                        row.isPresent();
                        row = sheet.rows().next()) {
                    if (row.get().index() > header()) {
                        lastRow = row.get().index();
                        return new SheetLine.Data(
                                number,
                                sheet.merged().fill(row.get()),
                                row.get().cells().size(),
                                sheet.intake());
                    }
                }
                nextSheet();
            } catch (UnreadableFile e) {
                nextSheet();
                return new SheetLine.Broken(number, e.finding());
            }
        }
        return null;
    }

    private void nextSheet() throws IOException {
        closeSheet();
        at++;
        lastRow = -1;
    }

    private OpenSheet openSheet() throws UnreadableFile {
        if (open == null) {
            Reception.Source source = sources.get(at);
            Workbook workbook = Workbook.open(source.file());
            open = new OpenSheet(
                    workbook,
                    workbook.rows(source.sheet()),
                    new MergedKeys(workbook, source.sheet(), reception.header(source.number())),
                    reception.intake(source.number()));
        }
        return open;
    }

    private int header() {
        return reception.header(sources.get(at).number()).row();
    }

    private void closeSheet() throws IOException {
        if (open != null) {
            open.close();
            open = null;
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
            closeSheet();
        } catch (IOException e) {
            throw new ItemStreamException("a sheet cannot be closed", e);
        }
    }
}
