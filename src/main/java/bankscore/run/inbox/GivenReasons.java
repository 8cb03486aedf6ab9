package bankscore.run.inbox;

import bankscore.facts.WrittenReason;
import bankscore.finding.ConfigException;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.dataset.DatasetLoader;
import bankscore.paper.returns.ReasonBook;
import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.CellValue;
import bankscore.sheet.FileLimits;
import bankscore.sheet.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reasons that are given on the spot: kept as a workbook of the dataset of reasons among what was sent. */
public final class GivenReasons {

    private final Inbox inbox;
    private final Dataset dataset;
    private final String name;

    private GivenReasons(Inbox inbox, Dataset dataset, Words words) {
        this.inbox = inbox;
        this.dataset = dataset;
        this.name = words.text("inbox.reasons", "dataset", dataset.name());
    }

    /**
     * Those of a period.
     *
     * @param config the folder of the configuration
     * @throws ConfigException if its dataset files are refused
     */
    public static GivenReasons of(Inbox inbox, Path config, Words words) throws ConfigException {
        Dataset reasons = DatasetLoader.loadAll(config.resolve("datasets")).stream()
                .filter(each -> each.rows() == Dataset.Rows.REASON)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no dataset of reasons"));
        return new GivenReasons(inbox, reasons, words);
    }

    /** What its workbook is called. */
    public String name() {
        return name;
    }

    /** Keeps a reason, in place of the one that was given for the same finding. */
    public void give(PrintedFinding finding, String reason, String by) throws IOException, Inbox.Full {
        WrittenReason given = new WrittenReason(
                finding.code().name(), finding.place().file(), finding.place().cell(), reason.strip(), by);
        List<WrittenReason> all = new ArrayList<>(kept());
        all.removeIf(each -> each.code().equals(given.code())
                && each.file().equals(given.file())
                && each.cell().equals(given.cell()));
        if (!given.reason().isEmpty()) {
            all.add(given);
        }
        if (all.isEmpty()) {
            inbox.withdraw(name);
        } else {
            byte[] book = ReasonBook.of(dataset, all);
            inbox.put(List.of(new Inbox.Sent(name, false, () -> new ByteArrayInputStream(book))), Inbox.MOST);
        }
    }

    /** What was given before. */
    public List<WrittenReason> kept() throws IOException {
        Optional<Path> file = inbox.file(name);
        if (file.isEmpty()) {
            return List.of();
        }
        InputFile input = new InputFile(name, "", Files.size(file.get()), file.get(), FileLimits.USUAL);
        try {
            return Workbooks.<List<WrittenReason>, IOException>reading(input, workbook -> {
                try (Rows rows = workbook.rows(workbook.sheets().get(0))) {
                    return rows(rows);
                }
            });
        } catch (UnreadableFile e) {
            throw new IOException(e);
        }
    }

    private List<WrittenReason> rows(Rows rows) throws UnreadableFile {
        List<WrittenReason> all = new ArrayList<>();
        rows.skipTo(1);
        for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            SheetRow each = row.get();
            all.add(new WrittenReason(
                    text(each, Column.Role.CODE),
                    text(each, Column.Role.FILE),
                    text(each, Column.Role.CELL),
                    text(each, Column.Role.REASON),
                    text(each, Column.Role.BY)));
        }
        return all;
    }

    private String text(SheetRow row, Column.Role role) {
        List<Column> columns = dataset.columns();
        return row.cells().stream()
                .filter(cell -> cell.at().column() < columns.size()
                        && columns.get(cell.at().column()).head().role().equals(Optional.of(role)))
                .map(cell -> cell.value() instanceof CellValue.Text text
                        ? text.text()
                        : cell.value().shown())
                .findFirst()
                .orElse("");
    }
}
