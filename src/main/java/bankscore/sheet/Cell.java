package bankscore.sheet;

/** A cell that is not empty, with its address. */
public record Cell(CellRef at, CellValue value) {}
