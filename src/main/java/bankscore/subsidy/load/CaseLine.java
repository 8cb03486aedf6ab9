package bankscore.subsidy.load;

/**
 * A line of claims of a worked case, by its place.
 *
 * @param row from 1
 */
public record CaseLine(String dataset, int row) {}
