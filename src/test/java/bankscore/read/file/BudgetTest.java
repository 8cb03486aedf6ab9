package bankscore.read.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.sheet.CellRef;
import bankscore.sheet.FileLimits;
import bankscore.sheet.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Place SHEET = Place.of("a.xlsx", "税收");
    private static final CellRef CELL = new CellRef(6, 1);

    private static Budget of(FileLimits limits) {
        return new Budget(new InputFile("a.xlsx", "", 0, Path.of("a"), limits), limits);
    }

    @Test
    void the_cells_of_a_file_are_counted_over_all_its_sheets() throws UnreadableFile {
        Budget budget = of(new FileLimits(1, 1, 1, 1, 30, 2));
        for (int i = 0; i < 1_000_000; i++) {
            budget.cell(0, SHEET, CELL);
        }

        assertThatThrownBy(() -> budget.cell(0, SHEET, CELL)).hasMessage("E107 a.xlsx {limit=1000000, variant=CELLS}");
    }

    @Test
    void so_are_their_characters_and_those_of_one_row() throws UnreadableFile {
        Budget budget = of(new FileLimits(1, 1, 1, 2, 30, 2));
        budget.cell(1_000_000, SHEET, CELL);
        assertThatThrownBy(() -> budget.cell(1, SHEET, CELL))
                .hasMessage("E107 a.xlsx › 税收 › B7 {limit=1000000, variant=ROW_TEXT}");
        budget.row();
        budget.cell(999_999, SHEET, CELL);
        budget.row();

        assertThatThrownBy(() -> budget.cell(1, SHEET, CELL))
                .hasMessage("E107 a.xlsx {limit=2000000, variant=CHARACTERS}");
    }

    @Test
    void reading_ends_when_the_thread_has_worked_longer_than_it_may() {
        Budget spent = of(new FileLimits(1, 1, 1, 1, 0, 0));
        assertThatThrownBy(() -> read(spent)).hasMessage("E107 a.xlsx {limit=0, variant=SECONDS}");

        assertThatCode(() -> read(of(FileLimits.USUAL))).doesNotThrowAnyException();
    }

    private static void read(Budget budget) throws UnreadableFile {
        for (int i = 0; i < 2_000_000; i++) {
            budget.step();
        }
    }
}
