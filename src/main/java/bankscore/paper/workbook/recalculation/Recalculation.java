package bankscore.paper.workbook.recalculation;

import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellNotes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every formula of the book evaluated once more, each compared with the engine's value: what does not agree becomes a
 * value with a note, and is told. That is a property of the book and not of the result, whose value stands either way. A
 * cell that had no value yet, a step on the way, gets the evaluated one.
 */
public final class Recalculation {

    private static final Logger LOG = LoggerFactory.getLogger(Recalculation.class);

    private static final double TOLERANCE = 1e-9;

    /** Below this a number is compared as if it were this large: every published one has fewer decimals. */
    private static final double SMALL = 1e-6;

    private final BookFrame book;
    private final HeldValues values;
    private final WorkbookEvaluator evaluator;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * A cell whose formula gives another value than the engine's.
     *
     * @param cell such as {@code 得分汇总!D5}
     * @param expected the engine's value; empty if it has none
     */
    public record Difference(String cell, String found, String expected) {}

    private Recalculation(BookFrame book) {
        this.book = book;
        this.values = new HeldValues(book.workbook());
        this.evaluator = new WorkbookEvaluator(values, IStabilityClassifier.TOTALLY_IMMUTABLE, values.getUDFFinder());
    }

    /**
     * Recalculates in the order of the calculation, so that one bad cell does not spoil those that follow from it.
     *
     * @return what does not agree; nothing, unless a formula of ours is wrong
     */
    public static List<Difference> of(BookFrame book, List<SXSSFSheet> sheets) {
        Recalculation recalculation = new Recalculation(book);
        sheets.forEach(recalculation::sheet);
        List<Difference> differences = List.copyOf(recalculation.differences);
        if (!differences.isEmpty()) {
            LOG.warn(
                    "{} formulas of the book recalculate to other values than the engine's and became values: {}",
                    differences.size(),
                    differences.stream().map(Difference::cell).collect(Collectors.joining(", ")));
        }
        return differences;
    }

    private void sheet(SXSSFSheet sheet) {
        List<SXSSFCell> formulas = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas.add((SXSSFCell) cell);
                }
            }
        }
        formulas.sort(Comparator.comparingInt(SXSSFCell::getColumnIndex).thenComparingInt(SXSSFCell::getRowIndex));
        formulas.forEach(this::cell);
        // Their values stand in the cells now; what the evaluator keeps besides would be half as much again.
        evaluator.clearAllCachedResultValues();
    }

    private void cell(SXSSFCell cell) {
        CellValue value = evaluate(cell);
        if (HeldValues.isAwaited(cell)) {
            if (value.getCellType() == CellType.NUMERIC) {
                cell.setCellValue(value.getNumberValue());
            } else if (value.getCellType() == CellType.STRING) {
                cell.setCellValue(value.getStringValue());
            } else {
                differs(cell, value, "");
            }
            return;
        }
        if (cell.getCachedFormulaResultType() == CellType.STRING) {
            String expected = cell.getStringCellValue();
            if (value.getCellType() != CellType.STRING
                    || !value.getStringValue().equals(expected)) {
                differs(cell, value, expected);
                cell.removeFormula();
                cell.setCellValue(expected);
                settle(cell);
            }
            return;
        }
        double expected = cell.getNumericCellValue();
        if (value.getCellType() != CellType.NUMERIC || !same(value.getNumberValue(), expected)) {
            differs(cell, value, number(expected));
            cell.removeFormula();
            cell.setCellValue(expected);
            settle(cell);
        }
    }

    private CellValue evaluate(SXSSFCell cell) {
        try {
            ValueEval value = evaluator.evaluate(values.formula(cell));
            if (value instanceof NumberEval number) {
                return new CellValue(number.getNumberValue());
            }
            if (value instanceof StringEval text) {
                return new CellValue(text.getStringValue());
            }
            return CellValue.getError(
                    value instanceof ErrorEval error ? error.getErrorCode() : FormulaError.VALUE.getCode());
        } catch (NotImplementedException e) {
            return CellValue.getError(FormulaError.NAME.getCode());
        }
    }

    public static boolean same(double one, double other) {
        double size = Math.max(SMALL, Math.max(Math.abs(one), Math.abs(other)));
        return Math.abs(one - other) <= size * TOLERANCE;
    }

    private void settle(SXSSFCell cell) {
        CellNotes.add(book, cell, book.words().text("book.recalculated"));
    }

    private void differs(SXSSFCell cell, CellValue found, String expected) {
        String shown = switch (found.getCellType()) {
            case NUMERIC -> number(found.getNumberValue());
            case STRING -> found.getStringValue();
            default -> found.formatAsString();
        };
        differences.add(new Difference(
                cell.getSheet().getSheetName() + "!" + cell.getAddress().formatAsString(), shown, expected));
    }

    private static String number(double value) {
        BigDecimal decimal = new BigDecimal(value, MathContext.DECIMAL64).stripTrailingZeros();
        return decimal.toPlainString();
    }
}
