package bankscore.paper.workbook.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A formula that differs in rows from one parsed before is what parsing it itself would make of it. */
class FormulaShapesTest {

    /** Whether the second is parsed again. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A1+1 | A27+1 | false",
                "$L$5*L150 | $L$6*L7 | false",
                "ROUND((K150+IF(RANK(L150,$L$5:$L$2146)<=$K$4,1,0))/100,2)"
                        + " | ROUND((K9+IF(RANK(L9,$L$5:$L$214)<=$K$4,1,0))/100,2) | false",
                "'基础 数据'!$E$12-'A1'!$E$3 | '基础 数据'!$E$1-'A1'!$E$4 | false",
                "IF(A1>0,\"A1\",B2) | IF(A3>0,\"A1\",B4) | false",
                "IF(A1>0,\"A1\",B2) | IF(A1>0,\"A2\",B2) | true",
                "SUM(A1:A9) | SUM(A9:A1) | false",
                "SUM($E:$E)+A1 | SUM($E:$E)+A2 | true",
                "SUM(5:9)+A1 | SUM(6:9)+A1 | true",
                "LOG10(A1) | LOG10(A2) | false",
                "A1+10 | A1+11 | true",
            })
    void a_formula_of_a_known_shape_is_what_parsing_makes_of_it(String first, String second, boolean again)
            throws Exception {
        try (XSSFWorkbook book = book()) {
            XSSFEvaluationWorkbook view = XSSFEvaluationWorkbook.create(book);
            AtomicInteger count = new AtomicInteger();
            FormulaShapes shapes = new FormulaShapes(formula -> {
                count.incrementAndGet();
                return parsed(formula, view);
            });
            shapes.parsed(first);
            assertThat(text(shapes.parsed(second), view)).isEqualTo(text(parsed(second, view), view));
            assertThat(count).hasValue(again ? 2 : 1);
            assertThat(text(shapes.parsed(first), view)).isEqualTo(text(parsed(first, view), view));
        }
    }

    @Test
    void what_was_parsed_before_keeps_its_rows() throws Exception {
        try (XSSFWorkbook book = book()) {
            XSSFEvaluationWorkbook view = XSSFEvaluationWorkbook.create(book);
            FormulaShapes shapes = new FormulaShapes(formula -> parsed(formula, view));
            Ptg[] first = shapes.parsed("SUM(A1:A2)+B3");
            Ptg[] second = shapes.parsed("SUM(A4:A5)+B6");
            shapes.parsed("SUM(A7:A8)+B9");
            assertThat(List.of(text(first, view), text(second, view)))
                    .containsExactly("SUM(A1:A2)+B3", "SUM(A4:A5)+B6");
        }
    }

    /** Every formula of the books of the sample, of each business: both ways the same. */
    @ParameterizedTest
    @CsvSource({
        "run 2022Q4, 2022Q4/r1/考核结果.xlsx",
        "run 2024Q4 --rule jinhua-insurance, 2024Q4/jinhua-insurance/r1/补助资金审核结果.xlsx",
        "run 2022Q4 --rule shangrao-watch, 2022Q4/shangrao-watch/r1/情况通报.xlsx"
    })
    void every_formula_of_the_sample_is_what_parsing_it_itself_makes_of_it(
            String command, String file, @TempDir Path folder) throws Exception {
        CommandsInProcess.Said said = new CommandsInProcess(folder).type(command.split(" "));
        assertThat(said.code()).as(said.text()).isZero();
        int formulas = 0;
        AtomicInteger parsed = new AtomicInteger();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(folder.resolve(file)))) {
            XSSFEvaluationWorkbook view = XSSFEvaluationWorkbook.create(book);
            for (Sheet sheet : book) {
                FormulaShapes shapes = new FormulaShapes(formula -> {
                    parsed.incrementAndGet();
                    return parsed(formula, view);
                });
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            String formula = cell.getCellFormula();
                            formulas++;
                            assertThat(text(shapes.parsed(formula), view))
                                    .as(sheet.getSheetName() + " " + cell.getAddress())
                                    .isEqualTo(text(parsed(formula, view), view));
                        }
                    }
                }
            }
        }
        assertThat(formulas).isGreaterThan(50);
        assertThat(parsed).hasValueLessThan(formulas);
    }

    private static XSSFWorkbook book() {
        XSSFWorkbook book = new XSSFWorkbook();
        List.of("s", "基础 数据", "A1").forEach(book::createSheet);
        return book;
    }

    private static Ptg[] parsed(String formula, XSSFEvaluationWorkbook view) {
        return FormulaParser.parse(formula, view, FormulaType.CELL, 0, 0);
    }

    private static String text(Ptg[] tokens, XSSFEvaluationWorkbook view) {
        return FormulaRenderer.toFormulaString(view, tokens);
    }
}
