package bankscore.report;

import bankscore.domain.Place;
import bankscore.domain.finding.Code;
import bankscore.domain.finding.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Every formula of the book evaluated once more, each compared with the engine's value: what does not agree becomes a
 * value with a note and a finding to verify. A cell that had no value yet, a step on the way, gets the evaluated one.
 */
final class Recalculation {

    private static final double TOLERANCE = 1e-9;

    /** Below this a number is compared as if it were this large: every published one has fewer decimals. */
    private static final double SMALL = 1e-6;

    private final Book book;
    private final String file;
    private final FormulaEvaluator evaluator;
    private final List<Finding> differences = new ArrayList<>();

    private Recalculation(Book book, String file) {
        this.book = book;
        this.file = file;
        this.evaluator = book.workbook().getCreationHelper().createFormulaEvaluator();
    }

    /** Recalculates in the order of the calculation, so that one bad cell does not spoil those that follow from it. */
    static List<Finding> of(Book book, String file, List<Book.Part> parts) {
        Recalculation recalculation = new Recalculation(book, file);
        for (Book.Part part : parts) {
            recalculation.sheet(book.sheet(part));
        }
        return List.copyOf(recalculation.differences);
    }

    private void sheet(XSSFSheet sheet) {
        List<XSSFCell> formulas = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas.add((XSSFCell) cell);
                }
            }
        }
        formulas.sort(Comparator.comparingInt(XSSFCell::getColumnIndex).thenComparingInt(XSSFCell::getRowIndex));
        formulas.forEach(this::cell);
    }

    private void cell(XSSFCell cell) {
        CellValue value = evaluate(cell);
        if (cell.getRawValue() == null) {
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

    private CellValue evaluate(XSSFCell cell) {
        try {
            return evaluator.evaluate(cell);
        } catch (NotImplementedException e) {
            return CellValue.getError(FormulaError.NAME.getCode());
        }
    }

    static boolean same(double one, double other) {
        double size = Math.max(SMALL, Math.max(Math.abs(one), Math.abs(other)));
        return Math.abs(one - other) <= size * TOLERANCE;
    }

    private void settle(XSSFCell cell) {
        evaluator.notifyUpdateCell(cell);
        Notes.add(cell, book.words().text("book.recalculated"));
    }

    private void differs(XSSFCell cell, CellValue found, String expected) {
        String shown = switch (found.getCellType()) {
            case NUMERIC -> number(found.getNumberValue());
            case STRING -> found.getStringValue();
            default -> found.formatAsString();
        };
        differences.add(Finding.of(
                        Code.W309,
                        new Place(
                                file,
                                cell.getSheet().getSheetName(),
                                cell.getAddress().formatAsString()))
                .with("found", shown)
                .with("expected", expected));
    }

    private static String number(double value) {
        BigDecimal decimal = new BigDecimal(value, MathContext.DECIMAL64).stripTrailingZeros();
        return decimal.toPlainString();
    }
}
