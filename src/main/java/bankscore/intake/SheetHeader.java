package bankscore.intake;

import bankscore.exact.Fraction;
import bankscore.sheet.CellRef;
import bankscore.sheet.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A recognised sheet: its dataset, the header row and what stands in which column.
 *
 * @param sheet file and sheet
 * @param row the header row, from 0
 * @param columns the recognised columns from left to right; others are ignored
 * @param period what the sheet says of its period, in a title or its own name
 * @param derived columns that are not taken, but say again what follows from those that are
 */
public record SheetHeader(
        Dataset dataset,
        Place sheet,
        int row,
        List<HeaderColumn> columns,
        Optional<Statement> period,
        List<HeaderColumn> derived) {

    public SheetHeader {
        columns = List.copyOf(columns);
        derived = List.copyOf(derived);
    }

    /** A header without columns that say anything again. */
    public SheetHeader(Dataset dataset, Place sheet, int row, List<HeaderColumn> columns, Optional<Statement> period) {
        this(dataset, sheet, row, columns, period, List.of());
    }

    /**
     * One column of this sheet.
     *
     * @param index the column's index in the sheet, from 0
     * @param heading the heading as the sender wrote it, in one line
     * @param unit the unit of a money column: stated, or that in which it is kept
     * @param unitFrom where the unit is stated; absent: nowhere
     */
    public record HeaderColumn(Column column, int index, String heading, Unit unit, Optional<Statement> unitFrom) {

        /** The same in another unit, which is stated nowhere else. */
        public HeaderColumn in(Unit other) {
            return new HeaderColumn(column, index, heading, other, unitFrom);
        }

        /** A figure of it in the sheet's own unit, so that the staff find the number they typed. */
        public Fraction inUnit(Fraction value) {
            return column.kind() == Column.Kind.MONEY ? value.dividedBy(kept()) : value;
        }

        /** The same as it is told: an amount of money with the unit. */
        public String shown(Fraction value) {
            return inUnit(value) + (column.kind() == Column.Kind.MONEY ? unit.text() : "");
        }

        /** How much one of the sheet's own unit is in the unit that the column's money is kept in. */
        public Fraction kept() {
            return unit.in(column.amount().kept());
        }

        /** The same in a unit and where that is stated. */
        public HeaderColumn in(Unit other, Statement from) {
            return new HeaderColumn(column, index, heading, other, Optional.of(from));
        }
    }

    /**
     * What a sheet says of itself, and where.
     *
     * @param text as it is shown, in one line
     * @param at the cell in A1 style; empty where the sheet's name says it
     */
    public record Statement(String text, String at) {}

    /** The same with other units of its columns. */
    public SheetHeader with(List<HeaderColumn> others) {
        return new SheetHeader(dataset, sheet, row, others, period);
    }

    public Optional<HeaderColumn> column(String columnId) {
        return first(column -> column.id().equals(columnId));
    }

    /** The column that tells something of a register's entry or of a written reason. */
    public Optional<HeaderColumn> column(Column.Role role) {
        Optional<Column.Role> wanted = Optional.of(role);
        return first(column -> column.head().role().equals(wanted));
    }

    /** The column that holds a row's key: the subject, or else the code, the party, or the fund or item. */
    public Optional<HeaderColumn> key() {
        return firstOf(Column.Kind.SUBJECT)
                .or(() -> firstOf(Column.Kind.CODE))
                .or(() -> dataset.columns().stream()
                        .filter(column -> column.identifying() && column.kind() == Column.Kind.PARTY)
                        .flatMap(column -> column(column.id()).stream())
                        .findFirst())
                .or(() -> column(Column.Role.CODE))
                .or(() -> firstOf(Column.Kind.LABEL));
    }

    /** The heading over the rows' keys, where a finding of the whole sheet stands; the sheet itself if there is none. */
    public Place headingOfNames() {
        return key().map(this::headingOf).orElse(sheet);
    }

    /** The cell of a column's heading. */
    public Place headingOf(HeaderColumn column) {
        return sheet.at(new CellRef(row, column.index()).a1());
    }

    private Optional<HeaderColumn> firstOf(Column.Kind kind) {
        return first(column -> column.kind() == kind);
    }

    /** Asked several times a row: by plain code. */
    private Optional<HeaderColumn> first(Predicate<Column> test) {
        for (HeaderColumn column : columns) {
            if (test.test(column.column())) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
