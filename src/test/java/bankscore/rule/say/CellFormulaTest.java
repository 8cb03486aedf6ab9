package bankscore.rule.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Fraction;
import bankscore.rule.FormulaParser;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas as spreadsheets write them; of c nobody sent a figure. */
class CellFormulaTest {

    private static final Map<String, String> CELLS = Map.of("a", "A1", "b", "B1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            first(a, b)                 | IF(ISNUMBER(A1),A1,B1)
            first(a, (b - 1) * 2)       | IF(ISNUMBER(A1),A1,(B1-1)*2)
            first(c, b)                 | B1
            first(a, c)                 | A1
            first(a, c, b) / 2          | IF(ISNUMBER(A1),A1,B1)/2
            least(a, b)                 | MIN(A1+0,B1+0)
            a + c                       | ''
            """)
    void what_is_there_first_counts(String formula, String expected) throws Exception {
        assertThat(FormulaParser.parse(formula)
                        .read(new CellFormula(
                                Fraction::toString,
                                id -> Optional.ofNullable(CELLS.get(id)),
                                aggregate -> Optional.empty(),
                                0))
                        .orElse(""))
                .isEqualTo(expected);
    }
}
