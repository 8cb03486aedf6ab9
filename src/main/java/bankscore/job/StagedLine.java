package bankscore.job;

import bankscore.domain.intake.RowResult;

/** What a row gave, with the number of its sheet and its own. */
record StagedLine(int sheet, int row, RowResult result) {}
