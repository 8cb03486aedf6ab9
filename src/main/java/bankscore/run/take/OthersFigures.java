package bankscore.run.take;

import bankscore.facts.FactTable;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.rule.Rule;
import bankscore.sheet.Cell;
import bankscore.sheet.CellValue;
import bankscore.sheet.SheetRow;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A sheet of published figures all of which are other rules': a rule that asks for none of them has nothing to do with it. */
final class OthersFigures {

    private final SheetHeader header;
    private final Set<String> others = new HashSet<>();

    OthersFigures(SheetHeader header, Rule rule) {
        this.header = header;
        header.dataset().checks().others().forEach(item -> others.add(FactTable.itemKey(item)));
        rule.publishedUnits().keySet().forEach(item -> others.remove(FactTable.itemKey(item)));
    }

    /** Whether there is nothing else in it; what cannot be read is told when its rows are taken. */
    boolean holdsNothingElse(Workbook workbook, Sheet sheet) throws UnreadableFile {
        Optional<Integer> labels = header.columns().stream()
                .filter(column -> column.column().kind() == Column.Kind.LABEL)
                .map(SheetHeader.HeaderColumn::index)
                .findFirst();
        if (others.isEmpty() || labels.isEmpty()) {
            return false;
        }
        boolean any = false;
        try (Rows rows = workbook.rows(sheet)) {
            rows.skipTo(header.row() + 1);
            for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                for (Cell cell : row.get().cells()) {
                    if (cell.at().column() == labels.get() && cell.value() instanceof CellValue.Text text) {
                        if (!others.contains(FactTable.itemKey(text.text()))) {
                            return false;
                        }
                        any = true;
                    }
                }
            }
        }
        return any;
    }
}
