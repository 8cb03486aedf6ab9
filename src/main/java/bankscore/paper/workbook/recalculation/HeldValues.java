package bankscore.paper.workbook.recalculation;

import bankscore.paper.workbook.CellText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.formula.udf.IndexedUDFFinder;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.BaseXSSFEvaluationWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * The book as the evaluator of formulas sees it: whoever refers to a cell that has a value gets that value, a formula or
 * not. Every formula is evaluated once all the same, each by its own turn, and what it must give is the value that the
 * others have taken.
 *
 * <p>POI's own view follows every reference to its formula and keeps what each cell depends on: with two thousand banks
 * that is more than a gigabyte.
 */
final class HeldValues extends BaseXSSFEvaluationWorkbook {

    private final List<View> sheets = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final UDFFinder functions =
            new AggregatingUDFFinder(new HeldFunctions(this::column), AggregatingUDFFinder.DEFAULT);

    /** @param book all of whose cells are there already */
    HeldValues(SXSSFWorkbook book) {
        super(book.getXSSFWorkbook());
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            SXSSFSheet sheet = book.getSheetAt(i);
            int number = i;
            sheets.add(new View(
                    sheet,
                    new FormulaShapes(formula ->
                            FormulaParser.parse(HeldFunctions.named(formula), this, FormulaType.CELL, number))));
            numbers.put(sheet.getSheetName(), i);
        }
    }

    /** Whether a formula has no value yet. */
    static boolean isAwaited(SXSSFCell cell) {
        return cell.getCachedFormulaResultType() == CellType.STRING
                && cell.getStringCellValue().equals(CellText.AWAITED);
    }

    /** The formula itself, whatever value the cell has. */
    EvaluationCell formula(SXSSFCell cell) {
        return new Seen(sheets.get(getSheetIndex(cell.getSheet().getSheetName())), cell, CellType.FORMULA);
    }

    /** Where numbers stand in a column; empty while a cell of it has no value, or if a text of it reads as a number. */
    private Optional<HeldColumn> column(int sheet, int column) {
        return sheets.get(sheet).column(column);
    }

    /** POI's own asks every sheet for its name. */
    @Override
    public int getSheetIndex(String name) {
        Integer number = numbers.get(name);
        return number == null ? super.getSheetIndex(name) : number;
    }

    @Override
    public UDFFinder getUDFFinder() {
        return new IndexedUDFFinder(functions);
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return sheets.indexOf(sheet);
    }

    @Override
    public EvaluationSheet getSheet(int index) {
        return sheets.get(index);
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        Seen seen = (Seen) cell;
        return seen.sheet.formulas.parsed(seen.cell.getCellFormula());
    }

    /** One sheet, its cells at hand: a rank over all banks asks for each of them. */
    private static final class View implements EvaluationSheet {

        /** Those of a row that nobody has asked for yet are not there: of most sheets it is a column or two. */
        private final @Nullable Seen[] @Nullable [] seen;

        private final @Nullable SXSSFRow[] rows;
        private final FormulaShapes formulas;
        private final Map<Integer, HeldColumn> columns = new HashMap<>();

        View(SXSSFSheet sheet, FormulaShapes formulas) {
            this.formulas = formulas;
            this.rows = new SXSSFRow[sheet.getLastRowNum() + 1];
            this.seen = new Seen[rows.length][];
            for (Row row : sheet) {
                rows[row.getRowNum()] = (SXSSFRow) row;
            }
        }

        @Override
        public @Nullable EvaluationCell getCell(int row, int column) {
            SXSSFRow held = row < rows.length ? rows[row] : null;
            if (held == null || column >= held.getLastCellNum()) {
                return null;
            }
            @Nullable Seen[] cells = seen[row];
            if (cells == null) {
                cells = new Seen[held.getLastCellNum()];
                seen[row] = cells;
            }
            Seen known = cells[column];
            SXSSFCell cell = known == null ? held.getCell(column) : known.cell;
            if (cell == null || (known != null && known.type != CellType.FORMULA)) {
                return known;
            }
            CellType type = cell.getCellType();
            boolean valued = type == CellType.FORMULA && !isAwaited(cell);
            Seen now = new Seen(this, cell, valued ? cell.getCachedFormulaResultType() : type);
            cells[column] = now;
            return now;
        }

        Optional<HeldColumn> column(int column) {
            HeldColumn known = columns.get(column);
            if (known != null) {
                return Optional.of(known);
            }
            Optional<HeldColumn> made = HeldColumn.of(IntStream.range(0, rows.length)
                    .mapToObj(row -> (Seen) getCell(row, column))
                    .filter(Objects::nonNull)
                    .toList());
            made.ifPresent(all -> columns.put(column, all));
            return made;
        }

        @Override
        public void clearAllCachedResultValues() {
            // Nothing is kept here.
        }

        @Override
        public int getLastRowNum() {
            return rows.length - 1;
        }

        @Override
        public boolean isRowHidden(int row) {
            return false;
        }
    }

    /** One cell as it is seen. */
    private record Seen(View sheet, SXSSFCell cell, CellType type) implements EvaluationCell {
        @Override
        public Object getIdentityKey() {
            return cell;
        }

        @Override
        public EvaluationSheet getSheet() {
            return sheet;
        }

        @Override
        public int getRowIndex() {
            return cell.getRowIndex();
        }

        @Override
        public int getColumnIndex() {
            return cell.getColumnIndex();
        }

        @Override
        public CellType getCellType() {
            return type;
        }

        @Override
        public double getNumericCellValue() {
            return cell.getNumericCellValue();
        }

        @Override
        public String getStringCellValue() {
            return cell.getStringCellValue();
        }

        @Override
        public boolean getBooleanCellValue() {
            return cell.getBooleanCellValue();
        }

        @Override
        public int getErrorCellValue() {
            return cell.getErrorCellValue();
        }

        @Override
        public CellRangeAddress getArrayFormulaRange() {
            throw new IllegalStateException("the book has no formulas over several cells");
        }

        @Override
        public boolean isPartOfArrayFormulaGroup() {
            return false;
        }

        @Override
        public CellType getCachedFormulaResultType() {
            return cell.getCachedFormulaResultType();
        }
    }
}
