package bankscore.paper.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rank among cells of which some are equal, empty or words. */
class RanksTest {

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
        try (SXSSFWorkbook book = new SXSSFWorkbook(new XSSFWorkbook(), -1)) {
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
            Cell cell = sheet.getRow(0).createCell(1);
            cell.setCellFormula(formula);
            HeldValues values = new HeldValues(book);
            WorkbookEvaluator evaluator =
                    new WorkbookEvaluator(values, IStabilityClassifier.TOTALLY_IMMUTABLE, values.getUDFFinder());
            assertThat(evaluator.evaluate(values.formula((SXSSFCell) cell)))
                    .isInstanceOfSatisfying(
                            NumberEval.class,
                            number -> assertThat(number.getNumberValue()).isEqualTo(rank));
        }
    }
}
