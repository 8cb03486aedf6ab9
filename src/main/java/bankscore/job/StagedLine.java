package bankscore.job;

import bankscore.domain.intake.RowResult;

/** What a row gave, with the number of its sheet, its own and how many of its cells are filled. */
record StagedLine(int sheet, int row, int cells, RowResult result) {}
