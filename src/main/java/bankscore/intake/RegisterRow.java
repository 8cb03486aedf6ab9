package bankscore.intake;

import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.Optional;

/**
 * Where the register tells of a subject.
 *
 * @param row the row of its sheet, from 0
 */
public record RegisterRow(SheetHeader header, int row) {

    /** The row of a cell. */
    public static RegisterRow of(SheetHeader header, Place cell) {
        String digits = cell.cell().replaceAll("\\D", "");
        return new RegisterRow(header, digits.isEmpty() ? header.row() : Integer.parseInt(digits) - 1);
    }

    /** The cell that tells something; the name's where the sheet has no such column. */
    public Place at(Column.Role role) {
        return at(header.column(role));
    }

    /** The cell of a further column; the name's where the sheet has no such column. */
    public Place at(String column) {
        return at(header.column(column));
    }

    private Place at(Optional<SheetHeader.HeaderColumn> said) {
        return said.or(() -> header.column(Column.Role.NAME))
                .map(column -> header.sheet().at(new CellRef(row, column.index()).a1()))
                .orElse(header.sheet());
    }
}
