package bankscore.intake.table.staged;

/**
 * A sheet of records that was sent again: an earlier one has most of what it says.
 *
 * @param first the earlier sheet that has most of its records
 * @param rows how many records it has
 * @param repeated how many of them an earlier sheet has
 */
public record SentAgain(int sheet, int first, long rows, long repeated) {}
