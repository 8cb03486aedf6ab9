package bankscore.job;

import bankscore.domain.finding.Finding;
import bankscore.domain.intake.RowIntake;
import bankscore.domain.intake.RowResult;
import bankscore.domain.intake.SheetRow;
import java.util.List;

/** Something on its way through the staging step. */
sealed interface SheetLine {

    /** What it gives, with its place. */
    StagedLine staged();

    /**
     * A row and what the sheet's rows are turned into.
     *
     * @param sheet the number of its sheet
     * @param cells how many filled cells the file holds in it
     */
    record Data(int source, int sheet, SheetRow row, int cells, RowIntake intake) implements SheetLine {

        @Override
        public StagedLine staged() {
            return new StagedLine(source, sheet, row.index(), cells, intake.take(row));
        }
    }

    /** The rest of a sheet that cannot be read. */
    record Broken(int source, int sheet, Finding finding) implements SheetLine {

        @Override
        public StagedLine staged() {
            return new StagedLine(
                    source,
                    sheet,
                    StagedLine.REST,
                    0,
                    new RowResult(List.of(), List.of(), List.of(), List.of(finding)));
        }
    }
}
