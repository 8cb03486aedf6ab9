package bankscore.intake.row;

import bankscore.finding.Code;
import bankscore.finding.Finding;
import bankscore.intake.SheetHeader;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.text.CellTexts;
import bankscore.intake.text.RowKind;
import bankscore.sheet.Cell;
import bankscore.sheet.SheetRow;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells the entries of one sheet of a register from headings that come again, totals, signatures and notes. */
final class EntryLines {

    private final SheetHeader header;
    private final RowKind kind;
    private final int lastIdentifying;

    EntryLines(SheetHeader header) {
        this.header = header;
        this.kind = new RowKind(header);
        this.lastIdentifying = header.columns().stream()
                .filter(column -> column.column().identifying())
                .mapToInt(HeaderColumn::index)
                .max()
                .orElse(0);
    }

    /**
     * Whether a row below the header is an entry: it has a code and a name, or one of them and something else. What it
     * lacks of the two is missing there.
     *
     * @param findings takes what there is to say of a line that is none
     */
    boolean isEntry(SheetRow row, CellTexts line, Consumer<Finding> findings) {
        Cell first = line.cell(0);
        if (kind.repeatsHeader(line)) {
            if (row.index() > header.row() + 1) {
                findings.accept(hint(Code.N102, first));
            }
            return false;
        }
        if (RowKind.total(line, lastIdentifying).isPresent()) {
            return false;
        }
        Optional<Cell> part = RowKind.partOfAnother(line, lastIdentifying);
        if (part.isPresent()) {
            findings.accept(hint(Code.N103, part.get()));
            return false;
        }
        if (RowKind.isSignature(line)) {
            return false;
        }
        if (!isFilled(line)) {
            int word = line.firstWord();
            findings.accept(
                    Finding.of(Code.N102, header.sheet().at(line.cell(word).at().a1()))
                            .with("found", line.shownFrom(word)));
            return false;
        }
        return true;
    }

    private boolean isFilled(CellTexts line) {
        int filled = 0;
        int identified = 0;
        for (HeaderColumn column : header.columns()) {
            if (line.has(column.index())) {
                filled++;
                identified += column.column().identifying() ? 1 : 0;
            }
        }
        return identified > 1 || (identified == 1 && filled > 1);
    }

    private Finding hint(Code code, Cell cell) {
        return Finding.of(code, header.sheet().at(cell.at().a1()))
                .with("found", cell.value().shown());
    }
}
