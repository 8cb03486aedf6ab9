package bankscore.job;

import bankscore.domain.intake.RowResult;

/**
 * What a row gave, with the number of its sheet, its own and how many of its cells are filled.
 *
 * @param source which of the sheets that are read it stands in, in their order, from 0
 * @param row its index; {@link #REST} for the rest of a sheet that cannot be read
 */
record StagedLine(int source, int sheet, int row, int cells, RowResult result) {

    static final int REST = Integer.MAX_VALUE;
}
