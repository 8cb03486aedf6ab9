package bankscore.paper.workbook.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFEvaluationWorkbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranks, counts and places among cells of which some are equal, empty or words. */
class HeldFunctionsTest {

    /** The cells are 3, -1, 0, 3, nothing, a word, 10: the two 3 share a place, and what is no number has none. */
    @ParameterizedTest
    @CsvSource({
        "'RANK(10,$A$1:$A$7)', 1",
        "'RANK(3,$A$1:$A$7,0)', 2",
        "'RANK(0,$A$1:$A$7)', 4",
        "'RANK(-1,$A$1:$A$7,0)', 5",
        "'RANK(-1,$A$1:$A$7,1)', 1",
        "'RANK(-0.0,$A$1:$A$7,1)', 2",
        "'RANK(A4,$A$1:$A$7,1)', 3",
        "'RANK(10,$A$1:$A$7,1)', 5",
        "'IFERROR(RANK(A6,$A$1:$A$7),9)', 9",
        "'IF(RANK(3,$A$1:$A$2)=1,RANK(3,$A$1:$A$7),0)', 2",
    })
    void a_rank_counts_who_is_before_it(String formula, double rank) throws Exception {
        assertThat(held(formula))
                .isInstanceOfSatisfying(
                        NumberEval.class,
                        number -> assertThat(number.getNumberValue()).isEqualTo(rank));
    }

    /** The same as POI's own functions give, in whatever rows the formula looks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "COUNTIF($A$1:$A$7,3)",
                "COUNTIF($A$1:$A$3,A1)",
                "COUNTIF($A$2:$A$7,A1)",
                "COUNTIF($A$5:$A$5,3)",
                "COUNTIF($A$1:$A$7,4)",
                "COUNTIF($A$1:$A$7,\">0\")",
                "COUNTIF($A$1:$A$7,\"无\")",
                "COUNTIF($A$1:$A$7,A5)",
                "COUNTIF($A$1:$B$7,3)",
                "COUNTIF(A1,3)",
                "COUNTIF($C$1:$C$3,5)",
                "MATCH(3,$A$1:$A$7,0)",
                "MATCH(3,$A$2:$A$7,0)",
                "MATCH(A7,$A$1:$A$7,0)",
                "MATCH(4,$A$1:$A$7,0)",
                "MATCH(10,$A$1:$A$6,0)",
                "MATCH(\"无\",$A$1:$A$7,0)",
                "MATCH(3,$D$1:$D$3,1)",
                "MATCH(3,$D$1:$D$3)",
                "INDEX($A$1:$A$7,MATCH(10,$A$1:$A$7,0))",
                "MATCH(7,'甲''乙 MATCH(1) RANK('!$A$1:$A$2,0)",
                "LEN(\"COUNTIF(\")",
            })
    void counts_and_places_are_those_of_poi(String formula) throws Exception {
        ValueEval held = held(formula);
        assertThat(shown(held)).isEqualTo(shown(poi(formula)));
    }

    private static String shown(ValueEval value) {
        return value instanceof ErrorEval error ? error.getErrorString() : ((NumberEval) value).getStringValue();
    }

    private static ValueEval held(String formula) throws Exception {
        try (SXSSFWorkbook book = book(formula)) {
            HeldValues values = new HeldValues(book);
            WorkbookEvaluator evaluator =
                    new WorkbookEvaluator(values, IStabilityClassifier.TOTALLY_IMMUTABLE, values.getUDFFinder());
            return evaluator.evaluate(
                    values.formula(book.getSheetAt(0).getRow(0).getCell(1)));
        }
    }

    private static ValueEval poi(String formula) throws Exception {
        try (SXSSFWorkbook book = book(formula)) {
            SXSSFEvaluationWorkbook values = SXSSFEvaluationWorkbook.create(book);
            WorkbookEvaluator evaluator =
                    new WorkbookEvaluator(values, IStabilityClassifier.TOTALLY_IMMUTABLE, values.getUDFFinder());
            return evaluator.evaluate(values.getSheet(0).getCell(0, 1));
        }
    }

    private static SXSSFWorkbook book(String formula) {
        SXSSFWorkbook book = new SXSSFWorkbook(new XSSFWorkbook(), -1);
        var sheet = book.createSheet("s");
        Double[] numbers = {3.0, -1.0, 0.0, 3.0, null, null, 10.0};
        for (int i = 0; i < numbers.length; i++) {
            Row row = sheet.createRow(i);
            if (numbers[i] != null) {
                row.createCell(0).setCellValue(numbers[i]);
            } else if (i == 5) {
                row.createCell(0).setCellValue("无");
            }
        }
        sheet.getRow(0).createCell(2).setCellValue("5");
        sheet.getRow(1).createCell(2).setCellValue(5);
        for (int i = 0; i < 3; i++) {
            sheet.getRow(i).createCell(3).setCellValue(2 * i);
        }
        var other = book.createSheet("甲'乙 MATCH(1) RANK(");
        other.createRow(0).createCell(0).setCellValue(6);
        other.createRow(1).createCell(0).setCellValue(7);
        sheet.getRow(0).createCell(1).setCellFormula(formula);
        return book;
    }
}
