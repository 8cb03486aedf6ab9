package bankscore.intake;

import bankscore.sheet.CellRef;
import bankscore.sheet.Place;

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
        return header.column(role)
                .or(() -> header.column(Column.Role.NAME))
                .map(column -> header.sheet().at(new CellRef(row, column.index()).a1()))
                .orElse(header.sheet());
    }
}
