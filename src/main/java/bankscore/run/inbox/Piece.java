package bankscore.run.inbox;

import bankscore.read.Workbooks;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.sheet.Cell;
import bankscore.sheet.CellRef;
import bankscore.sheet.CellValue;
import bankscore.sheet.FileLimits;
import bankscore.sheet.Place;
import bankscore.sheet.SheetRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The piece of a sheet around a cell: its headings, two rows above and two below, as the file says them now.
 *
 * @param columns letters, from left to right
 * @param rows from top to bottom, the headings first
 */
public record Piece(List<String> columns, List<Line> rows) {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})(:.*)?");
    private static final int AROUND = 2;

    /** Headings stand within so many rows. */
    private static final int HEAD = 30;

    private static final int WIDEST = 60;
    private static final int LETTERS = 26;

    public Piece {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number as the sheet counts
     * @param head whether it holds the headings
     * @param cells as shown, one a column; the marked one too
     * @param marked which of them is meant; -1: none
     */
    public record Line(int number, boolean head, List<String> cells, int marked) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Reads the piece.
     *
     * @return empty if the file is not as it was: no such sheet, no such cell, or no workbook any more
     */
    public static Optional<Piece> of(Path file, Place place) throws IOException {
        Matcher address = ADDRESS.matcher(place.cell());
        if (!address.matches()) {
            return Optional.empty();
        }
        CellRef at = new CellRef(Integer.parseInt(address.group(2)) - 1, column(address.group(1)));
        InputFile input = new InputFile(place.file(), "", Files.size(file), file, FileLimits.USUAL);
        try {
            return Workbooks.<Optional<Piece>, IOException>reading(input, workbook -> {
                Optional<Sheet> sheet = workbook.sheets().stream()
                        .filter(each -> each.name().equals(place.sheet()))
                        .findFirst();
                if (sheet.isEmpty()) {
                    return Optional.empty();
                }
                try (Rows rows = workbook.rows(sheet.get())) {
                    return Optional.of(around(rows, at));
                }
            });
        } catch (UnreadableFile e) {
            return Optional.empty();
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * LETTERS + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static Piece around(Rows cursor, CellRef at) throws UnreadableFile {
        List<SheetRow> above = new ArrayList<>();
        List<SheetRow> near = new ArrayList<>();
        boolean skipped = false;
        for (Optional<SheetRow> row = cursor.next(); row.isPresent(); row = cursor.next()) {
            int index = row.get().index();
            if (index > at.row() + AROUND) {
                break;
            }
            if (index >= at.row() - AROUND) {
                near.add(row.get());
            }
            if (index < HEAD && index <= at.row()) {
                above.add(row.get());
            } else if (!skipped) {
                skipped = true;
                cursor.skipTo(at.row() - AROUND);
            }
        }
        Optional<SheetRow> head = above.stream().max(Comparator.comparingLong(Piece::words));
        TreeSet<Integer> columns = new TreeSet<>(List.of(at.column()));
        head.ifPresent(row -> row.cells().forEach(cell -> columns.add(cell.at().column())));
        near.forEach(row -> row.cells().forEach(cell -> columns.add(cell.at().column())));
        List<Integer> shown = columns.stream()
                .filter(column -> Math.abs(column - at.column()) < WIDEST)
                .toList();
        List<Line> lines = new ArrayList<>();
        head.filter(row -> near.stream().noneMatch(each -> each.index() == row.index()))
                .ifPresent(row -> lines.add(line(row, shown, true, at)));
        near.forEach(row -> lines.add(line(
                row, shown, head.filter(each -> each.index() == row.index()).isPresent(), at)));
        return new Piece(shown.stream().map(CellRef::letters).toList(), lines);
    }

    /** Headings are the row with most words, the first of equals. */
    private static long words(SheetRow row) {
        return row.cells().stream()
                                .filter(cell -> cell.value() instanceof CellValue.Text)
                                .count()
                        * HEAD
                - row.index();
    }

    private static Line line(SheetRow row, List<Integer> columns, boolean head, CellRef at) {
        List<String> cells = columns.stream()
                .map(column -> row.cells().stream()
                        .filter(cell -> cell.at().column() == column)
                        .findFirst()
                        .map(Cell::value)
                        .map(CellValue::shown)
                        .orElse(""))
                .toList();
        return new Line(row.index() + 1, head, cells, row.index() == at.row() ? columns.indexOf(at.column()) : -1);
    }
}
