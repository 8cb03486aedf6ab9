package bankscore.subsidy.book;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.subsidy.DecidedBatch;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubsidyWorkbookTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void every_formula_recalculates_to_what_was_decided() throws Exception {
        assertThat(SubsidyWorkbook.write(
                        DecidedBatch.report(), "通用", DecidedBatch.words(), Path.of("/tmp/papers-out/补助资金审核结果.xlsx")))
                .isEmpty();
    }
}
